"""A round scored by walking over single answers: slow, plain, and written from docs/scoring.md alone.

It reads the year's YAML itself and uses nothing of the rulebook or of the engines. Only the ends of an interval come from
`statistics`, whose own tests prove them; what goes into them is computed here.
"""

import csv
import io
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import yaml

from prongsai.statistics.intervals import Measured, interval_of_score
from prongsai.statistics.totals import interval_of_total

EMPTY = ""


def rules_of(year):
    folder = files("prongsai.instruments") / f"fy{year}"
    return {
        name: yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
        for name in ("round", "iit", "eit", "oit", "levels")
    }


def half_up(value, places=2):
    scaled = Fraction(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    return Decimal(whole + (2 * rest >= scaled.denominator)).scaleb(-places)


def mean(values):
    known = [Fraction(value) for value in values if value is not None]
    return sum(known) / len(known) if known else None


def points_of(survey, question, line):
    options = next(scale["options"] for scale in survey["scales"] if scale["key"] == question["scale"])
    points = [Fraction(str(option["points"])) for option in options]
    backwards = question.get("reversed", False)
    if line is not None and line.get("reversed") is not None:
        backwards = line["reversed"]
    return points[::-1] if backwards else points


def lines_of(question):
    """What is answered by itself: the question, or each of its lines."""
    lines = question.get("lines") or []
    if not lines:
        return [(question["code"], None)]
    return [(f"{question['code']}.{number}", line) for number, line in enumerate(lines, 1)]


def question_score(survey, question, people):
    scores = []
    for code, line in lines_of(question):
        points = points_of(survey, question, line)
        given = [
            (Fraction(who["weight"]), points[who["answers"][code] - 1]) for who in people if who["answers"].get(code)
        ]
        weight = sum(part for part, _ in given)
        scores.append(sum(part * earned for part, earned in given) / weight if weight else None)
    value = mean(scores)
    return None if value is None else half_up(value)


def part_score(survey, people):
    """Indicators, exact, and the part's score from those that anybody answered."""
    indicators = {}
    for number in dict.fromkeys(question["indicator"] for question in survey["questions"]):
        asked = [question for question in survey["questions"] if question["indicator"] == number]
        indicators[number] = mean([question_score(survey, question, people) for question in asked])
    value = mean(indicators.values())
    return indicators, None if value is None else half_up(value)


def oit_score(rules, verdicts):
    subs = {}
    for sub in rules["oit"]["sub_indicators"]:
        items = [item["code"] for item in rules["oit"]["items"] if item["sub_indicator"] == sub["code"]]
        if any(code not in verdicts for code in items):
            subs[sub["code"]] = None  # unknown is never 0, nor left out
        else:
            subs[sub["code"]] = mean([100 if verdicts[code] else 0 for code in items])
    indicators = {}
    for number in (9, 10):
        own = [score for code, score in subs.items() if code.split(".")[0] == str(number)]
        indicators[number] = None if None in own else mean(own)
    unknown = None in indicators.values()
    return indicators, None if unknown else half_up(mean(indicators.values()))


def respondents_scores(survey, people):
    """Each respondent's own mean, to the hundredth, every question with its share in the instrument."""
    numbers = [question["indicator"] for question in survey["questions"]]
    found = []
    for who in people:
        earned = asked = Fraction(0)
        for question in survey["questions"]:
            lines = lines_of(question)
            share = Fraction(1, len(set(numbers)) * numbers.count(question["indicator"]) * len(lines))
            for code, line in lines:
                if who["answers"].get(code):
                    earned += share * points_of(survey, question, line)[who["answers"][code] - 1]
                    asked += share
        if asked:
            found.append((Fraction(who["weight"]), Fraction(half_up(earned / asked))))
    return found


def measured(survey, people, score, population):
    own = respondents_scores(survey, people)
    weight = sum(part for part, _ in own)
    middle = sum(part * score for part, score in own) / weight
    spread = sum(part * (score - middle) ** 2 for part, score in own) / weight
    worth = max(1, int(weight**2 / sum(part**2 for part, _ in own)))
    believed = population if population is not None and population >= len(own) else None
    return Measured(score, worth, believed, Decimal(spread.numerator) / spread.denominator)


def least_respondents(rules, part, agency):
    people = agency["staff"] if part == "IIT" else agency["clients"]
    fitting = [
        rule
        for rule in rules["round"]["samples"]
        if rule["instrument"] == part
        and rule.get("agency_type", "") in {"", agency["type"]}
        and rule.get("size", "") in {"", agency["size"]}
    ]
    rule = max(fitting, key=lambda one: (bool(one.get("agency_type")), bool(one.get("size"))), default=None)
    if rule is None:
        return 0
    if rule.get("minimum") is not None:
        least = rule["minimum"]
    elif people is None:
        return 0
    else:
        least = -(-Fraction(rule["share"]) * people // 1)
    least = min(max(least, rule.get("at_least") or 0), rule.get("at_most") or least)
    return least if people is None else min(least, people)


def walk(year, agencies, answers, verdicts):
    """`results.csv` as text: `agencies` and `answers` are lists of dicts, `verdicts` item marks by agency."""
    rules = rules_of(year)
    parts = dict.fromkeys(rules["iit"]["parts"], rules["iit"]) | dict.fromkeys(rules["eit"]["parts"], rules["eit"])
    rows = [agency_row(year, rules, parts, agency, answers, verdicts) for agency in agencies]
    for name, group in (("rank", "type"), ("rank_in_province", "province"), ("rank_in_nation", None)):
        for row in rows:
            rivals = [one for one in rows if one["total"] is not None and (group is None or one[group] == row[group])]
            known = row["total"] is not None
            row[name] = 1 + sum(one["total"] > row["total"] for one in rivals) if known else None
            row[f"{name}_of"] = len(rivals) if known else None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = [
        "agency", "year", "total", "level", "rank", "rank_of", "IIT", "EIT1", "EIT2", "EIT", "OIT",
        *map(str, range(1, 11)), "total_low", "total_high", "level_low", "level_high", "rank_in_province", "rank_in_province_of",
        "rank_in_nation", "rank_in_nation_of", *[f"n_{part}" for part in parts], "below_minimum", "name", "type", "province",
    ]  # fmt: skip
    writer.writerow(columns)
    writer.writerows([row.get(column) for column in columns] for row in rows)
    return out.getvalue()


def level_of(rules, scores):
    return next(
        level["label"]
        for level in rules["levels"]
        if all(scores[gate["of"]] >= Decimal(gate["at_least"]) for gate in level.get("conditions", []))
    )


def agency_row(year, rules, parts, agency, answers, verdicts):
    row = defaultdict(lambda: None, agency=agency["code"], year=year, name=agency["name"], type=agency["type"])
    row["province"] = agency["province"]
    people = {
        part: [who for who in answers if (who["agency"], who["instrument"]) == (agency["code"], part)] for part in parts
    }
    people = {part: [who for who in group if any(who["answers"].values())] for part, group in people.items()}
    by_part = {}
    for part, survey in parts.items():
        by_part[part], row[part] = part_score(survey, people[part])
        row[f"n_{part}"] = len(people[part])
    surveyed = dict(by_part["IIT"])
    eit = [part for part in parts if part.startswith("EIT")]
    for number in by_part[eit[0]]:
        values = [by_part[part][number] for part in eit if people[part]]
        surveyed[number] = mean(values) if len(values) == len(eit) else None
    if all(people[part] for part in eit):
        row["EIT"] = half_up(mean([surveyed[number] for number in by_part[eit[0]]]))
    disclosed, row["OIT"] = oit_score(rules, verdicts.get(agency["code"], {}))
    for number, value in (surveyed | disclosed).items():
        row[str(number)] = None if value is None else half_up(value)
    shares = {weight["instrument"]: Fraction(weight["share"]) for weight in rules["round"]["weights"]}
    if all(row[name] is not None for name in shares):
        row["total"] = half_up(sum(share * Fraction(row[name]) for name, share in shares.items()))
        row["level"] = level_of(rules, row)
        sampled = [
            (Decimal(share.numerator) / share.denominator,
             measured(parts[name], people[name], row[name], agency["staff"] if name == "IIT" else agency["clients"]))
            for name, share in shares.items() if name in parts
        ]  # fmt: skip
        interval = interval_of_total(row["total"], sampled)
        row["total_low"], row["total_high"] = interval.low, interval.high
        lows, highs = dict(row, total=interval.low), dict(row, total=interval.high)
        for name, one in zip([name for name in shares if name in parts], (one for _, one in sampled), strict=True):
            ends = interval_of_score(one.score, one.n, one.population, one.variance)
            lows[name], highs[name] = ends.low, ends.high
        row["level_low"], row["level_high"] = level_of(rules, lows), level_of(rules, highs)
    row["below_minimum"] = " ".join(
        part for part in parts if len(people[part]) < least_respondents(rules, part, agency)
    )
    return row
