"""Has posters, cards and slips written for an agency's surveys. The typesetter is large, so it is imported late."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from prongsai.portal.rounds.queries import ParticipationFacts, RoundFacts, instrument_of
from prongsai.rulebook.instrument import Instrument

MINUTES = {Instrument.IIT: 7, Instrument.EIT1: 5}
"""What it takes at about twenty seconds a question, rounded up; said on the poster."""

NoticeKind = Literal["poster", "cards"]


def notice_file(
    kind: NoticeKind,
    round: RoundFacts,  # noqa: A002 - the area's own word
    facts: ParticipationFacts,
    part: Instrument,
    *,
    address: str,
    closes_on: date,
) -> bytes:
    """A poster, or a sheet of counter cards, as PDF."""
    from prongsai.papers.survey_notices import gather_notice, write_cards, write_poster

    contents = gather_notice(
        instrument_of(round),
        part,
        agency_name=facts.agency_name_th,
        address=address,
        minutes=MINUTES[part],
        closes_on=closes_on,
        contact=facts.contact_phone,
    )
    return write_poster(contents, format="pdf") if kind == "poster" else write_cards(contents, format="pdf")


def slips_file(
    round: RoundFacts,  # noqa: A002 - the area's own word
    facts: ParticipationFacts,
    codes: Sequence[str],
    *,
    address: str,
    closes_on: date,
) -> bytes:
    """Slips with one code each, in the order given: the caller has shuffled them. A code stands behind `#`."""
    from prongsai.papers.survey_notices import Slip, SlipContents, write_slips

    contents = SlipContents(
        agency_name=facts.agency_name_th,
        year=round.year,
        instrument=Instrument.IIT,
        address=address,
        closes_on=closes_on,
        slips=tuple(Slip(code=code, address=f"{address}#{code}") for code in codes),
    )
    return write_slips(contents)
