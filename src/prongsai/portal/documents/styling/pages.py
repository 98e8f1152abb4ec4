"""What the pages of templates show: which are in use, and what can be written in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prongsai.portal.documents.models import AgencyTemplate, TemplatedPaper
from prongsai.portal.documents.templating import problem_with

SAMPLE = """paper: {paper}
name: แบบของหน่วยงาน
left_out: []
order: [{order}]
words:
  {passage}: ข้อความของหน่วยงานสำหรับปี {{year}}
extra:
  - key: welcome
    title: สารจากผู้บริหาร
    after: {after}
    paragraphs:
      - "{{agency}} ได้คะแนน {{total}} ({{level}})"
"""


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A paper, and the template in use for it; `problem` says why it cannot be used any more."""

    paper: TemplatedPaper
    stored: AgencyTemplate | None
    problem: str


def template_lines(stored: Mapping[str, AgencyTemplate]) -> list[TemplateLine]:
    """Every paper that can have a template."""
    return [_line(paper, stored.get(paper)) for paper in TemplatedPaper]


def template_page(paper: TemplatedPaper, stored: AgencyTemplate | None) -> dict[str, Any]:
    """The names that a template of this paper may use, with an example."""
    from prongsai.papers.templates import PLACEHOLDERS
    from prongsai.papers.templates.known_keys import PASSAGES, SECTIONS

    sections = next(keys for name, keys in SECTIONS.items() if name == paper)
    passages = next(keys for name, keys in PASSAGES.items() if name == paper)
    return {
        "line": _line(paper, stored),
        "sections": sections,
        "passages": passages,
        "placeholders": [f"{{{name}}}" for name in PLACEHOLDERS],
        "sample": SAMPLE.format(
            paper=paper.value, order=", ".join(sections[:2]), passage=passages[0], after=sections[0]
        ),
    }


def _line(paper: TemplatedPaper, stored: AgencyTemplate | None) -> TemplateLine:
    return TemplateLine(paper, stored, "" if stored is None else problem_with(stored))
