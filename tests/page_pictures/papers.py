"""Every kind of paper, short and as long as it gets, as PDF."""

from collections.abc import Callable
from functools import partial

from prongsai.papers.oit_summary import Disclosed, gather_summary, write_summary
from prongsai.papers.result_sheet import gather_sheet, write_sheet
from prongsai.papers.survey_notices import Slip, SlipContents, gather_notice, write_cards, write_poster, write_slips
from prongsai.papers.test_every_paper import DAY, PAPERS, situation
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

ADDRESS = "https://ita.example.go.th/s/tuayang/"
CONTACT = "งานวิเคราะห์นโยบายและแผน โทร. 0 2345 6789"


def sheet(size: str, **options: object) -> bytes:
    result, before, name, _ = situation(size)
    contents = gather_sheet(result, agency_name=name, before=before, address=ADDRESS, source="คะแนนทดสอบ")
    return write_sheet(contents, **options)


def oit(size: str, **options: object) -> bytes:
    result, _, name, _ = situation(size)
    codes = list(result.year.items)
    urls = tuple(f"https://www.example.go.th/ita/2568/{'หมวดหมู่-' * 6}{number}.pdf" for number in range(4))
    given = {code: Disclosed(urls, "เผยแพร่แล้วในหน้าแรก " * 8) for code in codes} if size == "long" else {}
    verdicts = {code: place % 3 > 0 for place, code in enumerate(codes) if place % 7}
    contents = gather_summary(result.year, agency_name=name, given=given, verdicts=verdicts, as_of=DAY)
    return write_summary(contents, **options)


def notice(size: str, write: Callable[..., bytes], **options: object) -> bytes:
    name = situation(size)[2]
    part = Instrument.EIT1 if size == "short" else Instrument.IIT
    contents = gather_notice(
        load_year(2568), part, agency_name=name, address=ADDRESS, minutes=5, closes_on=DAY, contact=CONTACT
    )
    return write(contents, **options)


def slips(size: str, **options: object) -> bytes:
    codes = tuple(Slip(f"K7QM3XPA{number:04}", f"{ADDRESS}#{number}") for number in range(3 if size == "short" else 23))
    return write_slips(SlipContents(situation(size)[2], 2568, Instrument.IIT, ADDRESS, DAY, codes), **options)


WRITERS: dict[str, Callable[..., bytes]] = {
    **PAPERS,
    "sheet": sheet,
    "oit": oit,
    "poster": partial(notice, write=write_poster),
    "cards": partial(notice, write=write_cards),
    "slips": slips,
}
SIZES = ("short", "long")


def pdf_of(paper: str, size: str) -> bytes:
    """A paper as PDF, always with the same words."""
    return WRITERS[paper](size, format="pdf", digits="thai", written_on=DAY)
