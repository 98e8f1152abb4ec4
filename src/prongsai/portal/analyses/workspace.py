"""Puts the workspace of an analysis together: pure but for the analysis that was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.portal.analyses.forms import ConstraintsForm, OwnFindingForm
from prongsai.portal.analyses.material import Material
from prongsai.portal.analyses.models import Analysis, FindingState
from prongsai.portal.analyses.queries import YearToAnalyse
from prongsai.portal.analyses.sections import Section, lay_out
from prongsai.portal.analyses.topics import TopicView, topic_views
from prongsai.portal.analyses.warnings import warnings_on
from prongsai.portal.results.presenting import level_of
from prongsai.portal.results.queries import StoredYear


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What could not be saved, so that nothing typed is lost."""

    drafts: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    own: OwnFindingForm | None = None
    constraints: ConstraintsForm | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A year's result in a line."""

    year: int
    total: Decimal | None
    label: str
    tone: str
    certain: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year with its result and how far its analysis is."""

    standing: Standing
    started: bool
    kept: int
    waiting: int


@dataclass(frozen=True, slots=True)
class NoteWithWarnings:
    """A topic with what is wrong with the words on it, and words that could not be saved."""

    view: TopicView
    warnings: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that the page of an analysis says."""

    is_outdated: bool
    knows_respondents: bool
    sections: tuple[Section, ...]
    topics: tuple[NoteWithWarnings, ...]
    kept: int
    waiting: int
    own: OwnFindingForm
    constraints: ConstraintsForm
    problems: tuple[str, ...]

    @property
    def open_topics(self) -> int:
        """How many of the seven topics nothing is said on."""
        return sum(not topic.view.is_covered for topic in self.topics)


def workspace_of(analysis: Analysis, material: Material, unsaved: Unsaved) -> Workspace:
    """The page from an analysis that came with its findings, notes and constraints."""
    findings, year = list(analysis.findings.all()), material.result.year
    states = [finding.state for finding in findings]
    return Workspace(
        is_outdated=analysis.figures_sha256 != material.figures_sha256,
        knows_respondents=any(n for n, _ in material.turnout.values()),
        sections=lay_out(findings, lambda text: warnings_on(text, material), unsaved.drafts),
        topics=tuple(
            _with_warnings(view, material, unsaved.notes)
            for view in topic_views(year, findings, analysis.topic_notes.all())
        ),
        kept=states.count(FindingState.KEPT),
        waiting=states.count(FindingState.PROPOSED),
        own=unsaved.own or OwnFindingForm(year=year),
        constraints=unsaved.constraints or ConstraintsForm(written=list(analysis.held_back_by.all())),
        problems=unsaved.problems,
    )


def standing_of(stored: StoredYear) -> Standing:
    """A year's result in a line."""
    label, tone = level_of(stored.result)
    result = stored.result
    return Standing(result.year, result.total, label, tone, result.level_certain, stored.is_own)


def year_lines(years: Iterable[YearToAnalyse]) -> list[YearLine]:
    """The list of years."""
    return [YearLine(standing_of(year.stored), year.started, year.kept, year.waiting) for year in years]


def _with_warnings(view: TopicView, material: Material, typed: Mapping[int, str]) -> NoteWithWarnings:
    text = typed.get(view.topic.number, view.note)
    return NoteWithWarnings(view, warnings_on(text, material) if text else (), text)
