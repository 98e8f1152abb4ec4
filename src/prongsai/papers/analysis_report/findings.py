"""The report's second part: strengths, weaknesses, and every question with what to mend or keep."""

from collections.abc import Iterator, Sequence

from prongsai.papers.analysis_report.contents import AnalysisContents
from prongsai.papers.analysis_report.wording import finding_text, score_text, short_name
from prongsai.papers.content import Block, BulletList, Cell, Column, Heading, Paragraph, Row, Table
from prongsai.rulebook.advising import Finding, QuestionAdvice
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Question, Recommendation, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult

KEEP = "รักษาระดับนี้ไว้"
NO_STRENGTHS = "ไม่พบตัวชี้วัดที่เด่นกว่าตัวชี้วัดอื่นจากคะแนนที่ทราบ"
NO_WEAKNESSES = "ไม่พบตัวชี้วัดที่ด้อยกว่าตัวชี้วัดอื่นจากคะแนนที่ทราบ"
NO_GATES = "คะแนนที่ทราบยังไม่พอจะบอกได้"
QUESTIONS_HEADING = "3. ผลรายข้อคำถามและข้อเสนอแนะ"


def finding_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """Strengths, weaknesses, gates and missed items, as sentences with their figures."""
    return (
        Heading("2. จุดแข็งและจุดที่ควรพัฒนา", key="findings"),
        *_unknown(contents),
        *_list("2.1 จุดแข็ง", "strengths", _told(contents, contents.strengths), NO_STRENGTHS),
        *_list("2.2 จุดที่ควรพัฒนา", "weaknesses", _told(contents, contents.weaknesses), NO_WEAKNESSES),
        *_list("2.3 เกณฑ์ของระดับที่ต้องติดตาม", "gates", _told(contents, contents.gates), NO_GATES),
        *_missed(contents),
    )  # fmt: skip


def _told(contents: AnalysisContents, findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(finding_text(finding, contents.year) for finding in findings)


def _list(title: str, key: str, sentences: tuple[str, ...], nothing: str) -> Iterator[Block]:
    yield Heading(title, level=2)
    if sentences:
        yield BulletList(sentences, key=f"findings/{key}")
    else:
        yield Paragraph(nothing, key=f"findings/{key}")


def _unknown(contents: AnalysisContents) -> Iterator[Block]:
    known = sum(value is not None for value in contents.result.indicators.values())
    if known < len(contents.year.indicators):
        yield Paragraph(f"ทราบคะแนน {known} จาก {len(contents.year.indicators)} ตัวชี้วัด ผลต่อไปนี้จึงกล่าวเฉพาะส่วนที่ทราบ")


def _missed(contents: AnalysisContents) -> Iterator[Block]:
    if contents.missed:
        yield Heading("2.4 ข้อ OIT ที่ยังไม่ครบถ้วน", level=2)
        columns = (Column("ข้อ", 1), Column("เรื่อง", 6), Column("คะแนนรวมที่เสียไป", 2, "right"))
        yield Table(
            columns,
            tuple(Row((c.item.code.upper(), c.item.title_th, f"{c.points}")) for c in contents.missed),
        )


def question_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """Every known question with its score and what follows from it; the wide table of the detailed form."""
    columns = (
        Column("ตัวชี้วัด", 2.3),
        Column("เครื่องมือ", 1.3),
        Column("ข้อ", 0.7, "centre"),
        Column("ประเด็น", 2.8),
        Column("คะแนน", 1.1, "right"),
        Column("ข้อบกพร่อง / แก้ไขปรับปรุง / รักษาระดับ", 7.3),
    )
    rows = (*_known_rows(contents), *_unseen_rows(contents))
    note = f"ข้อ OIT ที่อ้างอิงในตารางเป็นเลขข้อของปีงบประมาณ พ.ศ. {contents.year.year}"
    heading = Heading(QUESTIONS_HEADING, key="questions")
    return (heading, Paragraph(note, style="note"), Table(columns, rows)) if rows else ()


def no_question_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """The same part for an agency that knows no question score and has no weak indicator."""
    if question_blocks(contents):
        return ()
    heading = Heading(QUESTIONS_HEADING, key="questions")
    return (heading, Paragraph("ไม่ทราบคะแนนรายข้อคำถาม จึงไม่มีข้อเสนอแนะรายข้อ"))


def _known_rows(contents: AnalysisContents) -> Iterator[Row]:
    advice = {entry.question.code: entry for entry in contents.advice}
    for part, survey in contents.year.survey_by_part.items():
        for question in survey.questions:
            value = contents.result.score(Place(part, question.code)).value
            if value is not None:
                what = _what_follows(contents.result, Place(part, question.code), advice.get(question.code))
                yield _row(contents.year, short_name(part), question, score_text(value), what)


def _unseen_rows(contents: AnalysisContents) -> Iterator[Row]:
    """A weak indicator without question scores: all its questions are worth a look."""
    for survey in contents.year.surveys:
        for question in survey.questions:
            if question.indicator in contents.unseen:
                recommendation = contents.year.recommendations[question.code]
                what = _advice_cell(contents.year, "ประเด็นที่ควรสอบทาน", recommendation)
                yield _row(contents.year, survey.instrument.value, question, score_text(None), what)


def _row(year: YearInstrument, instrument: str, question: Question, score: str, what: Cell) -> Row:
    indicator = year.indicators[question.indicator]
    return Row((f"{indicator.number}. {indicator.name_th}", instrument, question.code, question.topic_th, score, what))


def _what_follows(result: AgencyResult, place: Place, advice: QuestionAdvice | None) -> Cell:
    weak = dict(advice.scores) if advice else {}
    if advice is None or not weak:
        return Cell(KEEP)
    first = next(iter(weak))
    if place not in weak:
        return Cell(f"ไม่ต่ำกว่าคะแนนของส่วนนี้ ให้รักษาระดับไว้ โดยทำร่วมกับข้อ {place.code} ของ {short_name(first.instrument)}")
    if place != first:
        return Cell(f"ดำเนินการเช่นเดียวกับข้อ {place.code} ของ {short_name(first.instrument)}")
    falls_short = any(result.reaches_target(one) is False for one in weak)
    word = "ข้อบกพร่อง" if falls_short else "ประเด็นที่พัฒนาได้อีก"
    return _advice_cell(result.year, word, advice.recommendation)


def _advice_cell(year: YearInstrument, word: str, recommendation: Recommendation) -> Cell:
    return Cell(
        blocks=(
            Paragraph(f"{word}: {recommendation.issue_th}", style="plain"),
            Paragraph(f"แก้ไขปรับปรุง: {recommendation.advice_th}{cited_items(year, recommendation)}", style="plain"),
        )
    )


def cited_items(year: YearInstrument, recommendation: Recommendation) -> str:
    """The items that the advice rests on: ` (อ้างอิง O8, O9)`."""
    names = [code.upper() for code in recommendation.items if code in year.items]
    names += [f"ตัวชี้วัดย่อย {code}" for code in recommendation.sub_indicators]
    return f" (อ้างอิง {', '.join(names)})" if names else ""
