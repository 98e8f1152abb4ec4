"""A round's questionnaire as an XLSForm, for who collects with ODK or KoboToolbox."""

from django.http import HttpResponse

from prongsai.portal.rounds.queries import RoundFacts, instrument_of
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.rulebook.instrument import Instrument

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offline_form(round: RoundFacts, part: Instrument) -> HttpResponse:  # noqa: A002 - the area's own word
    """The workbook to download; the rules must be those that the round pinned."""
    from prongsai.sheets.xlsform import version_of, xlsform

    version = version_of(instrument_of(round), round.wording_revision)
    content = xlsform(questionnaire(round, part), title=f"{part.value} · {round.name_th}", version=version)
    response = HttpResponse(content, content_type=WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{round.slug}-{part.value.lower()}-xlsform.xlsx"'
    return response
