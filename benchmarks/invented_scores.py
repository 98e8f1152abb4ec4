"""Scores of agencies that do not exist: every question and item of two years, no two agencies alike."""

import csv
import random
from pathlib import Path

from prongsai.rulebook.formulas import leaves
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

PLACES = ("หนองน้ำใส", "บึงพร้าว", "เขาพระจันทร์", "ท่าดอกแก้ว", "ดอนมะเกลือ", "คลองสามสาย", "ทุ่งตะวัน", "ห้วยข้าวหอม")
FORMS = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง")


def agency_names(count: int) -> list[str]:
    """Names as long as real ones are."""
    return [f"{FORMS[number % 3]}{PLACES[number % 8]} {number + 1}" for number in range(count)]


def write_scores(path: Path, count: int, year: int) -> None:
    """A scores file of so many agencies, of a year and the one before it."""
    dice = random.Random(year)  # noqa: S311 - invented figures
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("agency", "year", "instrument", "code", "score"))
        for name in agency_names(count):
            usual = dice.uniform(72, 97)
            for of in (year - 1, year):
                for place in leaves(load_year(of)):
                    is_item = place.instrument is Instrument.OIT
                    score = 100 * (dice.random() < usual / 100) if is_item else _near(dice, usual)
                    rows.writerow((name, of, place.instrument, place.code, score))


def _near(dice: random.Random, usual: float) -> str:
    return f"{min(100.0, max(0.0, dice.gauss(usual, 6))):.2f}"
