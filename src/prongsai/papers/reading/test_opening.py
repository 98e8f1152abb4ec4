import os

import pytest

from prongsai.papers.reading.opening import open_content, open_document
from prongsai.papers.reading.unreadable import LARGEST_BYTES, MOST_LINES, UnreadableError

TEXT = "เทศบาลตำบลทดลอง\nคะแนนรวม ๙๐.๐๐ คะแนน"


def refusal(content):
    with pytest.raises(UnreadableError) as raised:
        open_content(content)
    return raised.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_thai_text_opens_in_every_encoding_that_offices_use(encoding):
    lines = open_content(TEXT.encode(encoding)).lines
    assert [line.text for line in lines] == TEXT.split("\n")
    assert [line.where.line for line in lines] == [1, 2]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", "\u00a0\n".encode()])
def test_a_file_without_a_letter_is_empty(content):
    assert "ว่าง" in refusal(content).th


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02" * 400,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        rb"{\rtf1\ansi hello}",
        b"\x05\x06\x07" * 400,
        b"\xff\xfe\x00",
    ],
)
def test_what_is_neither_text_nor_word_nor_pdf_is_refused_whatever_its_name(content):
    assert ".docx" in refusal(content).th


def test_an_old_word_file_is_told_how_to_save():
    assert ".doc)" in refusal(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600).th


def test_a_locked_office_file_is_told_apart_from_an_old_one():
    sealed = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    assert "รหัสผ่าน" in refusal(sealed).th


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path):
    file = tmp_path / "large.txt"
    file.touch()
    os.truncate(file, LARGEST_BYTES + 1)
    with pytest.raises(UnreadableError) as raised:
        open_document(file)
    assert "50 MB" in raised.value.th
    assert "50 MB" in refusal(b" " * (LARGEST_BYTES + 1)).en


def test_endless_lines_are_no_document():
    assert "500" in refusal(b"a\n" * (MOST_LINES + 1)).th


def test_a_missing_file_a_folder_and_an_impossible_name_have_their_own_words(tmp_path):
    words = set()
    for path in (tmp_path / "nothing.txt", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(UnreadableError) as raised:
            open_document(path)
        words.add(raised.value.th)
        assert "\n" not in raised.value.th
    assert len(words) == 3


def test_a_file_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    file = tmp_path / "closed.txt"
    file.write_text(TEXT, encoding="utf-8")

    def closed(_):
        raise PermissionError

    monkeypatch.setattr(type(file), "read_bytes", closed)
    with pytest.raises(UnreadableError) as raised:
        open_document(file)
    assert "สิทธิ์" in raised.value.th


def test_a_pdf_with_the_name_of_a_text_is_read_as_a_pdf(tmp_path):
    file = tmp_path / "result.txt"
    file.write_bytes(b"%PDF-1.4 and nothing more")
    with pytest.raises(UnreadableError) as raised:
        open_document(file)
    assert "PDF" in raised.value.th


def test_a_packed_file_that_is_no_document_is_refused():
    assert "เสีย" in refusal(b"PK\x03\x04 and nothing more").th
