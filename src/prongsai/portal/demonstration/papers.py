"""Papers of the demonstration's town: an approved analysis and memo, and one whose figures were corrected afterwards.

The correction is a slip as it happens: two digits of indicator 5 the wrong way round, noticed after the approval.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.demonstration.accounts import ACCOUNTS, TOWN
from prongsai.portal.demonstration.published import published_years
from prongsai.portal.documents.access import OpenedPaper
from prongsai.portal.documents.approving.actions import Seen, approve_paper
from prongsai.portal.documents.drafting.actions import Said, reword_passages, start_paper, submit_paper, write_head
from prongsai.portal.documents.figures import fingerprint
from prongsai.portal.documents.freezing import current_sections
from prongsai.portal.documents.head import Head, Signer
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.passages import written_now
from prongsai.portal.documents.queries import Paper, find_paper
from prongsai.portal.documents.sources import Sources
from prongsai.portal.people.access import Seat, take_seat
from prongsai.portal.people.queries import find_person
from prongsai.portal.people.roles import Role
from prongsai.portal.results.actions import bring_result, discard_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import TOTAL, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument

YEAR = 2568
SLIP = indicator_place(5)
LEFT_TO_COMPUTE = {TOTAL, instrument_place(Instrument.IIT)}
DECIDED = date(2025, 9, 16)
CHAIN = (
    Signer(role="ผู้จัดทำ", post="นักวิเคราะห์นโยบายและแผน", dated=DECIDED),
    Signer(role="ผู้ตรวจสอบ", post="หัวหน้าสำนักปลัดเทศบาล", opinion="ตรวจสอบแล้วถูกต้อง", dated=DECIDED),
    Signer(role="ผู้เห็นชอบ", post="ปลัดเทศบาล", opinion="เห็นควรอนุมัติ", dated=DECIDED),
    Signer(role="ผู้อนุมัติ", post="นายกเทศมนตรี", dated=DECIDED),
)
OWN_WORDS = (
    "คะแนนรวมสูงขึ้นจากปีก่อน แต่ปีนี้ข้อคำถามของตัวชี้วัดที่ 8 เปลี่ยนไป จึงควรอ่านส่วนต่างด้วยความระมัดระวัง\n"
    "เทศบาลขอขอบคุณผู้รับบริการและบุคลากรทุกคนที่ร่วมตอบแบบวัด"
)


def load_papers(*, agency: Agency) -> None:
    """Write, submit and approve the papers; where one stands already, all stays as it is."""
    if find_paper(agency.pk, YEAR, "memo") is not None:
        return
    officer, executive = _seat(agency, Role.OFFICER), _seat(agency, Role.EXECUTIVE)
    _bring_with_a_slip(agency)
    _make(officer, executive, "memo", Head(number="ตย 52001/88", dated=date(2025, 9, 1), chain=CHAIN))
    discard_result(actor=officer.actor, agency_id=agency.pk, agency_code=agency.code, year=YEAR)
    _make(officer, executive, "analysis", Head(number="ตย 52001/112", dated=date(2025, 9, 15), chain=CHAIN))


def _make(officer: Seat, executive: Seat, kind: str, head: Head) -> None:
    paper = start_paper(seat=officer, kind=KINDS[kind], year=YEAR)
    write_head(seat=officer, paper=paper, head=head, seen=paper.revision)
    if kind == "analysis":
        _reword(officer)
    opened = _opened(officer, kind)
    submit_paper(seat=officer, paper=opened.paper)
    opened = _opened(executive, kind)
    figures = opened.kind.figures_now(opened.sources, YEAR)
    approve_paper(seat=executive, opened=opened, seen=Seen(opened.paper.revision, fingerprint(figures)))


def _reword(officer: Seat) -> None:
    opened = _opened(officer, "analysis")
    key = "overview/last-year"
    said = {key: Said(OWN_WORDS, written_now(current_sections(opened)).get(key, ""))}
    reword_passages(seat=officer, paper=opened.paper, said=said, seen=opened.paper.revision)


def _bring_with_a_slip(agency: Agency) -> None:
    [entry] = [one for one in published_years() if (one.agency, one.year) == (TOWN, YEAR)]
    bring_result(
        actor=_seat(agency, Role.OFFICER).actor,
        agency_id=agency.pk,
        agency_code=agency.code,
        year=YEAR,
        figures=list(_slipped(entry.figures)),
        source_note="สาธิต: ตัวชี้วัดที่ 5 พิมพ์สลับหลัก",
    )


def _slipped(figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """The figures with the slip; the sums above it are left to be computed, as by an officer who types the form."""
    for figure in figures:
        if figure.place == SLIP and figure.score is not None:
            text = f"{figure.score:.2f}"
            yield replace(figure, score=Decimal(f"{text[:-2]}{text[-1]}{text[-2]}"))
        elif figure.place not in LEFT_TO_COMPUTE:
            yield figure


def _opened(seat: Seat, kind: str) -> OpenedPaper:
    paper: Paper | None = find_paper(seat.agency.pk, YEAR, kind)
    assert paper is not None  # noqa: S101 - started above
    return OpenedPaper(paper, KINDS[kind], Sources(seat.agency))


def _seat(agency: Agency, role: Role) -> Seat:
    [account] = [account for account in ACCOUNTS if (account.agency, account.role) == (TOWN, role)]
    person = find_person(account.email)
    seat = None if person is None else take_seat(person, agency)
    assert seat is not None  # noqa: S101 - `load_accounts` made it
    return seat
