"""The analysis report by our renderers beside the same content through docxtpl and LibreOffice, in one run.

    .venv/bin/python benchmarks/papers.py [--runs 5]

The other way writes plainer paper (no tags, no archive format, no charts of its own: it gets our PNGs), so the ratio
flatters it. Without LibreOffice on the machine only our own times are printed.
"""

import argparse
import io
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml
from docx import Document as Docx
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

from prongsai.papers.analysis_report import analysis_document, write_analysis
from prongsai.papers.analysis_report.contents import gather_contents
from prongsai.papers.charts import svg_png
from prongsai.papers.content import (
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
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year, shipped_instruments
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency

NAME = "เทศบาลเมืองสองพี่น้อง"
CASE = "town_with_question_scores.yaml"


def published_result() -> AgencyResult:
    """The town of the worked example of 2568."""
    text = (shipped_instruments() / "fy2568" / "cases" / CASE).read_text("utf-8")
    figures = {}
    for name, value in yaml.safe_load(text)["figures"].items():
        instrument, _, code = name.rpartition(" ")
        if name == "total":
            place = TOTAL
        elif name in Instrument.__members__:
            place = instrument_place(Instrument(name))
        else:
            place = Place(Instrument(instrument), code) if instrument else indicator_place(int(code))
        figures[place] = Decimal(value)
    return score_agency(load_year(2568), figures)


def flat_blocks(document: Document) -> list[dict[str, object]]:
    """The report's blocks as what a docxtpl template can loop over."""
    flat: list[dict[str, object]] = []
    for section in document.sections:
        for block in section.blocks:
            flat.extend(flatten(block, document))
    return flat


def flatten(block: object, document: Document) -> list[dict[str, object]]:
    match block:
        case Heading() | Paragraph():
            return [{"kind": "text", "text": shown(plain_text(block.text), document.digits)}]
        case BulletList() | NumberedList():
            return [{"kind": "text", "text": shown(plain_text(item_of(i).text), document.digits)} for i in block.items]
        case Table():
            rows = [[plain_text(c.header) for c in block.columns]]
            rows += [[cell_text(cell_of(cell)) for cell in row.cells] for row in block.rows]
            return [{"kind": "row", "text": shown(" | ".join(row), document.digits), "cells": row} for row in rows]
        case Figure():
            return [{"kind": "figure", "svg": block.svg}]
        case Fillable():
            return [{"kind": "text", "text": plain_text(block.label) + "." * 80}]
        case _:
            return []


def cell_text(cell: Cell) -> str:
    words = [plain_text(cell.text)]
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            words.append(plain_text(block.text))
        elif isinstance(block, NumberedList):
            words += [plain_text(item.text if isinstance(item, Item) else item) for item in block.items]
    return " ".join(words)


def write_template(path: Path) -> None:
    """A template with a loop of paragraphs, pictures and a table, as an office would make it in Word."""
    template = Docx()
    template.add_paragraph("{%p for block in texts %}")
    template.add_paragraph("{{ block.text }}")
    template.add_paragraph("{%p endfor %}")
    template.add_paragraph("{%p for picture in pictures %}")
    template.add_paragraph("{{ picture }}")
    template.add_paragraph("{%p endfor %}")
    table = template.add_table(rows=4, cols=7, style="Table Grid")
    table.cell(0, 0).text = "ตาราง"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    for column in range(7):
        table.cell(2, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    template.save(str(path))


def the_other_way(result: AgencyResult, folder: Path, *, to_pdf: bool) -> bytes:
    contents = gather_contents(result, agency_name=NAME, before=None, history=())
    blocks = flat_blocks(analysis_document(contents, "thai"))
    template = DocxTemplate(str(folder / "template.docx"))
    pictures = [
        InlineImage(template, io.BytesIO(svg_png(str(block["svg"]))), width=Cm(15))
        for block in blocks
        if block["kind"] == "figure"
    ]
    rows = [(*block["cells"], *[""] * 7)[:7] for block in blocks if block["kind"] == "row"]
    texts = [block for block in blocks if block["kind"] == "text"]
    template.render({"texts": texts, "pictures": pictures, "rows": rows}, autoescape=True)
    out = folder / "other.docx"
    template.save(str(out))
    if not to_pdf:
        return out.read_bytes()
    soffice = shutil.which("soffice") or "soffice"
    subprocess.run(
        [soffice, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(out)],
        check=True,
        capture_output=True,
    )
    return (folder / "other.pdf").read_bytes()


def seconds(work: Callable[[], bytes], runs: int) -> tuple[float, float, int]:
    """First run, median of the runs after it, bytes."""
    times = []
    size = 0
    for _ in range(runs + 1):
        started = time.perf_counter()
        size = len(work())
        times.append(time.perf_counter() - started)
    return times[0], statistics.median(times[1:]), size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    result = published_result()
    day = date(2026, 6, 5)

    def ours(kind: str) -> bytes:
        return write_analysis(result, agency_name=NAME, format=kind, written_on=day)  # type: ignore[arg-type]

    measured = {kind: seconds(lambda kind=kind: ours(kind), runs) for kind in ("docx", "pdf")}
    for kind, (first, median, size) in measured.items():
        print(f"prongsai {kind:<5} first {first:.3f} s  median {median:.3f} s  {size / 1024:.0f} KB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_template(folder / "template.docx")
        for kind in ("docx", "pdf") if shutil.which("soffice") else ("docx",):
            first, median, size = seconds(lambda kind=kind: the_other_way(result, folder, to_pdf=kind == "pdf"), runs)
            ratio = median / measured[kind][1]
            print(f"docxtpl  {kind:<5} first {first:.3f} s  median {median:.3f} s  {size / 1024:.0f} KB  ×{ratio:.1f}")
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: no comparison for PDF")


if __name__ == "__main__":
    main()
