"""What the pages of templates show: which are in use, and what can be written in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prongsai.portal.documents.models import AgencyTemplate, TemplatedPaper
from prongsai.portal.documents.templating import problem_with

SAMPLE = """paper: {paper}
name: แบบของหน่วยงาน
words:
  {passage}: ข้อความของหน่วยงานสำหรับปี {{year}}
"""
SECTIONED = """left_out: []
order: [{order}]
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


FORMS = (TemplatedPaper.MEMO, TemplatedPaper.ORDER, TemplatedPaper.ANNOUNCEMENT)
"""The papers whose form has a place for an emblem."""


def emblem_in_use(stored: Mapping[str, AgencyTemplate]) -> TemplatedPaper | None:
    """One of the forms that has a picture in its place for an emblem."""
    return next((paper for paper in FORMS if paper in stored and stored[paper].logo_sha256), None)


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
        "sample": _sample(paper, sections, passages),
    }


def _sample(paper: TemplatedPaper, sections: Sequence[str], passages: Sequence[str]) -> str:
    """What can be written, with names that this paper has."""
    words = SAMPLE.format(paper=paper.value, passage=passages[0])
    return words + SECTIONED.format(order=", ".join(sections[:2]), after=sections[0]) if sections else words


def _line(paper: TemplatedPaper, stored: AgencyTemplate | None) -> TemplateLine:
    return TemplateLine(paper, stored, "" if stored is None else problem_with(stored))
