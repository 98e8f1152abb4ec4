"""The memo by which an agency reports its result to its own executive, worded from the figures."""

from datetime import date

from prongsai.papers.content import Block, NumberedList, Paragraph, Signature
from prongsai.papers.memo.contents import MemoContents, MemoForm, usual_chain
from prongsai.papers.memo.facts import fact_blocks, lowest_names
from prongsai.papers.memo.score_table import ScoreTable
from prongsai.papers.posts import head_of, secretariat_of
from prongsai.rulebook.comparing import compare
from prongsai.rulebook.overall_scoring import AgencyResult

ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
CLOSING = "จึงเรียนมาเพื่อโปรดทราบผลการประเมิน และพิจารณาให้ดำเนินการตามข้อเสนอ"


def memo_contents_from_result(
    result: AgencyResult,
    *,
    agency_name: str,
    before: AgencyResult | None = None,
    scores: ScoreTable = "indicators",
    unit: str = "",
    phone: str = "",
    number: str = "",
    dated: date | None = None,
    addressee: str = "",
    legal_basis: tuple[Block, ...] = (),
    enclosures: tuple[str, ...] = (),
    signature: Signature | None = None,
    opinions: tuple[Signature, ...] | None = None,
    form: MemoForm = "headed",
    emblem: bytes | None = None,
) -> MemoContents:
    """The memo on a year's result; `before` is the result of the year before it.

    `scores` asks for the indicators in their rank or for the instruments; where the one is not known the other stands.
    Unit, addressee and the posts in the boxes follow from the name of a local government unless they are given.
    """
    comparison = None if before is None else compare(result, before)
    return MemoContents(
        agency_name=agency_name,
        subject=f"รายงานผล{ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {result.year.year}",
        origin=(Paragraph(_origin(result, agency_name), key="origin/assessment"),),
        facts=fact_blocks(result, agency_name, comparison, scores),
        legal_basis=legal_basis,
        proposal=_proposal(result),
        closing=CLOSING,
        unit=unit or secretariat_of(agency_name),
        phone=phone,
        number=number,
        dated=dated,
        addressee=addressee or head_of(agency_name),
        enclosures=enclosures,
        signature=signature or Signature(),
        opinions=usual_chain(agency_name) if opinions is None else opinions,
        form=form,
        emblem=emblem,
    )


def _origin(result: AgencyResult, agency_name: str) -> str:
    return (
        "ด้วยสำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) "
        f"จัดให้มี{ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {result.year.year} และ{agency_name}ได้เข้ารับการประเมินทั้งสามเครื่องมือ "
        "คือ IIT EIT และ OIT แล้วนั้น"
    )


def _proposal(result: AgencyResult) -> tuple[Block, ...]:
    year = result.year.year
    weakest = lowest_names(result)
    first = f" โดยเริ่มจาก{weakest}" if weakest else ""
    plan = (
        f"จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {year + 1} "
        "โดยระบุขั้นตอน ระยะเวลา ผู้รับผิดชอบ และวิธีติดตามของแต่ละมาตรการ แล้วเสนอเพื่อพิจารณาอนุมัติ"
    )
    steps = (
        "แจ้งผลการประเมินให้ทุกส่วนราชการในสังกัดทราบ และเผยแพร่บนเว็บไซต์ของหน่วยงาน",
        f"วิเคราะห์ผลรายข้อและหาสาเหตุของคะแนนที่ต่ำกว่าส่วนอื่น{first}",
        plan,
        "ติดตามการดำเนินการเป็นระยะ และรายงานความก้าวหน้าให้ผู้บริหารทราบ",
    )
    opening = "เพื่อให้ผลการประเมินนำไปสู่การปรับปรุงงานของทุกส่วน เห็นควรดำเนินการ ดังนี้"
    return (Paragraph(opening, key="proposal/opening", keep_with_next=True), NumberedList(steps, key="proposal/steps"))
