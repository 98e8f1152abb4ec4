import io
import zipfile

import pytest

from prongsai.fetching.kinds import Kind, kind_of

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def zipped(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.EMPTY),
        (b" \r\n", Kind.EMPTY),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\r\n\r\n%PDF-1.4", Kind.PDF),
        (b"\x89PNG\r\n\x1a\n...", Kind.PNG),
        (b"\xff\xd8\xff\xe0", Kind.JPG),
        (b"RIFF1234WEBPVP8 ", Kind.WEBP),
        (b"Rar!\x1a\x07\x01\x00", Kind.RAR),
        (b"{\\rtf1", Kind.RTF),
        (zipped("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
        (zipped("ppt/presentation.xml"), Kind.PPTX),
        (zipped("plan.pdf"), Kind.ZIP),
        (OLE + "WordDocument".encode("utf-16-le"), Kind.DOC),
        (OLE + "Workbook".encode("utf-16-le"), Kind.XLS),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Kind.LOCKED_OFFICE),
        (OLE, Kind.UNKNOWN),
        (b"\xef\xbb\xbf  <!DOCTYPE HTML><p>", Kind.HTML),
        (b"<?php warning ?><html>", Kind.HTML),
        (b"<?xml version='1.0'?><rss/>", Kind.XML),
        (b'{"a": 1}', Kind.JSON),
        ("ปีงบประมาณ".encode("cp874"), Kind.TEXT),
        ("ปีงบประมาณ".encode("utf-16"), Kind.TEXT),
        (b"MZ\x90\x00", Kind.UNKNOWN),
        (b"\x7fELF\x02\x01\x01\x00", Kind.UNKNOWN),
    ],
)
def test_a_file_is_what_its_bytes_are(content, kind):
    assert kind_of(content, content, content) is kind
