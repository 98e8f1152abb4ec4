"""Every example of docs/papers.md runs by itself and writes the files that it names."""

import re
import zipfile

import pypdfium2
import pytest

from tests.house import ROOT

PAGE = (ROOT / "docs" / "papers.md").read_text("utf-8")
PARTS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
EXAMPLES = [
    (part.splitlines()[0], code) for part in PARTS for code in re.findall(r"```python\n(.*?)```", part, re.DOTALL)
]


def test_the_page_has_its_examples():
    assert len(EXAMPLES) == PAGE.count("```python") > 0


@pytest.mark.parametrize(("title", "source"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_an_example_runs_and_its_files_open(title, source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(compile(source, f"docs/papers.md, {title}", "exec"), {"__name__": "example"})  # noqa: S102 - our own page
    assert {file.name for file in tmp_path.iterdir()} == set(re.findall(r'Path\("(.+?)"\)', source))
    for file in tmp_path.glob("*.docx"):
        assert zipfile.ZipFile(file).testzip() is None
    for file in tmp_path.glob("*.pdf"):
        with pypdfium2.PdfDocument(file.read_bytes()) as paper:
            assert len(paper) > 0
