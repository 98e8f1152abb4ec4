"""Part three of the plan, the agency's constraints, and the chain of signatures."""

from collections.abc import Iterator

from prongsai.papers.content import Block, BulletList, Heading, Paragraph, SignatureBlock
from prongsai.papers.measures_plan.contents import PlanContents


def closing_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """Constraints in their groups, then who prepared, checked and approved."""
    return (
        Heading("ส่วนที่ 3 การวิเคราะห์ข้อจำกัดของหน่วยงาน", key="constraints"),
        *_constraints(contents),
        Heading("ผู้จัดทำและผู้อนุมัติ", key="signatures"),
        SignatureBlock(contents.signatures, columns=2),
    )


def _constraints(contents: PlanContents) -> Iterator[Block]:
    groups = [group for group in contents.constraints if group.constraints]
    if not groups:
        yield Paragraph("หน่วยงานยังไม่ได้ระบุข้อจำกัดในการดำเนินการ", key="constraints/none")
    for number, group in enumerate(groups, 1):
        yield Heading(f"{number}. {group.name}", level=2)
        yield BulletList(group.constraints)
