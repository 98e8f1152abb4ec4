import csv

import pyarrow.parquet as pq
import pytest

from prongsai.assessing.assessing import RoundRequest, assess_round
from prongsai.assessing.synthetic_nation import write_nation
from prongsai.rulebook.loading import load_year


@pytest.mark.parametrize("year", [2564, 2568])
def test_a_made_up_nation_can_be_assessed_and_looks_like_one(year, tmp_path):
    rules = load_year(year)
    sent = write_nation(tmp_path / "round", rules, agencies=60, answers=5_000)
    assert 4_500 <= sent <= 5_500
    heard = []
    summary = assess_round(RoundRequest(tmp_path / "round", rules), tmp_path / "out", tell=heard.append)
    totals = [one.total for one in summary.outcomes]
    assert summary.tally.bad.total == 0
    assert len(totals) == 60
    assert 80 < sum(totals) / 60 < 97
    assert all(one.respondents[part] <= one.agency.staff for one in summary.outcomes for part in ["IIT"])
    assert heard[-1].en.startswith(f"{sent:,} of {sent:,} rows counted")


def test_the_same_seed_gives_the_same_nation(tmp_path):
    for name in ("one", "two"):
        write_nation(tmp_path / name, load_year(2568), agencies=12)
    for file in ("agencies.csv", "verdicts.csv", "answers.parquet"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    with (tmp_path / "one" / "agencies.csv").open(encoding="utf-8", newline="") as opened:
        assert len(list(csv.DictReader(opened))) == 12
    assert "i15" in pq.read_schema(tmp_path / "one" / "answers.parquet").names
