"""What the page of the official wording shows: each question's own words beside those in force or typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.queries import names_of_actors
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import has_collected, instrument_of, wordings_of
from prongsai.portal.rounds.questionnaires import wording_in_force
from prongsai.portal.rounds.wording.problem_words import field_words, problem_words
from prongsai.portal.rounds.wording.typed import as_lines
from prongsai.rulebook.survey_wording import OwnWording, QuestionWording, WordingProblem, own_wording


@dataclass(frozen=True, slots=True)
class Box:
    """One thing to write; `name` is the field under which it is sent."""

    name: str
    label: str
    own: str
    text: str
    problems: tuple[str, ...]
    language: str
    rows: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question or line with its boxes; `opens` says that an instrument begins here."""

    code: str
    instrument: str
    opens: bool
    boxes: tuple[Box, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier or present wording; none of its own means that it went back to the instrument's words."""

    number: int
    at: datetime
    who: str
    is_own: bool


def wording_page(
    seat: NationalSeat,
    facts: RoundFacts,
    typed: Sequence[QuestionWording] | None = None,
    problems: Sequence[WordingProblem] = (),
    refusals: Sequence[str] = (),
) -> dict[str, Any]:
    """All that the page shows; `typed` is what was not taken, with what is wrong with it."""
    frozen, shown = has_collected(facts.id), typed or wording_in_force(facts)
    by_code: dict[str, list[WordingProblem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)
    return {
        "seat": seat,
        "round": facts,
        "questions": list(_questions(facts, {entry.code: entry for entry in shown}, by_code)),
        "is_frozen": frozen,
        "may_write": seat.may(Permission.RUN_ROUNDS) and not frozen,
        "revisions": _revisions(facts),
        "refusals": list(refusals),
        "faulty": len(problems),
        "first": next((problem.code for problem in problems), ""),
    }


def _questions(
    facts: RoundFacts, shown: Mapping[str, QuestionWording], problems: Mapping[str, Sequence[WordingProblem]]
) -> Iterable[Question]:
    before = None
    for own in own_wording(instrument_of(facts)):
        code = own.words.code
        found = problems.get(code, ())
        yield Question(
            code=code,
            instrument=own.instrument.value,
            opens=own.instrument is not before,
            boxes=tuple(_boxes(own, shown.get(code, own.words), found)),
            problems=tuple(problem_words(problem) for problem in found if not problem.field),
        )
        before = own.instrument


def _boxes(own: OwnWording, shown: QuestionWording, problems: Sequence[WordingProblem]) -> Iterable[Box]:
    fields = ["text_th", "text_en"] if own.is_line else ["text_th", "options_th", "text_en", "options_en"]
    for field in fields:
        kind, _sep, language = field.rpartition("_")
        is_text = kind == "text"
        yield Box(
            name=f"{shown.code}-{language}" if is_text else f"{shown.code}-options-{language}",
            label=field_words(field),
            own=_written(own.words, field),
            text=_written(shown, field),
            problems=tuple(problem_words(problem) for problem in problems if problem.field == field),
            language=language,
            rows=3 if is_text else max(2, len(own.words.options_th)),
        )


def _written(words: QuestionWording, field: str) -> str:
    value = getattr(words, field)
    return value if isinstance(value, str) else as_lines(value)


def _revisions(facts: RoundFacts) -> list[Revision]:
    rows = wordings_of(facts.id)
    names = names_of_actors({row.by for row in rows})
    return [Revision(row.revision, row.at, names.get(row.by, _("ระบบ")), not row.texts) for row in rows]
