"""What a poster, a card and a slip say."""

from dataclasses import dataclass
from datetime import date

from prongsai.papers.analysis_report.level_reasons import Language
from prongsai.papers.line_heights import refuse_longer
from prongsai.rulebook.instrument import Instrument, YearInstrument

LONGEST = {"agency_name": 200, "address": 120, "contact": 160}
"""Letters that still leave everything in its place."""
LONGEST_CODE = 24
GROUP = 4


@dataclass(frozen=True, slots=True)
class NoticeContents:
    """Everything on a poster or card. `address` is short and readable: people type it; `minutes` is how long it takes.

    The notice promises that nobody can tell who answered what. Print it only for a survey that keeps this promise.
    """

    agency_name: str
    year: int
    instrument: Instrument
    address: str
    questions: int
    subjects: tuple[str, ...]
    respondents: str
    minutes: int
    closes_on: date
    contact: str
    language: Language = "th"

    def __post_init__(self) -> None:
        refuse_longer(self, LONGEST)
        if self.minutes < 1:
            raise ValueError(f"minutes: found {self.minutes}; write at least 1")


def gather_notice(
    year: YearInstrument,
    part: Instrument,
    *,
    agency_name: str,
    address: str,
    minutes: int,
    closes_on: date,
    contact: str,
    language: Language = "th",
) -> NoticeContents:
    """Take who may answer and what is asked from the year's questionnaire of `part` (IIT, EIT or a part of EIT)."""
    survey, thai = year.survey_by_part[part], language == "th"
    numbers = dict.fromkeys(question.indicator for question in survey.questions)
    indicators = [year.indicators[number] for number in numbers]
    return NoticeContents(
        agency_name=agency_name,
        year=year.year,
        instrument=part,
        address=address,
        questions=len(survey.questions),
        subjects=tuple(indicator.name_th if thai else indicator.name_en.lower() for indicator in indicators),
        respondents=survey.respondents_th if thai else survey.respondents_en,
        minutes=minutes,
        closes_on=closes_on,
        contact=contact,
        language=language,
    )


@dataclass(frozen=True, slots=True)
class Slip:
    """One code, and the address that its QR code opens."""

    code: str
    address: str

    def __post_init__(self) -> None:
        refuse_longer(self, {"code": LONGEST_CODE})
        if not self.code.strip():
            raise ValueError("code: found nothing; write the code of this slip")

    @property
    def printed(self) -> str:
        """The code in groups as it stands on paper: `K7QM-3XPA-9DTR`; one that has groups keeps them."""
        if not self.code.isalnum():
            return self.code
        return "-".join(self.code[at : at + GROUP] for at in range(0, len(self.code), GROUP))


@dataclass(frozen=True, slots=True)
class SlipContents:
    """Everything on a set of slips; `address` is what people type before the code.

    The slips stand in the order given and carry no number: shuffle the codes first, or their order tells who got which.
    """

    agency_name: str
    year: int
    instrument: Instrument
    address: str
    closes_on: date
    slips: tuple[Slip, ...]
    language: Language = "th"

    def __post_init__(self) -> None:
        refuse_longer(self, {"agency_name": LONGEST["agency_name"], "address": LONGEST["address"]})
        if not self.slips:
            raise ValueError("slips: found none; write at least one code")
        if len({slip.printed for slip in self.slips}) < len(self.slips):
            raise ValueError("slips: found a code twice; each slip needs its own")
