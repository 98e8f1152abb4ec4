"""Makes up a round's folder of any size, the same from the same seed: agencies, answers and verdicts of nobody.

Types and sizes are shared out as in a national round; people mark the upper end of the scale, agree with themselves
more than with others, and leave one answer in a hundred empty. Who reads the figures learns nothing about any agency.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.sampling import minimum_sample
from prongsai.tallying.columns import AnswerColumn, answer_columns, asked_parts

SEED = 2569
ROWS_A_CHUNK = 2_000_000
BLANK_ANSWERS = 100
"""One answer in so many is left empty."""

PROVINCES = 77
ANSWERS_OF_THE_SECOND_PART = 48
STRETCHES = 8
"""Stretching again makes up for agencies that have no more people."""

FEW_ANSWERS = 0.03
"""The share of agencies where fewer answer than must."""


@dataclass(frozen=True, slots=True)
class Group:
    """A type of agencies: how many of a thousand, their size in the rules, staff and clients from and to."""

    thousandths: int
    type: str
    size: str
    staff: tuple[int, int]
    clients: tuple[int, int]


GROUPS = (
    Group(45, "องค์การบริหารส่วนตำบล", "S", (18, 45), (300, 3_000)),
    Group(280, "องค์การบริหารส่วนตำบล", "M", (35, 90), (900, 8_000)),
    Group(312, "องค์การบริหารส่วนตำบล", "L", (60, 220), (2_000, 15_000)),
    Group(22, "เทศบาลตำบล", "S", (40, 90), (900, 6_000)),
    Group(105, "เทศบาลตำบล", "M", (60, 160), (2_000, 12_000)),
    Group(143, "เทศบาลตำบล", "L", (90, 320), (3_000, 25_000)),
    Group(24, "เทศบาลเมือง", "", (150, 600), (8_000, 60_000)),
    Group(4, "เทศบาลนคร", "", (600, 2_200), (40_000, 200_000)),
    Group(9, "องค์การบริหารส่วนจังหวัด", "", (300, 1_500), (20_000, 200_000)),
    Group(9, "จังหวัด", "", (400, 3_000), (20_000, 300_000)),
    Group(9, "ส่วนราชการในกระทรวงด้านนโยบายหรือวิชาการ", "", (200, 4_000), (1_000, 50_000)),
    Group(19, "ส่วนราชการส่วนกลางด้านอนุมัติ อนุญาต หรือให้บริการ", "", (300, 20_000), (5_000, 900_000)),
    Group(10, "สถาบันอุดมศึกษา", "", (250, 6_000), (3_000, 60_000)),
    Group(9, "รัฐวิสาหกิจ", "", (150, 18_000), (3_000, 900_000)),
)


@dataclass(frozen=True, slots=True)
class MadeUpAgency:
    """An agency that does not exist; `inside` and `outside` are how well people think of it, 0 to 1."""

    code: str
    name: str
    type: str
    size: str
    province: str
    staff: int
    clients: int
    inside: float
    outside: float
    carelessness: float
    wanted: tuple[int, ...]


def write_nation(
    folder: Path,
    year: YearInstrument,
    *,
    agencies: int,
    answers: int | None = None,
    seed: int = SEED,
    provinces: int = PROVINCES,
) -> int:
    """Write `agencies.csv`, `verdicts.csv` and `answers.parquet`; gives back how many answers there are.

    `answers` stretches the turnout to about so many; `None` leaves it as the rules on samples suggest.
    """
    folder.mkdir(parents=True, exist_ok=True)
    nation = list(_agencies(year, agencies, seed, provinces))
    _write_agencies(folder / "agencies.csv", nation)
    _write_verdicts(folder / "verdicts.csv", nation, year, seed)
    return _write_answers(folder / "answers.parquet", nation, year, _turnouts(nation, answers), seed)


def _agencies(year: YearInstrument, many: int, seed: int, provinces: int) -> Iterator[MadeUpAgency]:
    dice = Random(seed)  # noqa: S311 - the same nation each time
    whole = sum(group.thousandths for group in GROUPS)
    ends = [sum(group.thousandths for group in GROUPS[: place + 1]) for place in range(len(GROUPS))]
    for number in range(many):
        group = GROUPS[next(place for place, end in enumerate(ends) if number * whole < end * many)]
        yield _agency(year, group, number + 1, dice, provinces)


def _agency(year: YearInstrument, group: Group, number: int, dice: Random, provinces: int) -> MadeUpAgency:
    inside = min(0.98, max(0.6, dice.gauss(0.885, 0.06)))
    staff, clients = (int(low * (high / low) ** dice.random()) for low, high in (group.staff, group.clients))
    people = {Instrument.IIT: staff}
    wanted = []
    for part in asked_parts(year):
        asked = minimum_sample(
            year, part, agency_type=group.type, size=group.size, population=people.get(part, clients)
        )
        least = asked.minimum or ANSWERS_OF_THE_SECOND_PART
        keen = dice.uniform(0.6, 0.98) if dice.random() < FEW_ANSWERS else dice.uniform(1.0, 1.8)
        wanted.append(min(people.get(part, clients), max(1, int(least * keen))))
    return MadeUpAgency(
        code=f"N{number:06}",
        name=f"{group.type}สมมติ {number}",
        type=group.type,
        size=group.size,
        province=f"จังหวัดสมมติ {dice.randint(1, provinces):02}",
        staff=staff,
        clients=clients,
        inside=inside,
        outside=min(0.97, max(0.55, inside + dice.gauss(-0.015, 0.03))),
        carelessness=max(0.0, dice.gauss(0.02, 0.07)),
        wanted=tuple(wanted),
    )


def _turnouts(nation: Sequence[MadeUpAgency], answers: int | None) -> list[tuple[int, ...]]:
    """How many answered each instrument of each agency; stretched alike, as far as there are people."""
    wanted = [many for agency in nation for many in agency.wanted]
    people = [most for agency in nation for most in (agency.staff, *[agency.clients] * (len(agency.wanted) - 1))]
    sent = [min(many, most) for many, most in zip(wanted, people, strict=True)]
    for _ in range(STRETCHES if answers is not None else 0):
        stretch = (answers or 0) / sum(sent)
        sent = [max(1, min(most, round(many * stretch))) for many, most in zip(sent, people, strict=True)]
    each = len(nation[0].wanted)
    return [tuple(sent[start : start + each]) for start in range(0, len(sent), each)]


def _write_agencies(path: Path, nation: Sequence[MadeUpAgency]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, lineterminator="\n")
        rows.writerow(("code", "name", "type", "province", "staff", "clients", "size"))
        for one in nation:
            rows.writerow((one.code, one.name, one.type, one.province, one.staff, one.clients, one.size))


def _write_verdicts(path: Path, nation: Sequence[MadeUpAgency], year: YearInstrument, seed: int) -> None:
    dice = Random(f"{seed} verdicts")  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as opened:
        opened.write("agency,item,verdict\n")
        for agency in nation:
            opened.writelines(
                f"{agency.code},{item},{int(dice.random() >= agency.carelessness)}\n" for item in year.items
            )


def _write_answers(
    path: Path, nation: Sequence[MadeUpAgency], year: YearInstrument, turnouts: Sequence[tuple[int, ...]], seed: int
) -> int:
    """A chunk at a time, each in the order of a lot, so that agencies stand mixed as they come in."""
    parts = asked_parts(year)
    sent = [
        (a, part, many)
        for a, turnout in zip(nation, turnouts, strict=True)
        for part, many in zip(parts, turnout, strict=True)
    ]
    whole = sum(many for _, _, many in sent)
    chunks = max(1, -(-whole // ROWS_A_CHUNK))
    groups = pa.table(
        {
            "agency": [agency.code for agency, _, _ in sent],
            "instrument": [part.value for _, part, _ in sent],
            "level": [agency.inside if part is Instrument.IIT else agency.outside for agency, part, _ in sent],
            "many": [many for _, _, many in sent],
        }
    )
    with duckdb.connect(config={"memory_limit": "1GB"}) as engine:
        engine.register("sent", groups)
        schema = engine.sql(_drawn(year, seed, 0, chunks) + " LIMIT 0").to_arrow_table().schema
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            for chunk in range(chunks):
                writer.write_table(engine.sql(_drawn(year, seed, chunk, chunks)).to_arrow_table())
    return whole


def _drawn(year: YearInstrument, seed: int, chunk: int, chunks: int) -> str:
    """Respondents of one chunk with their answers."""
    asked = [c for c in answer_columns(year) if not any(o.code.startswith(f"{c.code}.") for o in answer_columns(year))]
    answers = ", ".join(f'{_answer(column, seed)} AS "{column.code}"' for column in asked)
    return f"""
