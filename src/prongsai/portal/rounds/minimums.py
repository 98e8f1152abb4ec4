"""The minimum samples of an agency in a round: pure."""

from collections.abc import Mapping

from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.sampling import MinimumSample, minimum_sample


def minimum_samples(
    year: YearInstrument, *, rule_type: str, size: str, staff: int | None, clients: int | None
) -> Mapping[Instrument, MinimumSample]:
    """A minimum for each part in which a survey is asked; staff answer IIT, clients the others."""
    return {
        part: minimum_sample(
            year,
            part,
            agency_type=rule_type,
            size=size,
            population=staff if part is Instrument.IIT else clients,
        )
        for part in year.survey_by_part
    }
