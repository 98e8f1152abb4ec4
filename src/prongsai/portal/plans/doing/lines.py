"""Steps as the board, the list and the timeline show them. Pure: the day is an argument."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.portal.plans.models import Measure, Step, StepState
from prongsai.thai.dates import format_month
from prongsai.thai.periods import fiscal_year_bounds

OPEN_STATES = (StepState.PLANNED, StepState.DOING)
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with what follows from its due date."""

    step: Step
    is_overdue: bool
    days_left: int | None

    @property
    def is_due_soon(self) -> bool:
        """Due within a fortnight and still open."""
        return not self.is_overdue and self.days_left is not None and self.days_left <= 14  # noqa: PLR2004 - a fortnight


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board."""

    state: StepState
    lines: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of a measure's row: whether the measure runs then, and the steps that are due."""

    month: date
    is_running: bool
    is_now: bool
    due: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A measure over the fiscal year."""

    measure: Measure
    cells: tuple[MonthCell, ...]
    undated: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan has come, counted in steps."""

    steps: int
    verified: int
    reported: int
    doing: int
    overdue: int

    @property
    def share(self) -> int:
        """Per cent of the steps that were verified, rounded down."""
        return 100 * self.verified // self.steps if self.steps else 0


def is_overdue(step: Step, today: date) -> bool:
    """Past its date and nobody has reported it finished; never stored."""
    return step.due is not None and step.due < today and step.state in OPEN_STATES


def lines_of(steps: Iterable[Step], today: date) -> list[StepLine]:
    """The steps with what follows from the day."""
    return [_line(step, today) for step in steps]


def board_of(lines: Sequence[StepLine]) -> tuple[Column, ...]:
    """Columns by state; what is due first stands first."""
    ordered = sorted(lines, key=lambda line: line.step.due or date.max)
    return tuple(Column(state, tuple(line for line in ordered if line.step.state == state)) for state in StepState)


def progress_of(lines: Sequence[StepLine]) -> Progress:
    """Count the lines."""
    states = [line.step.state for line in lines]
    return Progress(
        steps=len(states),
        verified=states.count(StepState.VERIFIED),
        reported=states.count(StepState.REPORTED),
        doing=states.count(StepState.DOING),
        overdue=sum(line.is_overdue for line in lines),
    )


def timeline_of(lines: Sequence[StepLine], year: int, today: date) -> tuple[TimelineRow, ...]:
    """A row for each measure with a cell for each month, October to September."""
    months = months_of(year)
    by_measure: dict[int, list[StepLine]] = {}
    for line in lines:
        by_measure.setdefault(line.step.measure_id, []).append(line)
    return tuple(_row(of_measure, months, today) for of_measure in by_measure.values())


def months_of(year: int) -> tuple[date, ...]:
    """The first days of the twelve months of a fiscal year."""
    first = fiscal_year_bounds(year).first
    return tuple(
        date(first.year + (first.month - 1 + n) // MONTHS_OF_A_YEAR, (first.month - 1 + n) % MONTHS_OF_A_YEAR + 1, 1)
        for n in range(MONTHS_OF_A_YEAR)
    )


def month_names(year: int) -> tuple[str, ...]:
    """The months as the timeline heads them."""
    return tuple(format_month(month).split(" ")[0] for month in months_of(year))


def _line(step: Step, today: date) -> StepLine:
    left = (step.due - today).days if step.due and step.state in OPEN_STATES else None
    return StepLine(step, is_overdue(step, today), left)


def _row(lines: Sequence[StepLine], months: tuple[date, ...], today: date) -> TimelineRow:
    measure = lines[0].step.measure
    return TimelineRow(
        measure=measure,
        cells=tuple(_cell(measure, lines, month, today) for month in months),
        undated=tuple(line for line in lines if not any(_falls_in(line.step.due, month) for month in months)),
    )


def _cell(measure: Measure, lines: Sequence[StepLine], month: date, today: date) -> MonthCell:
    return MonthCell(
        month=month,
        is_running=_runs_in(measure, month),
        is_now=_falls_in(today, month),
        due=tuple(line for line in lines if _falls_in(line.step.due, month)),
    )


def _runs_in(measure: Measure, month: date) -> bool:
    if measure.starts is None or measure.ends is None:
        return False
    return measure.starts.replace(day=1) <= month <= measure.ends


def _falls_in(day: date | None, month: date) -> bool:
    return day is not None and (day.year, day.month) == (month.year, month.month)
