"""The order that appoints a working group after a result, with posts that every agency has in one form or another."""

from datetime import date

from prongsai.papers.analysis_report.wording import level_text, score_text
from prongsai.papers.content import Signature
from prongsai.papers.order.contents import Member, OrderContents
from prongsai.papers.posts import head_of, permanent_head_of
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.dates import buddhist_year

CHAIR, MEMBER = "ประธานคณะทำงาน", "คณะทำงาน"
SECRETARY, ASSISTANT = "คณะทำงานและเลขานุการ", "คณะทำงานและผู้ช่วยเลขานุการ"
DUTIES = (
    "วิเคราะห์ผลการประเมินรายตัวชี้วัดและรายข้อ หาสาเหตุของคะแนนที่ต่ำ และเสนอมาตรการพร้อมผู้รับผิดชอบ",
    "จัดทำแผนมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และเสนอผู้บริหารพิจารณา",
    "รวบรวมและเผยแพร่ข้อมูลตามแบบวัด OIT บนเว็บไซต์ของหน่วยงานให้ครบถ้วนและเป็นปัจจุบัน",
    "แจ้งช่องทางการตอบแบบวัด IIT และ EIT ให้ผู้มีสิทธิตอบทราบอย่างทั่วถึง โดยไม่ชี้นำคำตอบ",
    "ติดตามการดำเนินการตามมาตรการ และรายงานความก้าวหน้าต่อผู้บริหารอย่างน้อยไตรมาสละหนึ่งครั้ง",
    "ปฏิบัติงานอื่นที่เกี่ยวข้องตามที่ได้รับมอบหมาย",
)


def working_group_order(
    result: AgencyResult,
    *,
    agency_name: str,
    dated: date | None = None,
    year: int | None = None,
    number: str = "",
    members: tuple[Member, ...] | None = None,
    effective_from: date | None = None,
    signature: Signature | None = None,
    emblem: bytes | None = None,
) -> OrderContents:
    """The order for the year after the result; `members` are usual posts unless they are given.

    `year` is the one in which the order is numbered, by itself that of `dated`, else the year after the result.
    """
    work_year = result.year.year + 1
    return OrderContents(
        agency_name=agency_name,
        subject=(
            "แต่งตั้งคณะทำงานขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส",
            f"ในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {work_year}",
        ),
        preamble=_preamble(result, agency_name, work_year),
        members=usual_members(agency_name) if members is None else members,
        duties=DUTIES,
        year=year or (work_year if dated is None else buddhist_year(dated)),
        number=number,
        effective_from=effective_from,
        ordered_on=dated,
        signature=signature or Signature(post=head_of(agency_name)),
        emblem=emblem,
    )


def usual_members(agency_name: str) -> tuple[Member, ...]:
    """By post only: names belong to the agency."""
    return (
        Member(permanent_head_of(agency_name) or "รองหัวหน้าหน่วยงานที่ได้รับมอบหมาย", CHAIR),
        Member("หัวหน้าส่วนราชการทุกส่วน", MEMBER),
        Member("ผู้รับผิดชอบงานการเงินและงบประมาณ", MEMBER),
        Member("ผู้รับผิดชอบงานพัสดุและการจัดซื้อจัดจ้าง", MEMBER),
        Member("ผู้รับผิดชอบงานบริหารทรัพยากรบุคคล", MEMBER),
        Member("ผู้รับผิดชอบงานรับเรื่องร้องเรียน", MEMBER),
        Member("ผู้ดูแลเว็บไซต์ของหน่วยงาน", MEMBER),
        Member("ผู้รับผิดชอบการประเมิน ITA ของหน่วยงาน", SECRETARY),
        Member("เจ้าหน้าที่ที่ได้รับมอบหมาย", ASSISTANT),
    )


def _preamble(result: AgencyResult, agency_name: str, work_year: int) -> str:
    year, total = result.year.year, result.total
    known = "" if total is None else f" ได้คะแนนรวม {score_text(total)} คะแนน {level_text(result)}"
    return (
        f"ด้วย{agency_name}ได้รับทราบผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
        f"ประจำปีงบประมาณ พ.ศ. {year}{known} เพื่อให้การนำผลไปปรับปรุงงานและการเตรียมการประเมินปีงบประมาณ พ.ศ. {work_year} "
        "มีผู้รับผิดชอบชัดเจนและเป็นไปในทางเดียวกัน จึงแต่งตั้งคณะทำงาน โดยมีองค์ประกอบและหน้าที่ดังต่อไปนี้"
    )
