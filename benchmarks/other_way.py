"""The same papers as most offices' programs make them: docxtpl fills a template, LibreOffice turns it into PDF.

It writes plainer paper (no tags, no archive format, no charts of its own: it gets our PNGs), so a ratio flatters it.
"""

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from docx import Document as Docx
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

from prongsai.papers.charts import svg_png
from prongsai.papers.content import (
    Block,
    BulletList,
    Cell,
    Document,
    Figure,
    Fillable,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Table,
    cell_of,
    item_of,
    plain_text,
)
from prongsai.papers.digits import shown

COLUMNS = 7
Flat = dict[str, object]


def libreoffice() -> str | None:
    """Where LibreOffice is; `None` on a machine without it."""
    return shutil.which("soffice")


def write_template(path: Path) -> None:
    """A template with a loop of paragraphs, pictures and a table, as an office would make it in Word."""
    template = Docx()
    for name, inside in (("text in texts", "{{ text }}"), ("picture in pictures", "{{ picture }}")):
        template.add_paragraph(f"{{%p for {name} %}}")
        template.add_paragraph(inside)
        template.add_paragraph("{%p endfor %}")
    table = template.add_table(rows=4, cols=COLUMNS, style="Table Grid")
    table.cell(0, 0).text = "ตาราง"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    for column in range(COLUMNS):
        table.cell(2, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    template.save(str(path))


def filled(template: Path, document: Document) -> bytes:
    """A document's words, tables and pictures in the template."""
    blocks = [flat for section in document.sections for block in section.blocks for flat in _flat(block, document)]
    paper = DocxTemplate(str(template))
    pictures = [
        InlineImage(paper, io.BytesIO(svg_png(str(block["svg"]))), width=Cm(15)) for block in blocks if "svg" in block
    ]
    rows = [block["row"] for block in blocks if "row" in block]
    texts = [block["text"] for block in blocks if "text" in block]
    paper.render({"texts": texts, "pictures": pictures, "rows": rows}, autoescape=True)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def as_pdf(contents: Sequence[bytes], folder: Path) -> list[bytes]:
    """Several DOCX turned into PDF by one start of LibreOffice."""
    paths = [folder / f"{number}.docx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [libreoffice() or "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
    return [path.with_suffix(".pdf").read_bytes() for path in paths]


def _flat(block: Block, document: Document) -> list[Flat]:
    match block:
        case Heading() | Paragraph():
            return [{"text": shown(plain_text(block.text), document.digits)}]
        case BulletList() | NumberedList():
            return [{"text": shown(plain_text(item_of(item).text), document.digits)} for item in block.items]
        case Table():
            lines = [[plain_text(column.header) for column in block.columns]]
            lines += [[_cell_text(cell_of(cell)) for cell in row.cells] for row in block.rows]
            return [
                {"row": ([shown(cell, document.digits) for cell in line] + [""] * COLUMNS)[:COLUMNS]} for line in lines
            ]
        case Figure():
            return [{"svg": block.svg}]
        case Fillable():
            return [{"text": plain_text(block.label) + "." * 80}]
        case _:
            return []


def _cell_text(cell: Cell) -> str:
    words = [plain_text(cell.text)]
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            words.append(plain_text(block.text))
        elif isinstance(block, NumberedList):
            words += [plain_text(item.text if isinstance(item, Item) else item) for item in block.items]
    return " ".join(words)
