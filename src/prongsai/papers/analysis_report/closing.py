"""The end of the report: what the figures rest on, who prepared and who approves."""

from collections.abc import Iterator

from prongsai.papers.analysis_report.contents import AnalysisContents
from prongsai.papers.analysis_report.wording import place_name
from prongsai.papers.content import Block, BulletList, Heading, Paragraph, Run, SignatureBlock

HASH_SHOWN = 16


def closing_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """Notes on the figures, then the signatures."""
    return (
        Heading("7. หมายเหตุเกี่ยวกับข้อมูล", key="notes"),
        BulletList(tuple(_notes(contents)), key="notes/figures"),
        _rules_used(contents),
        Heading("8. ผู้จัดทำและผู้เห็นชอบ", key="signatures"),
        SignatureBlock(contents.signatures, columns=2),
    )


def _notes(contents: AnalysisContents) -> Iterator[str]:
    year = contents.year
    yield ("คะแนนข้อคำถาม เครื่องมือ และคะแนนรวมปัดเป็นทศนิยมสองตำแหน่งโดยปัดครึ่งขึ้น ส่วนตัวชี้วัดแสดงสองตำแหน่งแต่คิดต่อด้วยค่าเต็ม")
    for entry in contents.contradictions:
        yield (
            f"{place_name(entry.place, year)} มีผู้ระบุไว้ {entry.stated:.2f} แต่คะแนนส่วนประกอบคิดได้ {entry.computed:.2f} "
            "ควรตรวจสอบก่อนลงนาม"
        )
    if contents.missing:
        yield f"ยังไม่ทราบคะแนน {', '.join(place_name(place, year) for place in contents.missing)}"
    yield f"ข้อคำถามที่ถือว่าต่ำกว่าข้ออื่น คือข้อที่ได้คะแนนต่ำกว่าคะแนนของเครื่องมือหรือส่วนของตน หรือต่ำกว่าค่าเป้าหมาย {year.round.target:.2f}"
    yield "ข้อเสนอแนะเรียบเรียงโดยระบบ ไม่ใช่ข้อความของผู้ประเมิน"


def _rules_used(contents: AnalysisContents) -> Paragraph:
    year = contents.year
    return Paragraph(
        (
            f"เกณฑ์ที่ใช้: ปีงบประมาณ พ.ศ. {year.year} ฉบับที่ {year.round.revision} รหัสตรวจสอบ ",
            Run(year.sha256[:HASH_SHOWN], as_written=True),
            f" {year.round.status_th}",
        ),
        style="note",
    )
