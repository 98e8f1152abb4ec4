"""Reading a scan with a reader that stands in for Tesseract and gives what it would print."""

import io
from decimal import Decimal

import pytest
from PIL import Image, ImageDraw

from prongsai.papers.reading import scanning
from prongsai.papers.reading.opening import open_content
from prongsai.papers.reading.reading import read_content
from prongsai.papers.reading.unreadable import UnreadableError

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
LANGUAGES = 'if [ "$1" = "--list-langs" ]; then echo "{languages}"; exit 0; fi'


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Puts a reader on the path: `reader(words, languages, before)`."""

    def put(words=(), languages="tha\neng", before=""):
        said = tmp_path / "words.tsv"
        said.write_text("\n".join([HEAD, *("\t".join(map(str, word)) for word in words)]), encoding="utf-8")
        program = tmp_path / "tesseract"
        program.write_text(f'#!/bin/sh\n{LANGUAGES.format(languages=languages)}\n{before}\ncat "{said}"\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
        scanning._program.cache_clear()

    yield put
    scanning._program.cache_clear()


def word(text, left, top, sure=90.0):
    """A word in dots at 300 to an inch, as the reader prints it."""
    return (5, 1, 1, 1, 1, 1, left, top, 24 * len(text), 40, sure, text)


def scan(draw=lambda _: None):
    """A picture of A5 at 150 dots to an inch, which comes out at 300."""
    sheet = Image.new("L", (874, 1240), 255)
    draw(ImageDraw.Draw(sheet))
    target = io.BytesIO()
    sheet.save(target, "PDF", resolution=150)
    return target.getvalue()


def ruled(pen):
    for y in (300, 360, 420):
        pen.line((100, y, 700, y), fill=0, width=3)
    for x in (100, 500, 700):
        pen.line((x, 300, x, 420), fill=0, width=3)


def test_words_on_one_height_are_a_line(reader):
    reader([word("ITA", 200, 200), word("2568", 400, 202), word("คะแนนรวม", 200, 300), word("90.98", 500, 301)])
    opened = open_content(scan())
    assert [line.text.split() for line in opened.lines] == [["ITA", "2568"], ["คะแนนรวม", "90.98"]]
    assert opened.guessed_pages == frozenset({1})


def test_the_lines_of_the_picture_give_the_table(reader):
    words = [word("i1", 220, 640), word("92.41", 1040, 640), word("i2", 220, 760), word("88.17", 1040, 760)]
    reader(words)
    assert [line.cells for line in open_content(scan(ruled)).lines] == [("i1", "92.41"), ("i2", "88.17")]


def test_what_the_reader_itself_doubts_is_left_out(reader):
    reader([word("คะแนนรวม", 200, 300), word("๙๗๒", 500, 300, sure=4.0)])
    assert [line.text for line in open_content(scan()).lines] == ["คะแนนรวม"]


def test_a_score_read_from_a_picture_is_a_doubt_with_the_number_read_first(reader):
    reader([word("ITA", 200, 200), word("2568", 300, 200), word("คะแนนรวม", 200, 300), word("90.98", 420, 300)])
    (figure,) = read_content(scan()).figures
    assert (figure.score, figure.certainty, figure.candidates[0]) == (None, "doubt", Decimal("90.98"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"languages": "eng"}, "install Tesseract with Thai"),
        ({"before": "exit 1"}, "more sharply"),
        ({"words": []}, "more sharply"),
    ],
)
def test_a_reader_without_thai_or_without_success_is_said(reader, options, said):
    reader(**options)
    with pytest.raises(UnreadableError) as raised:
        open_content(scan())
    assert said in raised.value.en


def test_a_reader_that_never_ends_is_stopped(reader, monkeypatch):
    reader([word("ITA", 200, 200)], before="exec sleep 30")
    monkeypatch.setattr(scanning, "SECONDS_A_PAGE", 0.2)
    with pytest.raises(UnreadableError):
        open_content(scan())


def test_a_machine_without_the_reader_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    scanning._program.cache_clear()
    with pytest.raises(UnreadableError) as raised:
        open_content(scan())
    scanning._program.cache_clear()
    assert "tesseract-ocr-tha" in raised.value.th