SELECT agency, instrument, {answers}
FROM (SELECT agency, instrument, hash({seed}, agency, instrument, lot) AS person,
        level + 0.16 * (hash({seed}, agency, instrument, lot, 'mood') % 1000003 / 1000003 - 0.45) AS mood
      FROM (SELECT agency, instrument, level, unnest(range({chunk}, many, {chunks})) AS lot FROM sent))
ORDER BY hash({seed}, person)"""  # noqa: S608 - numbers only


def _answer(column: AnswerColumn, seed: int) -> str:
    """The better the mood, the further up; questions are not all as easy; reversed ones count from the other end."""
    number = sum(map(ord, column.code)) * 7919 + seed
    luck = f"(hash(person, {number}) % 1000003 / 1000003)"
    ease = (number % 13 - 6) / 200
    is_falling = column.points[0] > column.points[-1]
    if column.options == 2:  # noqa: PLR2004 - yes or no: hardly anybody reports a bribe
        good = f"{luck} < 0.9 + 0.1 * mood"
        option = f"CASE WHEN {good} THEN {1 if is_falling else 2} ELSE {2 if is_falling else 1} END"
    else:
        height = f"least(0.9999, greatest(0, mood + {ease} + 0.5 * ({luck} - 0.42)))"
        rising = f"1 + CAST(floor({column.options} * {height}) AS TINYINT)"
        option = f"{column.options + 1} - ({rising})" if is_falling else rising
    parts = ", ".join(f"'{part}'" for part in column.parts)
    answered = f"instrument IN ({parts}) AND hash({number}, person) % {BLANK_ANSWERS} > 0"
    return f"CAST(CASE WHEN {answered} THEN {option} END AS TINYINT)"
