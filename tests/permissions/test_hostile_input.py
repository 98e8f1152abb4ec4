"""What nobody types by mistake: in every field of every form, in addresses, in questions, in uploads."""

import io
import re
import zipfile
from urllib.parse import quote, urlencode

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from prongsai.portal.people.models import Person
from prongsai.portal.plans.models import Evidence
from tests.permissions.expectations import IN_OTHER_STATES, MEASURE, NATIONAL, OFFICE, PUBLIC
from tests.permissions.walking import changed_tables, every_address, fingerprint

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
SCRIPT = "<script>alert(1)</script>"
IN_WORDS = {
    "null byte": "a\x00b",
    "everything else": "a\x0b\x08\ufffe\u202e\r\nBcc: x@evil.example %s %(x)s {0} ' OR 1=1 --" + "ก" * 30_000,
}
IN_NUMBERS = {
    "null byte": "1\x002",
    "superscript": "²",
    "more digits than Python reads": "9" * 5000,
    "first year": "0001-01-01",
}
NUMBERS = re.compile(
    r"TOTAL_FORMS|INITIAL_FORMS|-id$|due$|dated$|starts|ends|opens|closes|budget|target|indicator|topic|units?$|seen"
    r"|year|staff|clients|finding$|chosen|item$|-(n|population|i1|o1|instrument)$|^all-"
)
"""Fields that are read as a number, a day or one of a list."""

BESIDES = {
    "plans:add-measure": ("other_units", "starts", "ends", "budget", "success_place", "success_target", "items", "topic",
                          "question", "finding", "steps-0-id", "steps-0-due", "more"),
    "plans:report": ("link", "finished"),
    "plans:check": ("note",),
    "plans:answer-measure": ("reason",),
    "people:invite": ("units",),
    "bringing:save": ("IIT-instrument", "IIT-n", "IIT-population", "IIT-i1", "OIT-o1", "source_note"),
    "bringing:take-over": ("confirmed",),
    "bringing:read-bring": ("2565-all-2-other", "2565-replace"),
    "analyses:add": ("own-topic",),
    "proposals:choose": ("chosen",),
    "documents:head": ("dated", "subject", "addressee", "chain-0-name", "chain-0-dated", "chain-0-order", "more"),
    "documents:approve": ("opinion",),
    "rounds:profile": ("clients", "website", "address", "contact_phone", "service-0-name", "service-0-clients", "more"),
    "national-rounds:open": ("name_en",),
    "national-rounds:move": ("reason",),
}  # fmt: skip
"""Fields that the table of expectations leaves out."""


NUMBERED = {
    "measure_id",
    "step_id",
    "evidence_id",
    "finding_id",
    "membership_id",
    "unit_id",
    "version",
    "number",
    "year",
}


def fields_of(name, rule):
    return [*(field for field in rule.post if field != "file"), *BESIDES.get(name, ())]


WRITES = [(name, rule) for name, rule in [*OFFICE.items(), *NATIONAL.items()] if rule.writes and fields_of(name, rule)]


def test_the_table_of_fields_names_addresses_that_write():
    assert set(BESIDES) <= {name for name, _ in WRITES}


def test_no_value_in_any_field_is_a_fault_of_the_portal(request, whole_town, national_office, blank_error_pages):
    """Each is refused in words or kept as what it is; an exception fails this test where it is raised."""
    faults = []
    for name, rule in WRITES:
        player = request.getfixturevalue(sorted(rule.writes)[0])
        numbers = whole_town.numbers_of(rule.of)
        typed = {key: str(value).format(**numbers) for key, value in rule.post.items()}
        for field in fields_of(name, rule):
            for value in (IN_NUMBERS if NUMBERS.search(field) else IN_WORDS).values():
                status = _sent(player, ADDRESSES[name].to(numbers), typed | {field: value}, field)
                faults += [f"{name} {field} {value[:20]!r}: {status}"] if status >= 500 else []
    assert faults == []


