"""What a finding of the officer's own may be about: the questions, items and indicators of a year, to choose from."""

from django.utils.translation import gettext as _

from prongsai.portal.results.figures import columns_of, place_from
from prongsai.portal.results.scorecard.names import indicator_name, place_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument, YearInstrument

Choices = list[tuple[str, str]]


def choices_of(year: YearInstrument) -> list[tuple[str, Choices]]:
    """The places of a year by sort; a question that both parts of a survey ask stands once."""
    questions = [(survey.instrument, question) for survey in year.surveys for question in survey.questions]
    items = [Place(Instrument.OIT, code) for code in year.items]
    return [
        (
            _("ข้อคำถาม"),
            [(_key(Place(of, q.code)), f"{q.code} {pick(q.topic_th, q.topic_en)}") for of, q in questions],
        ),
        (_("ข้อ OIT"), [(_key(place), place_name(year, place)) for place in items]),
        (_("ตัวชี้วัด"), [(_key(indicator_place(n)), f"{n}. {indicator_name(year, n)}") for n in year.indicators]),
    ]


def chosen_place(key: str) -> Place | None:
    """The place that was chosen; `None` for none."""
    return place_from(*key.split("|")) if key else None


def _key(place: Place) -> str:
    return "|".join(columns_of(place))
