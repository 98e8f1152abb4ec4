"""Small rounds that are awkward on purpose, and the ways in which their answers come: files and the portal's tables."""

import csv
import random
import sqlite3
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.loading import load_year
from prongsai.rulebook.survey_flow import pack, questionnaire_of

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
TYPES = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล")
SIZES = (33, 1, 5, 48, 0, 3, 33)
"""Who sent a form: 32 and an empty one make halves at the third decimal; one, three and none; some are everybody."""


def made_up_round(year, *, seed=1, weighted=False):
    """Agencies, answers and verdicts; missing answers, an empty form, an agency without part 2, two that tie."""
    dice = random.Random(seed * year)  # noqa: S311
    rules = load_year(year)
    agencies = [
        {
            "code": f"A{number}",
            "name": f"หน่วยงาน {number}",
            "type": TYPES[number % 2],
            "province": f"จังหวัด {number % 3}",
            "staff": (32, None, 5, 900, 40, 2, 32)[number],
            "clients": (2000, 300, None, 48, 77, 500, 2000)[number],
            "size": ("S", "M", "", "S", "L", "", "S")[number],
        }
        for number in range(len(SIZES))
    ]
    answers = [
        answer
        for agency, people in zip(agencies, SIZES, strict=True)
        for part in rules.survey_by_part
        for answer in _of_part(rules, agency["code"], part, people, dice, weighted)
    ]
    answers = [one for one in answers if not (one["agency"] == "A3" and one["instrument"] == "EIT2")]
    twins = [one | {"agency": "A6"} for one in answers if one["agency"] == "A0"]
    answers = [one for one in answers if one["agency"] != "A6"] + twins
    dice.shuffle(answers)
    verdicts = {
        agency["code"]: {item: dice.random() < 0.8 for item in rules.items}
        for agency in agencies
        if agency["code"] != "A2"
    }
    verdicts["A6"] = dict(verdicts["A0"])
    return agencies, answers, verdicts


def _of_part(rules, code, part, people, dice, weighted):
    lines = questionnaire_of(rules, part).lines
    skipped = dice.choice(lines).key if people == 5 else None
    for person in range(people):
        given = {line.key: dice.choice([None, *range(1, len(line.options) + 1)]) for line in lines}
        if dice.random() < 0.6:
            best = dice.random() < 0.9
            given = {line.key: _upper(line, dice) if best else given[line.key] for line in lines}
        if people == SIZES[0]:
            given = {key: choice or 1 for key, choice in given.items()}
        if skipped:
            given[skipped] = None
        if person == 30:
            given = dict.fromkeys(given)
        weight = dice.choice(["0.5", "1", "1.25", "2.333333"]) if weighted else "1"
        yield {"agency": code, "instrument": str(part), "weight": weight, "answers": given}


def _upper(line, dice):
    backwards = line.question.reversed if line.line is None or line.line.reversed is None else line.line.reversed
    step = dice.choice([0, 0, 0, 1])
    return 1 + step if backwards else len(line.options) - step


def write_folder(folder, agencies, verdicts):
    folder.mkdir()
    with (folder / "agencies.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, agencies[0])
        writer.writeheader()
        writer.writerows(agencies)
    lines = [f"{code},{item},{int(done)}" for code, items in verdicts.items() for item, done in items.items()]
    (folder / "verdicts.csv").write_text("\n".join(["agency,item,verdict", *lines]), "utf-8")
    return folder


def _codes(answers):
    return list(dict.fromkeys(code for one in answers for code in one["answers"]))


def write_parquet(path, answers, *, weighted=False):
    columns = {name: [one[name] for one in answers] for name in ("agency", "instrument")}
    columns |= {code: pa.array([one["answers"].get(code) for one in answers], pa.int8()) for code in _codes(answers)}
    if weighted:
        columns["weight"] = pa.array([float(one["weight"]) for one in answers])
    pq.write_table(pa.table(columns), path)


def write_thai_csv(path, answers):
    """As an old spreadsheet in Thailand writes it: Windows-874, Thai digits, semicolons."""
    codes = _codes(answers)
    lines = [";".join(["agency", "instrument", *codes])]
    for one in answers:
        cells = ["" if (given := one["answers"].get(code)) is None else str(given).translate(THAI) for code in codes]
        lines.append(";".join([one["agency"], one["instrument"], *cells]))
    path.write_bytes("\r\n".join(lines).encode("cp874"))


TABLES = (
    "CREATE TABLE agencies_agency (id INTEGER PRIMARY KEY, code VARCHAR(60))",
    "CREATE TABLE rounds_round (id INTEGER PRIMARY KEY, slug VARCHAR(60), year INTEGER)",
    """CREATE TABLE surveys_answer (id INTEGER PRIMARY KEY, round_id INTEGER, agency_id INTEGER, part VARCHAR(4),
       choices VARCHAR(120), standing VARCHAR(10))""",
)
COLUMNS = "id, round_id, agency_id, part, choices, standing"


def portal_rows(year, agencies, answers):
    """The rows of the three tables; an answer that was set aside and another round's must not count."""
    rules = load_year(year)
    numbers = {agency["code"]: number for number, agency in enumerate(agencies, 1)}
    stored = []
    for number, one in enumerate(answers, 1):
        given = {code: choice for code, choice in one["answers"].items() if choice}
        packed = pack(questionnaire_of(rules, one["instrument"]), given)
        standing = "to-review" if number % 7 == 0 else "counted"
        stored.append((number, 1, numbers[one["agency"]], one["instrument"], packed, standing))
    stored.append((len(stored) + 1, 1, *stored[0][2:5], "set-aside"))
    stored.append((len(stored) + 1, 2, *stored[0][2:5], "counted"))
    return [(number, code) for code, number in numbers.items()], [(1, "real", year), (2, "other", year)], stored


def write_sqlite(path, year, agencies, answers):
    with closing(sqlite3.connect(path)) as opened, opened:
        for table in TABLES:
            opened.execute(table)
        of_agencies, of_rounds, of_answers = portal_rows(year, agencies, answers)
        opened.executemany("INSERT INTO agencies_agency VALUES (?, ?)", of_agencies)
        opened.executemany("INSERT INTO rounds_round VALUES (?, ?, ?)", of_rounds)
        opened.executemany(f"INSERT INTO surveys_answer ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", of_answers)  # noqa: S608


def write_postgres(address, year, agencies, answers):
    import psycopg

    with psycopg.connect(address) as opened, opened.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table.split()[2]}")
            cursor.execute(table.replace("id INTEGER PRIMARY KEY", "id BIGINT PRIMARY KEY"))
        of_agencies, of_rounds, of_answers = portal_rows(year, agencies, answers)
        cursor.executemany("INSERT INTO agencies_agency VALUES (%s, %s)", of_agencies)
        cursor.executemany("INSERT INTO rounds_round VALUES (%s, %s, %s)", of_rounds)
        cursor.executemany(f"INSERT INTO surveys_answer ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)", of_answers)  # noqa: S608
