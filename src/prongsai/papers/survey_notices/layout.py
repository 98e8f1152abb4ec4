"""One notice: its lines one under another, centred, and the QR code in the height that they leave."""

from collections.abc import Iterator, Sequence

from prongsai.papers import typography as measures
from prongsai.papers.addresses import address_run, readable_address
from prongsai.papers.content import Block, Figure, Panel, Panels, Paragraph, Run, Spacer
from prongsai.papers.line_heights import LINE, fitting_size, text_height
from prongsai.papers.qr import qr_code
from prongsai.papers.survey_notices.contents import NoticeContents
from prongsai.papers.survey_notices.sizes import FACTORS, NoticeSize
from prongsai.papers.survey_notices.wording import WORDS, day_text, joined, survey_line
from prongsai.rulebook.instrument import Instrument
from prongsai.thai.numerals import DigitStyle

LABEL_SHARE = 0.27
SMALLEST_CODE_CM = 2.0
GAPS = 2
SAFETY_PT = 20.0
"""What Word and Typst count differently."""


def notice_panel(contents: NoticeContents, paper: NoticeSize, digits: DigitStyle) -> Panel:
    """The whole notice as one field of a page; letters grow smaller before the code becomes too small to read."""
    tried = (paper.smaller(factor) for factor in FACTORS)
    size = next((s for s in tried if _left_for_code(contents, s, digits) >= s.smallest_code_cm), None)
    size = size or paper.smaller(FACTORS[-1])
    code = max(SMALLEST_CODE_CM, min(size.largest_code_cm, _left_for_code(contents, size, digits)))
    gap = Spacer(size.gap_lines)
    blocks: tuple[Block, ...] = (
        *_lines(_head(contents, size, digits)),
        _code(contents, code),
        *_lines(_link(contents, size, digits)),
        gap,
        _facts_panels(contents, size),
        gap,
        *_lines(_foot(contents, size)),
    )
    return Panel(blocks, middle=True, size=size.text)


def _left_for_code(contents: NoticeContents, size: NoticeSize, digits: DigitStyle) -> float:
    runs = (*_head(contents, size, digits), *_link(contents, size, digits), *_foot(contents, size))
    taken = _height(runs, size, digits) + _facts_height(contents, size, digits) + SAFETY_PT
    taken += GAPS * size.gap_lines * measures.BODY_SIZE * LINE
    return size.height_cm - 2 * size.padding_cm - taken / measures.POINTS_PER_CM


def _head(contents: NoticeContents, size: NoticeSize, digits: DigitStyle) -> list[Run]:
    words = WORDS[contents.language]
    invitation = words.invite_staff if contents.instrument is Instrument.IIT else words.invite_public
    return [
        _fitted(contents.agency_name, size, size.name, digits),
        _fitted(invitation, size, size.headline, digits),
        Run(survey_line(contents.instrument, contents.year, contents.language), size=size.text),
    ]


def _link(contents: NoticeContents, size: NoticeSize, digits: DigitStyle) -> list[Run]:
    readable = readable_address(contents.address)
    points = fitting_size(readable, size.room_cm, size.link, digits, bold=True)
    typed = address_run(contents.address, bold=True, size=points, shown=readable)
    return [Run(WORDS[contents.language].scan, size=size.text), typed]


def _foot(contents: NoticeContents, size: NoticeSize) -> list[Run]:
    words = WORDS[contents.language]
    promises = [Run(promise, bold=True, size=size.text) for promise in words.promises]
    return [*promises, Run(words.contact.format(contact=contents.contact), size=size.small)]


def _facts(contents: NoticeContents, size: NoticeSize) -> Iterator[tuple[str, str]]:
    """What, who, how long, until when; a small card leaves out what."""
    words, language = WORDS[contents.language], contents.language
    if size.with_subjects:
        subjects = joined(contents.subjects, language)
        yield words.what, words.asked.format(count=contents.questions, subjects=subjects)
    yield words.who, contents.respondents
    yield words.time, words.minutes.format(minutes=contents.minutes)
    yield words.until, day_text(contents.closes_on, language)


def _facts_panels(contents: NoticeContents, size: NoticeSize) -> Panels:
    fields = []
    for label, words in _facts(contents, size):
        fields += [_fact(Run(label, bold=True), size), _fact(Run(words), size)]
    return Panels(tuple(fields), shares=(LABEL_SHARE, 1 - LABEL_SHARE), padding_cm=_fact_padding(size))


def _fact(run: Run, size: NoticeSize) -> Panel:
    return Panel((Paragraph(run, style="plain"),), tinted=True, size=size.text)


def _fact_padding(size: NoticeSize) -> float:
    return size.text / 200


def _facts_height(contents: NoticeContents, size: NoticeSize, digits: DigitStyle) -> float:
    room = size.room_cm * (1 - LABEL_SHARE) - 2 * _fact_padding(size)
    facts = list(_facts(contents, size))
    lines = sum(text_height([words], room, size.text, digits) for _, words in facts)
    return lines + len(facts) * 2 * _fact_padding(size) * measures.POINTS_PER_CM


def _fitted(text: str, size: NoticeSize, sizes: Sequence[tuple[int, float]], digits: DigitStyle) -> Run:
    return Run(text, bold=True, size=fitting_size(text, size.room_cm, sizes, digits, bold=True))


def _height(runs: Sequence[Run], size: NoticeSize, digits: DigitStyle) -> float:
    return sum(text_height([run], size.room_cm, run.size or size.text, digits, bold=run.bold) for run in runs)


def _lines(runs: Sequence[Run]) -> Iterator[Paragraph]:
    return (Paragraph(run, style="centre") for run in runs)


def _code(contents: NoticeContents, width_cm: float) -> Figure:
    words = WORDS[contents.language]
    return Figure(
        qr_code(contents.address, title=words.qr), alt=f"QR {words.qr}: {contents.address}", width_cm=width_cm
    )
