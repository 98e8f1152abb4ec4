"""The portal and the command `assess` give the same figures for the same stored answers and verdicts."""

import csv
import random
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from prongsai.assessing.assessing import RoundRequest, assess_round
from prongsai.assessing.result_files import QUESTIONS, RESULTS
from prongsai.portal.computing import actions
from prongsai.portal.computing.models import ComputedResult
from prongsai.portal.disclosures.assessing.queries import verdicts
from prongsai.portal.disclosures.assessing.verdicts import known
from prongsai.portal.rounds.queries import instrument_of, next_participations
from prongsai.portal.surveys.actions import Sent, Source, store_answer
from prongsai.portal.surveys.marks import draw_key
from prongsai.rulebook.survey_flow import questionnaire_of

pytestmark = pytest.mark.django_db
SENT = {"town": (17, 14, 9), "village": (30, 22, 12)}


@pytest.fixture
def sent(collecting, agency, other_agency):
    """Answers with gaps, most of them near the upper end; as rows of an answers file."""
    year, dice, rows = instrument_of(collecting), random.Random(7), []  # noqa: S311
    for who in (agency, other_agency):
        for part, many in zip(year.survey_by_part, SENT[who.code], strict=True):
            form = questionnaire_of(year, part)
            for _one in range(many):
                choices = {
                    line.key: max(1, len(line.options) - int(3 * dice.random() ** 2))
                    for line in form.lines
                    if dice.random() < 0.93
                }
                stored = Sent(
                    round_id=collecting.id,
                    agency_id=who.pk,
                    questionnaire=form,
                    choices=choices,
                    key=draw_key(),
                    source=Source.FILE,
                )
                store_answer(sent=stored)
                rows.append({"agency": who.code, "instrument": part.value, **choices})
    return rows


def write(path, names, rows):
    with path.open("w", encoding="utf-8", newline="") as opened:
        written = csv.DictWriter(opened, names, restval="")
        written.writeheader()
        written.writerows(rows)


@pytest.fixture
def folder(tmp_path, sent, counted):
    """The round as `assess` takes it."""
    lines = next_participations(counted.id, after=0, limit=10)
    columns = ("code", "name", "type", "province", "staff", "clients", "size")
    agencies = [
        (one.agency_code, one.agency_name_th, one.agency_type, one.province, one.staff, one.clients, one.size)
        for one in lines
    ]
    found = [
        {"agency": one.agency_code, "item": item, "verdict": int(is_complete)}
        for one in lines
        for item, is_complete in known(verdicts(counted, one.agency_id)).items()
    ]
    write(tmp_path / "agencies.csv", columns, [dict(zip(columns, one, strict=True)) for one in agencies])
    write(tmp_path / "verdicts.csv", ("agency", "item", "verdict"), found)
    write(tmp_path / "answers.csv", list(dict.fromkeys(name for row in sent for name in row)), sent)
    return tmp_path


def test_both_ways_give_every_digit_alike(folder, counted, office):
    number = actions.start_computation(seat=office, facts=counted, reason="คำนวณ")
    assert actions.go_on(computation_id=number, seconds=60)
    out = folder / "out"
    assess_round(RoundRequest(folder, instrument_of(counted)), out, tell=lambda _: None)
    rows = {row["agency"]: row for row in pq.read_table(out / RESULTS).to_pylist()}
    questions = pq.read_table(out / QUESTIONS).to_pylist()
    computed = {one.agency.code: one for one in ComputedResult.objects.select_related("agency")}
    assert set(rows) == set(computed) == {"town", "village"}
    assert rows["village"]["total"] is not None
    assert rows["village"]["total_low"] < rows["village"]["total"] < rows["village"]["total_high"]
    for code, here in computed.items():
        there = rows[code]
        assert (here.total, here.level) == (there["total"], there["level"] or "")
        assert (here.total_low, here.total_high) == (there["total_low"], there["total_high"])
        assert (here.level_low, here.level_high) == (there["level_low"] or "", there["level_high"] or "")
        assert here.short_parts == there["below_minimum"].split()
        asked = {(part, item): score for part, item, score, *_ in here.figures if part != "OIT"}
        for part, many in zip(("IIT", "EIT1", "EIT2"), SENT[code], strict=True):
            assert (Decimal(asked.pop((part, "instrument"))), many) == (there[part], there[f"n_{part}"])
        told = {part for part, many in zip(("IIT", "EIT1", "EIT2"), SENT[code], strict=True) if many >= 10}
        assert {place: Decimal(score) for place, score in asked.items()} == {
            (one["instrument"], one["code"]): one["score"]
            for one in questions
            if one["agency"] == code and one["instrument"] in told
        }
        ranks = [there["rank"], there["rank_of"]], [there["rank_in_nation"], there["rank_in_nation_of"]]
        assert [here.ranks.get(name, [None, None])[:2] for name in ("type", "nation")] == list(ranks)
