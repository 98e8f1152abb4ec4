"""Bad usage of the command is said in Thai first, with what to write instead."""

import pytest

from prongsai.cli import main
from prongsai.commands.outcome import UNUSABLE


@pytest.mark.parametrize(
    ("arguments", "thai", "english"),
    [
        (["score"], "ต้องระบุ FILE", "the following arguments are required: FILE"),
        (["scores"], "พบ 'scores' ให้เลือกจาก", "invalid choice: 'scores'"),
        (["score", "a.csv", "--years"], "ไม่รู้จัก --years", "unrecognized arguments: --years"),
        (["score", "a.csv", "--year"], "--year: ต้องมีค่าหนึ่งค่าตามหลัง", "expected one argument"),
        (["serve", "--port", "web"], "--port: พบ 'web' ให้เขียนจำนวนเต็ม", "invalid int value: 'web'"),
        (["score", "a.csv", "--year", "2025"], "พบ “2025” ซึ่งเป็น ค.ศ. ให้เขียนเป็น พ.ศ. 2568", "the Buddhist year 2568"),
        (["instruments", "--year", "๒๐๒๕"], "ให้เขียนเป็น พ.ศ. 2568", "the Buddhist year 2568"),
        (["score", "a.csv", "--year", "last"], "พบ “last” ให้เขียนปีงบประมาณ พ.ศ.", "a Buddhist fiscal year"),
        (["score", "a.csv", "--json=yes"], "ไม่ต้องใส่ค่า แต่พบ 'yes'", "ignored explicit argument"),
        (
            ["write-all", "--scores", "--year", "2568", "--out", "x"],
            "--scores: ต้องมีค่าอย่างน้อยหนึ่งค่าตามหลัง",
            "at least one argument",
        ),
    ],
)
def test_bad_usage_is_said_in_thai_and_then_in_english(capsys, arguments, thai, english):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert "ใช้คำสั่งไม่ถูกต้อง / bad usage: " in error
    assert error.index(thai) < error.index(english)
    assert error.rstrip().endswith("--help")


def test_a_database_that_cannot_be_used_is_said_plainly_before_anything_is_served(monkeypatch, capsys):
    from prongsai.portal.config import environment

    def refuse():
        raise environment.DatabaseTooOldError("found SQLite 3.34.1")

    monkeypatch.setattr(environment, "database", refuse)
    with pytest.raises(SystemExit) as ended:
        main(["serve"])
    assert ended.value.code == UNUSABLE
    assert capsys.readouterr().err == "found SQLite 3.34.1\n"
