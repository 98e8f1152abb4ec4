"""The page on which measures of an old document are chosen for a plan."""

from dataclasses import dataclass

from django.forms import BoundField

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.bringing.from_document.access import open_draft
from prongsai.portal.bringing.from_document.keeping import from_json
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.drafting.inputs import MeasureInput
from prongsai.portal.plans.drafting.pages import startable_years
from prongsai.portal.plans.fitting import match_units
from prongsai.portal.plans.queries import plans_of
from prongsai.portal.proposals.document_form import DocumentMeasuresForm
from prongsai.portal.proposals.from_document import FoundMeasure, as_measures, found_measures
from prongsai.portal.results.queries import scored_years
from prongsai.portal.results.scorecard.names import indicator_name
from prongsai.rulebook.loading import load_year


@dataclass(frozen=True, slots=True)
class Line:
    """A measure with its fields; `unit_is_known` where a unit of the agency has the printed name."""

    found: FoundMeasure
    is_chosen: bool
    indicator: BoundField
    unit_is_known: bool


class DocumentMeasures:
    """What was read in one document, and the plans that can take it."""

    def __init__(self, seat: Seat, draft_id: int) -> None:
        self.seat = seat
        self.draft = open_draft(seat, draft_id)
        self.found = found_measures(from_json(self.draft.reading).measures)
        plans = plans_of(seat.agency.pk)
        open_years = {plan.year for plan in plans if plan.is_open}
        self.years = sorted(open_years | set(startable_years(plans, scored_years(seat.agency.pk))), reverse=True)

    def form(self, typed: object = None) -> DocumentMeasuresForm:
        """The form; indicators are those of the newest year's rules."""
        rules = load_year(self.years[0] - 1) if self.years else None
        names = {number: indicator_name(rules, number) for number in rules.indicators} if rules else {}
        return DocumentMeasuresForm(typed, found=self.found, years=self.years, indicators=names)

    def lines(self, form: DocumentMeasuresForm) -> list[Line]:
        """Each measure as the page shows it."""
        ticked = {str(number) for number in form["chosen"].value() or ()}
        units = units_of(self.seat.agency.pk)
        return [
            Line(one, str(one.number) in ticked, form[form.of(one)], match_units(one.units, units)[0] is not None)
            for one in self.found
        ]

    def chosen(self, form: DocumentMeasuresForm) -> list[MeasureInput]:
        """What was chosen, as measures of the chosen year."""
        said = form.cleaned_data
        return list(
            as_measures(
                form.chosen_of(said),
                form.indicators_of(said),
                year=said["year"],
                units=units_of(self.seat.agency.pk),
            )
        )
