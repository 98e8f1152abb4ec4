"""The API answers what the command prints, key for key."""

import json

import pytest

from prongsai.cli import main
from tests.api_answers import *  # noqa: F403 - its docstring says what is asked and sent

pytestmark = pytest.mark.django_db

ROWS = [
    {"agency": "เทศบาลตัวอย่าง", "year": 2568, "instrument": "IIT", "code": "i1", "score": "๙๕.๗๖"},
    {"agency": "เทศบาลตัวอย่าง", "year": "๒๕๖๘", "instrument": "EIT1", "code": "instrument", "score": 94.51},
    {"agency": "เทศบาลตัวอย่าง", "year": 2568, "instrument": None, "code": 8, "score": "91.73", "n": 9},
    *({"agency": "อบต. อื่น", "year": 2567, "code": number, "score": "90.00"} for number in range(1, 11)),
    {"agency": "อบต. อื่น", "year": 2567, "code": "total", "score": "95"},
]


@pytest.mark.parametrize("year", [None, "2563", "๒๕๖๘", "2569"])
def test_rules_are_the_same(ask, capsys, year):
    assert main(["instruments", "--json", *(["--year", year] if year else [])]) == 0
    assert ask(f"instruments/{year}" if year else "instruments") == json.loads(capsys.readouterr().out)


def test_the_same_rows_come_to_the_same(send, tmp_path, capsys):
    file = tmp_path / "scores.json"
    file.write_text(json.dumps(ROWS, ensure_ascii=False), "utf-8")
    for more, asked in (([], {}), (["--year", "2567"], {"year": "2567"})):
        main(["score", str(file), "--json", *more])
        assert send(ROWS, **asked) == json.loads(capsys.readouterr().out)
