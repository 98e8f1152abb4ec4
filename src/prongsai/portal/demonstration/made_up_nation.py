"""A rehearsal of a small country that does not exist, computed: the office sees ranks with their spans, and filters.

Its agencies publish nothing, so that no public list names them; each is fictional by its mark and by its name.
"""

import csv
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from prongsai.assessing.synthetic_nation import write_nation
from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.queries import ids_by_code
from prongsai.portal.computing.actions import compute_slice, rank_slice, start_computation
from prongsai.portal.demonstration.answers import take_in
from prongsai.portal.demonstration.marking import assessors_are_ours, day_of, national_seats, now_of
from prongsai.portal.demonstration.rehearsal import begin_round
from prongsai.portal.disclosures.assessing.actions import share_agencies
from prongsai.portal.disclosures.assessing.made_up import make_up_disclosures, make_up_marks
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.questionnaires import questionnaires
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import Source
from prongsai.rulebook.agency_types import type_codes
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import agency_types, load_year

YEAR = 2568
SLUG = f"rehearsal-{YEAR}-2"
"""The second rehearsal of the year: the first is `marked_rehearsal`'s."""

AGENCIES, PROVINCES, ANSWERS = 48, 4, 3_000
DAYS = {
    "assessment": (-200, 30),
    "framework": (-200, -190),
    "registration": (-189, -150),
    "population": (-189, -150),
    "population-approval": (-189, -150),
    "surveys": (-149, -70),
    "disclosure": (-149, -70),
    "disclosure-approval": (-140, -65),
    "scoring": (-64, -40),
    "clarification": (-39, -30),
    "final-scoring": (-39, -20),
    "processing": (-19, 30),
}
DISCLOSED, MARKED, COMPUTED = -80, -50, -10


@dataclass(frozen=True, slots=True)
class MadeUpRound:
    """What the generator wrote: rows of the three files by agency."""

    agencies: tuple[Mapping[str, str], ...]
    verdicts: Mapping[str, Mapping[str, bool]]
    answers: tuple[Mapping[str, str | int | None], ...]


def load_made_up_nation(*, actor: str, today: date) -> None:
    """Bring it to its computed results; once only, and not where somebody else assesses."""
    if find_round(SLUG) is not None or not assessors_are_ours():
        return
    nation = _generated()
    ids = _save_agencies(actor, nation)
    facts = _collect(actor, nation, ids, today)
    make_up_disclosures(actor=actor, facts=facts, agency_ids=ids.values(), at=day_of(today, DISCLOSED))
    move_round(actor=actor, round_id=facts.id, to=RoundState.DISCLOSURE_SCORING)
    [office] = national_seats(Role.OFFICE)
    share_agencies(seat=office, facts=facts, seed=SLUG)
    verdicts = {ids[code]: found for code, found in nation.verdicts.items()}
    make_up_marks(actor=actor, facts=facts, verdicts=verdicts, at=day_of(today, MARKED))
    move_round(actor=actor, round_id=facts.id, to=RoundState.CLARIFICATION)
    close_counting(actor=actor, round_id=facts.id)
    move_round(actor=actor, round_id=facts.id, to=RoundState.CONFIRMED)
    number = start_computation(
        seat=office, facts=now_of(facts), reason="คำนวณประเทศสมมติหลังยืนยันคะแนน", at=day_of(today, COMPUTED)
    )
    while compute_slice(computation_id=number) or rank_slice(computation_id=number, at=day_of(today, COMPUTED)):
        pass


def _generated() -> MadeUpRound:
    """The round that the generator writes for this size, read back."""
    with tempfile.TemporaryDirectory(prefix="prongsai-nation-") as name:
        folder = Path(name)
        write_nation(folder, load_year(YEAR), agencies=AGENCIES, answers=ANSWERS, provinces=PROVINCES)
        verdicts: dict[str, dict[str, bool]] = defaultdict(dict)
        for row in _rows(folder / "verdicts.csv"):
            verdicts[row["agency"]][row["item"]] = row["verdict"] == "1"
        answers = pq.read_table(folder / "answers.parquet").to_pylist()
        return MadeUpRound(_rows(folder / "agencies.csv"), verdicts, tuple(answers))


def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as opened:
        return tuple(csv.DictReader(opened))


def _save_agencies(actor: str, nation: MadeUpRound) -> dict[str, int]:
    """The agencies' numbers by the generator's codes."""
    types = type_codes(agency_types())
    for row in nation.agencies:
        save_agency(
            actor=actor,
            code=_code(row["code"]),
            name_th=row["name"],
            name_en=f"Fictional agency {int(row['code'][1:])}",
            type=types[row["type"]],
            province=row["province"].removeprefix("จังหวัด"),
            is_fictional=True,
        )
    known = ids_by_code()
    return {row["code"]: known[_code(row["code"])] for row in nation.agencies}


def _code(generated: str) -> str:
    return f"made-up-{int(generated[1:])}"


def _collect(actor: str, nation: MadeUpRound, ids: Mapping[str, int], today: date) -> RoundFacts:
    """Open the round and take the answers in, as from a file."""
    names = f"ซักซ้อมกับประเทศสมมติ ปีงบประมาณ พ.ศ. {YEAR}", f"Rehearsal with a fictional country, fiscal year {YEAR}"
    codes = [_code(one) for one in ids]
    facts = begin_round(actor=actor, year=YEAR, names=names, today=today, days=DAYS, codes=codes)
    for state in (RoundState.CONFIRMATION, RoundState.COLLECTING):
        facts = move_round(actor=actor, round_id=facts.id, to=state)
    forms = questionnaires(facts)
    for row in nation.answers:
        form = forms[Instrument(str(row["instrument"]))]
        choices = {line.key: int(chosen) for line in form.lines if (chosen := row[line.key]) is not None}
        agency = ids[str(row["agency"])]
        take_in(facts=facts, agency_id=agency, form=form, answers=[(choices, None)], source=Source.FILE)
    return facts
