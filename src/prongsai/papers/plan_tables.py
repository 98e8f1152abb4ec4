"""The cells, lines and states that the plan of measures and the report on it share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from prongsai.papers.content import Block, Cell, Document, NumberedList, Paragraph, Run
from prongsai.papers.docx import render_docx
from prongsai.papers.pdf import render_pdf
from prongsai.thai.periods import Period, format_period

Format = Literal["pdf", "docx"]

SUBJECT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
TITLE_SIZE = 18.0
NOT_SAID = "-"
TO_FILL = "." * 34
"""Dots for what only the agency can say."""


def rendered(document: Document, *, format: Format, written_on: date | None) -> bytes:  # noqa: A002 - callers' word
    """The document as a file of the asked kind."""
    if format == "pdf":
        return render_pdf(document, created=written_on)
    return render_docx(document, created=written_on)


def title_lines(*lines: str) -> tuple[Block, ...]:
    """The bold centred lines that a paper begins with."""
    return tuple(Paragraph(Run(line, bold=True, size=TITLE_SIZE), style="centre") for line in lines if line)


@dataclass(frozen=True, slots=True)
class PaperState:
    """Which version a paper is, and what it still waits for; nothing awaited makes it the paper that holds."""

    version: int
    awaited: str = ""

    @property
    def footer(self) -> str:
        """The line under every page."""
        return f"ร่าง ฉบับที่ {self.version} {self.awaited}" if self.awaited else f"ฉบับที่ {self.version}"

    @property
    def note(self) -> tuple[Block, ...]:
        """The same on the first page of a draft, where it cannot be overlooked."""
        if not self.awaited:
            return ()
        return (Paragraph(Run(f"({self.footer} ห้ามนำไปเผยแพร่หรืออ้างอิง)", bold=True), style="centre"),)


def steps_cell(steps: Sequence[str]) -> Cell:
    """Steps with their numbers; one alone needs none."""
    if len(steps) > 1:
        return Cell(blocks=(NumberedList(tuple(steps)),))
    return Cell(steps[0] if steps else NOT_SAID)


def period_text(period: Period | None) -> str:
    """`ต.ค. 2568 - ก.ย. 2569`."""
    return NOT_SAID if period is None else format_period(period)


def units_text(unit: str, others: Sequence[str]) -> str:
    """`สำนักปลัด ร่วมกับ กองคลัง / กองช่าง`."""
    if not others:
        return unit or NOT_SAID
    return f"{unit} ร่วมกับ {' / '.join(others)}" if unit else " / ".join(others)


def budget_text(budget: Decimal | None) -> str:
    """`งบประมาณ 20,000 บาท`; whole baht go without decimals, nothing said stays empty."""
    if budget is None:
        return ""
    if not budget:
        return "ไม่ใช้งบประมาณ"
    return f"งบประมาณ {baht_text(budget)}"


def baht_text(amount: Decimal) -> str:
    """`20,000 บาท`, `20,000.50 บาท`."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f} บาท" if whole else f"{amount:,.2f} บาท"


def lines_cell(*lines: str) -> Cell:
    """A cell with a paragraph for each line that says something."""
    said = tuple(Paragraph(line, style="plain") for line in lines if line)
    return Cell(blocks=said) if said else Cell(NOT_SAID)


def continued(name: str, *, first: bool) -> str:
    """The name that rows of a group repeat, so that a row on a new page still says what it belongs to."""
    return name if first else f"{name} (ต่อ)"
