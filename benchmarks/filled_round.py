"""A round of a whole country in the surroundings' database: 8,317 agencies, a million answers; prints where to look.

Each agency has also written a journal line for each OIT item that it answered.

    PRONGSAI_HOME=... .venv/bin/python -m benchmarks.filled_round

Rows are written in bulk: what is measured is how they are read. Agencies and people are invented.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

AGENCIES, ANSWERS, CODES, PROVINCES, DAYS = 8_317, 1_000_000, 100_000, 77, 40
BATCH = 20_000
SHARES = {"IIT": 50, "EIT1": 40, "EIT2": 10}
TO_REVIEW_ONE_IN = 200
ITEMS = 43
TYPES = ("subdistrict-organisation", "subdistrict-municipality", "town-municipality", "department")


def fill() -> dict[str, object]:
    """Fill the database; gives the cookie of an officer of the office and of an agency's, and the round."""
    from prongsai.portal.config.serving import prepare

    prepare()
    from tests.rounds import date_every_phase, move_to

    from prongsai.portal.rounds.models import Participation
    from prongsai.portal.rounds.queries import find_round
    from prongsai.portal.rounds.running.actions import invite_agencies, open_round
    from prongsai.portal.rounds.states import RoundState
    from prongsai.portal.surveys.watching.actions import count_answers

    codes = add_agencies()
    publish_results()
    facts = open_round(actor="tester", year=2569, is_rehearsal=True, name_th="ซ้อม", name_en="")
    date_every_phase(facts)
    invite_agencies(actor="tester", round_id=facts.id, codes=codes, how="all")
    Participation.objects.filter(round_id=facts.id).update(staff=60, clients=2000, size="S")
    move_to(facts.id, RoundState.REGISTRATION, RoundState.CONFIRMATION, RoundState.COLLECTING)
    add_answers(facts.id)
    add_codes(facts.id)
    add_journal(facts.slug, codes)
    count_answers(round=find_round(facts.slug))
    return {"round": facts.slug, "agency": codes[0]} | sign_in(codes[0])


def add_agencies() -> list[str]:
    """Every agency, in provinces that have numbers for names."""
    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.agencies.naming import searchable, sortable

    rows = []
    for number in range(1, AGENCIES + 1):
        name, code = f"หน่วยงานตัวอย่างที่ {number}", f"agency-{number}"
        rows.append(
            Agency(
                code=code,
                name_th=name,
                type=TYPES[number % len(TYPES)],
                province=f"จังหวัดที่ {number % PROVINCES + 1}",
                sort_key=sortable(name),
                search_text=searchable(name, code),
            )
        )
    Agency.objects.bulk_create(rows, batch_size=500)
    return [row.code for row in rows]


def publish_results() -> None:
    """A published total for every agency."""
    from django.utils import timezone

    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.results.models import PublishedResult
    from prongsai.rulebook.loading import load_year

    rules, dice = load_year(2568), random.Random(2568)  # noqa: S311 - the same figures each time
    PublishedResult.objects.bulk_create(
        (
            PublishedResult(
                agency_id=agency,
                year=rules.year,
                instrument_revision=rules.round.revision,
                instrument_sha256=rules.sha256,
                total=dice.randint(6000, 9999) / 100,
                level="A",
                level_certain=True,
                reached_target=True,
                published_at=timezone.now(),
            )
            for agency in Agency.objects.values_list("pk", flat=True)
        ),
        batch_size=500,
    )


def add_answers(round_id: int) -> None:
    """Answers of every agency, more of some than of others; one in some hundreds waits for review."""
    from django.db import connection, transaction

    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.surveys.storing import KEEP_ANSWER

    agencies = list(Agency.objects.values_list("pk", flat=True))
    made = answers(round_id, agencies)
    while batch := list(islice(made, BATCH)):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(KEEP_ANSWER, batch)


def answers(round_id: int, agencies: list[int]) -> Iterator[tuple[object, ...]]:
    """The columns of each answer."""
    from prongsai.portal.surveys.models import draw_number
    from prongsai.rulebook.instrument import Instrument
    from prongsai.rulebook.loading import load_year
    from prongsai.rulebook.survey_flow import questionnaire_of

    year = load_year(2569)
    packed = {part: "2" * len(questionnaire_of(year, Instrument(part)).lines) for part in SHARES}
    dice, today = random.Random(2569), date.today()  # noqa: S311, DTZ011 - the same answers each time
    parts, shares = list(SHARES), list(SHARES.values())
    for number in range(ANSWERS):
        part = dice.choices(parts, shares)[0]
        standing = "to-review" if part == "EIT1" and not number % TO_REVIEW_ONE_IN else "counted"
        day = (today - timedelta(days=dice.randrange(DAYS))).isoformat()
        agency = agencies[int(dice.triangular(0, len(agencies), 0))]
        yield draw_number(), round_id, agency, None, part, day, packed[part], "web", False, standing


def add_codes(round_id: int) -> None:
    """One-time codes of the first agencies, half of them spent."""
    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.surveys.models import AccessCode

    agencies = list(Agency.objects.order_by("pk").values_list("pk", flat=True)[:500])
    AccessCode.objects.bulk_create(
        (
            AccessCode(round_id=round_id, agency_id=agencies[n % 500], digest=f"{n:064x}", is_spent=n % 2 == 0)
            for n in range(CODES)
        ),
        batch_size=2000,
    )


def add_journal(slug: str, codes: list[str]) -> None:
    """A line for each item that an agency answered. Their hashes are made up: the chain is not walked here."""
    from django.utils import timezone

    from prongsai.portal.journal.models import JournalLine

    places = [f"agencies/{code}/rounds/{slug}/oit/o{item}" for item in range(1, ITEMS + 1) for code in codes]
    JournalLine.objects.bulk_create(
        (
            JournalLine(
                at=timezone.now(),
                actor="tester",
                verb="disclosure.save",
                object=place,
                detail={},
                previous_hash=f"a{number:063x}",
                hash=f"b{number:063x}",
            )
            for number, place in enumerate(places)
        ),
        batch_size=2000,
    )


def sign_in(agency_code: str) -> dict[str, str]:
    """Sessions of somebody of the office and of an agency's officer, by their cookies."""
    from django.test import Client

    from prongsai.portal.agencies.queries import find_agency
    from prongsai.portal.people.actions import add_person, grant_role
    from prongsai.portal.people.roles import Role

    cookies = {}
    for name, agency, role in (("office", None, Role.OFFICE), ("officer", find_agency(agency_code), Role.OFFICER)):
        person = add_person(actor="tester", email=f"{name}@cast.example", display_name=name, password=None)
        grant_role(actor="tester", person=person, agency=agency, role=role, units=())
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        cookies[name] = browser.cookies["sessionid"].value
    return cookies


if __name__ == "__main__":
    print(json.dumps(fill()))
