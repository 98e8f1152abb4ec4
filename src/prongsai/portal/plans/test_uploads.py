"""Files are what their bytes say, whatever they are called."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.portal.files import recognising
from prongsai.portal.files.keeping import keep, path_of
from prongsai.portal.files.recognising import DOCX, JPEG, LARGEST, PDF, WEBP, XLSX, recognise, safe_name
from prongsai.portal.plans.conftest import JPG, PNG
from prongsai.portal.plans.models import Evidence, StepReport

PROGRAM = b"MZ\x90\x00" + b"\x00" * 60
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def package(*names):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", PDF),
        (b"\xff\xd8\xff\xe0rest", JPEG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", WEBP),
        (package("[Content_Types].xml", "word/document.xml"), DOCX),
        (package("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        (package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), None),
        (package("evil.exe"), None),
        (b"PK\x03\x04 cut off", None),
        (b"RIFF\x00\x00\x00\x00AVI LIST", None),
        (PROGRAM, None),
        (SVG, None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_bytes_say(content, kind):
    assert recognise(content) is kind


def test_a_document_that_unpacks_to_more_than_any_computer_wants_is_none(monkeypatch):
    content = package("[Content_Types].xml", "word/document.xml")
    monkeypatch.setattr(recognising, "LARGEST_UNPACKED", 2)
    assert recognise(content) is DOCX
    monkeypatch.setattr(recognising, "LARGEST_UNPACKED", 1)
    assert recognise(content) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("รายงาน.pdf", "รายงาน.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\a.pdf", "a.pdf"),
        ("x.pdf.exe", "x.pdf.exe.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie: b.pdf"),
        ("", "file.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 120 + ".pdf"),
    ],
)
def test_a_name_keeps_no_folders_and_ends_as_its_content(name, kept):
    assert safe_name(name, PDF) == kept


def test_bytes_are_kept_once_under_their_own_hash():
    digest = keep(PNG)
    assert keep(PNG) == digest
    assert path_of(digest).read_bytes() == PNG
    assert [file.name for file in path_of(digest).parent.iterdir() if file.name.startswith(digest)] == [digest]


def report(player, step, **files):
    address = f"/office/town/plans/2569/steps/{step.pk}/report/"
    return player.post(address, {"text": "ทำแล้ว", "finished": "on", **files})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("holiday.png", PROGRAM, "ไม่ใช่ PDF"),
        ("drawing.svg", SVG, "ไม่ใช่ PDF"),
        ("large.pdf", b"%PDF-" + b"0" * LARGEST, "ใหญ่เกิน 10 MB"),
        ("page.html", b"<html><script>", "ไม่ใช่ PDF"),
    ],
)
def test_hostile_files_are_refused_and_nothing_is_stored(contributor, step, name, content, said):
    response = report(contributor, step, documents=SimpleUploadedFile(name, content))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not StepReport.objects.exists()


@pytest.mark.django_db
def test_pictures_and_files_come_together_from_a_phone(contributor, step):
    pictures = [SimpleUploadedFile("IMG_1.PNG", PNG), SimpleUploadedFile("IMG_2.heic", JPG)]
    response = report(contributor, step, pictures=pictures, documents=SimpleUploadedFile("a.pdf", b"%PDF-1"))
    assert response.status_code == 302
    kept = [(e.kind, e.name, e.media_type) for e in Evidence.objects.all()]
    assert kept == [
        ("picture", "IMG_1.png", "image/png"),
        ("picture", "IMG_2.heic.jpg", "image/jpeg"),
        ("file", "a.pdf", "application/pdf"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.test/a", "data:text/html,x"])
def test_a_link_opens_safely_or_is_refused(contributor, step, link):
    assert report(contributor, step, link=link).status_code == 200
    assert not Evidence.objects.exists()


@pytest.mark.django_db
def test_too_many_files_at_once_are_refused(contributor, step):
    assert (
        report(contributor, step, documents=[SimpleUploadedFile(f"{n}.pdf", b"%PDF-1") for n in range(11)]).status_code
        == 200
    )
    assert not Evidence.objects.exists()