def _sent(player, address, typed, field):
    """What is answered; what was written is undone."""
    body = urlencode(typed | ({"more": "1"} if "TOTAL_FORMS" in field else {}))
    with transaction.atomic():
        answer = player.generic("POST", address, body, "application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer.status_code


def test_no_question_in_an_address_is_a_fault_of_the_portal(officer, visitor, town):
    asked = ("page", "q", "type", "province", "year", "order", "digits", "form", "reach", "IIT-i1", "all-1", "unit",
             "indicator", "state", "check", "choose", "next")  # fmt: skip
    places = ("analysis/2568/lift/", "plans/2569/board/", "journal/", "documents/", "")
    for value in (IN_WORDS["null byte"], "\x0b\ufffe\u202e %s {0}", "²", "-1", "9" * 30, "NaN", "1e400"):
        question = "&".join(f"{name}={quote(value)}" for name in asked)
        for address in ["/", "/open-data/", "/account/sign-in/", *(f"/office/town/{place}" for place in places)]:
            for browser in (officer, visitor):
                assert browser.get(f"{address}?{question}").status_code < 500, (address, value)


def test_a_number_in_an_address_that_is_none_leads_nowhere(officer, whole_town, blank_pages):
    before, answered = fingerprint(), {}
    for name, rule in OFFICE.items():
        for part in NUMBERED & set(ADDRESSES[name].parts):
            placeholder = 2599 if part == "year" else 7_654_321
            address = ADDRESSES[name].to(whole_town.numbers_of(rule.of) | {part: placeholder})
            for number in ("0", "-1", "๑", "²", "9" * 19, "9" * 400, "%00", "1.5"):
                asked = address.replace(str(placeholder), quote(number, safe="%"))
                answered |= {(asked, method): officer.generic(method, asked).status_code for method in ("GET", "POST")}
    assert {tried: status for tried, status in answered.items() if status not in {403, 404, 405}} == {}
    assert changed_tables(before) == []


def test_a_megabyte_in_a_field_is_refused(officer, visitor, town):
    before, body = fingerprint(), "name=" + "x" * 1_100_000
    kind = "application/x-www-form-urlencoded"
    assert officer.generic("POST", "/office/town/units/", body, kind).status_code == 400
    assert visitor.generic("POST", "/account/sign-in/", body, kind).status_code == 413
    assert changed_tables(before) == []


def test_a_large_file_is_taken_from_those_who_work_here_only(visitor, officer, town, settings):
    large = b"x" * 1_100_000
    for address in ("/account/sign-in/", f"/account/invitation/{town.token}/", "/office/town/results/file/send/"):
        refused = visitor.post(address, {"file": SimpleUploadedFile("large.csv", large)})
        assert refused.status_code == 413
        assert "ใหญ่เกินไป" in refused.content.decode()
    assert (
        officer.post("/office/town/results/file/send/", {"file": SimpleUploadedFile("a.csv", large)}).status_code == 422
    )
    settings.PRONGSAI_LARGEST_REQUEST = 1_000_000
    assert (
        officer.post("/office/town/results/file/send/", {"file": SimpleUploadedFile("a.csv", large)}).status_code == 413
    )


def test_more_fields_than_any_form_has_are_refused(officer, town):
    body = "&".join(f"field-{number}=1" for number in range(600))
    assert officer.generic("POST", "/office/town/units/", body, "application/x-www-form-urlencoded").status_code == 400


@pytest.fixture
def scribbled(town, officer, unit_head, contributor):
    """Somebody wrote a script into every text that the office keeps."""
    own = "/office/town"
    officer.post(f"{own}/units/", {"name": SCRIPT})
    officer.post(f"{own}/units/{town.unit.pk}/rename/", {"name": f"{SCRIPT}2"})
    officer.post(f"{own}/results/2568/save/", {"all-1": "90", "source_note": SCRIPT})
    officer.post(f"{own}/analysis/2568/findings/{town.finding.pk}/reword/", {"text_th": SCRIPT})
    officer.post(f"{own}/analysis/2568/topics/1/", {"text_th": SCRIPT})
    officer.post(f"{own}/analysis/2568/constraints/", {"held-people": SCRIPT})
    texts = dict.fromkeys(("title", "success", "follow_up", "finding", "steps-0-text"), SCRIPT)
    officer.post(f"{own}/plans/2567/measures/{town.drafted.pk}/edit/", MEASURE | {"unit": town.unit.pk} | texts)
    step = f"{own}/plans/2569/steps/{town.step.pk}"
    named = SimpleUploadedFile(f'"{SCRIPT}.pdf', b"%PDF-1.7")
    link = f'https://link.example/?q={SCRIPT}"onmouseover=alert(1)'
    contributor.post(f"{step}/report/", {"text": SCRIPT, "link": link, "documents": named, "finished": "on"})
    unit_head.post(f"{step}/check/", {"verdict": "question", "note": SCRIPT})
    unit_head.post(f"{own}/plans/2568/measures/{town.asked.pk}/answer/", {"answer": "return", "reason": SCRIPT})
    officer.post(f"{own}/plans/2569/measures/{town.measure.pk}/outcome/", {"outcome": SCRIPT})
    officer.post(f"{own}/plans/2569/publish/", {"public": "yes"})
    for piece in Evidence.objects.all():
        officer.post(f"{own}/plans/evidence/{piece.pk}/public/", {"public": "yes"})
    Person.objects.update(display_name=SCRIPT)
    return town


def test_no_page_runs_what_somebody_typed(request, scribbled, whole_town):
    for who, least in (("officer", 20), ("contributor", 20), ("visitor", 3)):
        player, shown = request.getfixturevalue(who), 0
        for name, rule in [*PUBLIC.items(), *OFFICE.items(), *IN_OTHER_STATES]:
            if who in rule.reads or name == "progress:show":
                shown += _scribbles_on(player, name, ADDRESSES[name].to(whole_town.numbers_of(rule.of)))
        assert shown >= least, f"the scribbles should stand there as text for {who}"


def _scribbles_on(player, name, address):
    """How often they stand there as text; fails where they stand there as anything else."""
    answer = player.get(address)
    page = "" if answer.streaming or "html" not in answer["Content-Type"] else answer.content.decode()
    assert "<script" not in re.sub(r'<script (type="module" )?src="/static/', "", page), name
    assert not re.search(r"<[^>]*\son\w+\s*=|<[^>]*javascript:|<[^>]*\sstyle\s*=", page), name
    _close(answer)
    return page.count("&lt;script&gt;")


def _close(answer):
    for close in answer._resource_closers:
        close()


def test_a_link_somebody_typed_opens_nothing_of_ours(officer, scribbled):
    page = officer.get(f"/office/town/plans/2569/steps/{scribbled.step.pk}/").content.decode()
    [link] = re.findall(r"<a[^>]*link\.example[^>]*>", page)
    assert "noopener" in link
    assert "noreferrer" in link
    assert "onmouseover" not in re.sub(r'"[^"]*"', "", link)


CODE = '#read("/etc/hostname") $x$ *b* @a [c] #panic("x") // d <script>alert()</script> &amp; =e+f {{g}}\x0b\x08\ufffe'
READ_BACK = ('#read("/etc/hostname")', '#panic("x")', "<script>alert()</script>", "&amp;", "{{g}}")


@pytest.fixture
def plan_of_code(town, officer):
    """A draft plan whose texts are programs for every kind of reader."""
    texts = dict.fromkeys(("title", "success", "follow_up", "finding", "steps-0-text"), CODE)
    sent = MEASURE | {"unit": town.unit.pk} | texts
    assert officer.post(f"/office/town/plans/2567/measures/{town.drafted.pk}/edit/", sent).status_code == 302
    return "/office/town/documents/2567/plan"


def test_a_docx_holds_what_somebody_typed_as_text(officer, plan_of_code):
    content = officer.get(f"{plan_of_code}.docx").content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inside = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    words = re.sub(r"<[^>]+>", "", inside["word/document.xml"])
    for text in READ_BACK:
        assert text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in words
    assert not [name for name in inside if "vba" in name.lower() or "activeX" in name]
    assert "attachedTemplate" not in "".join(inside.values())


def test_a_pdf_holds_what_somebody_typed_as_text(officer, plan_of_code):
    content = officer.get(f"{plan_of_code}.pdf").content
    pages = pypdfium2.PdfDocument(content)
    words = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    for text in READ_BACK:
        assert "".join(text.split()) in words
    for active in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert active not in content


def test_an_email_is_plain_text_to_one_address(officer, agency, mailoutbox):
    type(agency).objects.update(name_th=f"เทศบาล{SCRIPT}\r\nBcc: all@evil.example")
    officer.post("/office/town/people/invite/", {"email": "new@town.example", "role": "auditor"})
    [mail] = mailoutbox
    assert mail.to == ["new@town.example"]
    assert (mail.cc, mail.bcc, mail.alternatives) == ([], [], [])
    assert "\n" not in mail.subject
    assert "all@evil.example" not in str(mail.message()["Bcc"])
    assert mail.message().get_content_type() == "text/plain"


POLYGLOT = b"%PDF-1.4\n<html><script>alert(1)</script></html>"
NAMES = [
    "../../../etc/passwd",
    "..\\..\\boot.ini",
    "a\r\nX-Evil: 1.pdf",
    "<script>alert(1)</script>.pdf",
    "ก" * 80 + ".pdf",
    "\u202efdp.exe",
    "a.pdf\x00.html",
    '"; filename="evil.html',
    ".htaccess",
    "con.pdf",
]


def test_evidence_is_handed_out_so_that_nothing_runs_it(contributor, town, state):
    for name in NAMES:
        piece = _brought(contributor, town, name, POLYGLOT)
        answer = contributor.get(f"/office/town/plans/evidence/{piece.pk}/")
        assert answer.getvalue() == POLYGLOT
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert not {"\r", "\n", "\x00", "/", "\\"} & set(piece.name), name
        assert piece.name.endswith(".pdf"), name
    kept = [file for file in state.rglob("*") if file.is_file()]
    assert {file.parent.parent for file in kept} == {state / "evidence"}


def _brought(player, town, name, content):
    sent = SimpleUploadedFile("x.pdf", content, content_type="text/html")
    sent.name = sent._name = name
    address = f"/office/town/plans/2569/steps/{town.step.pk}/report/"
    assert player.post(address, {"text": "ทำแล้ว", "documents": sent}).status_code == 302, name
    return Evidence.objects.order_by("pk").last()


RUN_BY_BROWSERS = {
    "page.html": b"<!doctype html><script>alert(1)</script>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "other.png": b"GIF89a<script>alert(1)</script>",
    "picture.png": b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
    "sheet.xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "page.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>",
    "nothing.pdf": b"",
}


def test_what_a_browser_would_run_is_not_taken_in(contributor, town):
    before, address = fingerprint(), f"/office/town/plans/2569/steps/{town.step.pk}/report/"
    for name, content in RUN_BY_BROWSERS.items():
        sent = {"text": "ทำแล้ว", "documents": SimpleUploadedFile(name, content, content_type="application/pdf")}
        assert contributor.post(address, sent).status_code == 200, name
    assert changed_tables(before) == []


def test_a_scores_file_that_unpacks_without_end_is_refused(officer, town):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>")
        package.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 4_000_000)
    before = fingerprint()
    sent = SimpleUploadedFile("bomb.xlsx", packed.getvalue())
    assert officer.post("/office/town/results/file/send/", {"file": sent}).status_code == 422
    assert changed_tables(before) == []
