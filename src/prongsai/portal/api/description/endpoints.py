"""The addresses of the API with what may be asked of them and what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from msgspec import Meta

from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.api.paging import ROWS_ON_A_PAGE
from prongsai.portal.api.questions import LONGEST_SEARCH
from prongsai.portal.api.refusals import Mistake, RowMistakes
from prongsai.portal.api.scoring import MOST_ROWS, MOST_SCORED
from prongsai.portal.api.shapes.agencies import AgencyPage, AgencyWhole
from prongsai.portal.api.shapes.disclosures import WholeDisclosure
from prongsai.portal.api.shapes.index import Index
from prongsai.portal.api.shapes.results import ResultPage
from prongsai.portal.api.shapes.scores_rows import ScoresRow
from prongsai.portal.api.shapes.whole_result import WholeResult
from prongsai.shapes.scored import ScoredAgency
from prongsai.shapes.year_rules import YearLine, YearRules

NOT_UNDERSTOOD, NOT_THERE, TOO_LARGE, WRONG_ROWS = 400, 404, 413, 422


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of the address in braces, or what may stand after the question mark; `schema` as JSON Schema."""

    name: str
    tells: str
    schema: Mapping[str, Any]
    in_path: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address: `answer` is the type that is sent, `body` the type that is taken, `refusals` by status."""

    name: str
    path: str
    tells: str
    answer: Any
    parameters: tuple[Parameter, ...] = ()
    body: Any = None
    refusals: tuple[tuple[int, type[Mistake]], ...] = ((NOT_UNDERSTOOD, Mistake),)

    @property
    def method(self) -> str:
        """As OpenAPI writes it."""
        return "get" if self.body is None else "post"


TEXT = {"type": "string"}
A_CODE = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
A_YEAR = {"type": "string", "pattern": "^[0-9๐-๙]{4}$"}
A_TYPE = {"type": "string", "enum": [name for name, _ in type_choices()]}

CODE = Parameter("code", "The agency's code.", A_CODE, in_path=True)
YEAR_IN_PATH = Parameter("year", "A Buddhist fiscal year, in Arabic or Thai digits.", A_YEAR, in_path=True)
YEAR = Parameter("year", "A Buddhist fiscal year; without it each agency's newest.", A_YEAR)
TYPE = Parameter("type", "A type of agencies; the index has their names.", A_TYPE)
PROVINCE = Parameter("province", "A province's name in Thai, as the index lists them.", TEXT)
PAGE = Parameter("page", f"From 1; a page has {ROWS_ON_A_PAGE} rows.", {"type": "integer", "minimum": 1})
WORDS = Parameter("q", "Words of the agency's name, code or place.", TEXT | {"maxLength": LONGEST_SEARCH})
YEAR_OF_ROWS = Parameter("year", "Takes the rows of one year only, and stands for rows that name none.", A_YEAR)
MAY_BE_MISSING = ((NOT_UNDERSTOOD, Mistake), (NOT_THERE, Mistake))

ENDPOINTS = (
    Endpoint("index", "/api/v1/", "What there is, and what lists can be narrowed to.", Index),
    Endpoint("instruments", "/api/v1/instruments", "The years that have rules.", list[YearLine]),
    Endpoint(
        "year",
        "/api/v1/instruments/{year}",
        "A year's rules: questions, items, weights, levels, and what breaks comparison with the year before.",
        YearRules,
        (YEAR_IN_PATH,),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "agencies",
        "/api/v1/agencies",
        "The agencies of which something is published, in Thai order; those that were made up stand last.",
        AgencyPage,
        (WORDS, TYPE, PROVINCE, PAGE),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "agency",
        "/api/v1/agencies/{code}",
        "An agency with its published years.",
        AgencyWhole,
        (CODE,),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "result",
        "/api/v1/agencies/{code}/{year}",
        "An agency's published year, whole.",
        WholeResult,
        (CODE, YEAR_IN_PATH),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "results",
        "/api/v1/results",
        "The published results, by the agencies' names in Thai order; agencies that were made up stand last.",
        ResultPage,
        (YEAR, TYPE, PROVINCE, PAGE),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "disclosure",
        "/api/v1/disclosure/{code}/{year}",
        "What an agency discloses for a year, item by item.",
        WholeDisclosure,
        (CODE, YEAR_IN_PATH),
        refusals=MAY_BE_MISSING,
    ),
    Endpoint(
        "score",
        "/api/v1/score",
        f"Scores rows of a scores file: {MOST_ROWS} at most, of {MOST_SCORED} agencies and years; none is kept.",
        list[ScoredAgency],
        (YEAR_OF_ROWS,),
        body=Annotated[list[ScoresRow], Meta(min_length=1, max_length=MOST_ROWS)],
        refusals=((NOT_UNDERSTOOD, Mistake), (TOO_LARGE, Mistake), (WRONG_ROWS, RowMistakes)),
    ),
)
