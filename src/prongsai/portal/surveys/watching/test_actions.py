from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.portal.journal.queries import lines_about
from prongsai.portal.rounds.queries import find_round, instrument_of, is_open
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.actions import extend_phase
from prongsai.portal.surveys.actions import count_late_interviews
from prongsai.portal.surveys.models import Answer, Standing
from prongsai.portal.surveys.queries import StillCountingError, answer_counts
from prongsai.portal.surveys.watching import actions
from prongsai.portal.surveys.watching.actions import close_round, count_answers, remind_short_agencies, review_group
from prongsai.portal.surveys.watching.models import CountedPart, ShortReminder
from prongsai.portal.surveys.watching.queries import counted_parts, review_groups, tallies, totals
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of
from prongsai.statistics.pace import Prospect

pytestmark = pytest.mark.django_db
ADDRESS = "https://portal.test"


def move_surveys(facts, *, opened, closes):
    """The surveys from so many days ago to so many days from now."""
    now = timezone.now()
    apps.get_model("rounds", "RoundPhase").objects.filter(round_id=facts.id, key="surveys").update(
        opens_at=now - timedelta(days=opened), closes_at=now + timedelta(days=closes)
    )


def told_of(facts):
    """The journal's lines about the town in the round."""
    return list(lines_about(f"agencies/town/rounds/{facts.slug}"))


def remind(facts, most=100):
    return remind_short_agencies(round=facts, address=ADDRESS, actor="tester", most=most)


@pytest.fixture
def short(collecting, answered):
    """Ten days in, five days left, twelve answers last week: the town will miss every minimum."""
    move_surveys(collecting, opened=10, closes=5)
    answered(12, days_ago=3)
    answered(2)
    count_answers(round=collecting)


def test_a_count_is_what_is_stored_beside_the_minimum_and_the_prospect(collecting, agency, other_agency, short):
    row = CountedPart.objects.get(agency=agency, part="IIT")
    assert (row.answers, row.recent, row.to_review) == (14, 12, 0)
    assert row.minimum > 22
    assert (row.prospect, row.expected) == (Prospect.SHORT, 14 + 12 * 5 // 7)
    assert row.needed_a_day == -(-(row.minimum - 14) // 5)
    other = CountedPart.objects.get(agency=other_agency, part="IIT")
    assert (other.answers, other.minimum, other.prospect) == (0, None, Prospect.UNKNOWN)


def test_counting_again_gives_the_same_rows_once(collecting, answered, short):
    before = list(CountedPart.objects.order_by("agency_id", "part").values_list("agency_id", "part", "answers"))
    count_answers(round=collecting)
    assert list(CountedPart.objects.order_by("agency_id", "part").values_list("agency_id", "part", "answers")) == before


def test_counts_agree_with_the_pages_of_agencies(collecting, answered, agency, other_agency):
    answered(3)
    answered(2, Instrument.EIT1, of=other_agency)
    count_answers(round=collecting)
    counted = {(row.agency_id, row.part): row.answers for row in CountedPart.objects.filter(answers__gt=0)}
    direct = {
        (agency_id, part.value): many
        for agency_id, parts in answer_counts(collecting.id).items()
        for part, many in parts.items()
    }
    assert counted == direct == {(agency.pk, "IIT"): 3, (other_agency.pk, "EIT1"): 2}
    assert {total.part: total.answers for total in totals(collecting.id)}[Instrument.IIT] == 3


def test_officers_of_a_short_agency_are_told_numbers_once_in_seven_days(collecting, short, officer, colleague):
    assert remind(collecting) == 1
    assert sorted(message.to[0] for message in mail.outbox) == ["colleague@cast.example", "officer@cast.example"]
    body = mail.outbox[0].body
    assert "IIT: ตอบแล้ว 14" in body
    assert "EIT2" not in body
    assert "ซักซ้อม" in body
    assert f"{ADDRESS}/office/town/rounds/{collecting.slug}/surveys/" in body
    assert remind(collecting) == 0
    ShortReminder.objects.update(day=timezone.localdate() - timedelta(days=7))
    assert remind(collecting) == 1


def test_who_reached_the_minimum_is_not_told(collecting, short):
    CountedPart.objects.update(prospect=Prospect.REACHED)
    assert remind(collecting) == 0
    assert not mail.outbox


def test_a_mail_server_that_is_down_is_tried_again(collecting, short, monkeypatch):
    def refuse(**_named):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(actions, "mail_officers", refuse)
        assert remind(collecting) == 0
    assert not ShortReminder.objects.exists()
    assert [line.verb for line in told_of(collecting)][-2:] == ["survey.remind", "survey.remind-fail"]
    assert remind(collecting) == 1


def test_the_commands_count_and_remind(collecting, short, capsys):
    call_command("count_answers")
    call_command("remind_short_agencies", address=ADDRESS)
    assert "surveys counted: 6" in (told := capsys.readouterr().out)
    assert "agencies reminded: 1" in told


@pytest.mark.parametrize(("verdict", "standing"), [("count", Standing.COUNTED), ("set-aside", Standing.SET_ASIDE)])
def test_the_word_on_a_group_is_the_word_on_all_of_it_and_on_nothing_else(
    collecting, agency, answered, verdict, standing
):
    answered(4, Instrument.EIT1, days_ago=2, to_review=True)
    answered(3, Instrument.EIT1, days_ago=1, to_review=True)
    count_answers(round=collecting)
    first, second = review_groups(collecting.id)
    assert ([first.answers, second.answers], first.agency_code) == ([4, 3], "town")
    many = review_group(
        round=collecting,
        agency_id=agency.pk,
        agency_code=agency.code,
        part=first.part,
        day=first.day,
        verdict=verdict,
        actor="person/1",
    )
    assert many == 4
    assert Answer.objects.filter(standing=standing).count() == 4
    assert [group.answers for group in review_groups(collecting.id)] == [3]
    line = told_of(collecting)[-1]
    assert line.verb == f"survey.review-{verdict}"
    assert line.detail == {"part": "EIT1", "day": first.day.isoformat(), "answers": 4}


def closed(facts):
    """The round once its surveys are over and its counting is closed."""
    move_surveys(facts, opened=10, closes=-1)
    return close_round(round=facts, actor="person/1")


def test_tallies_leave_out_surveys_with_few_answers(collecting, answered, other_agency):
    answered(10)
    answered(9, of=other_agency)
    forms = {Instrument.IIT: questionnaire_of(instrument_of(collecting), Instrument.IIT)}
    (only,) = tallies(closed(collecting), forms)
    assert (only.agency_code, only.answers) == ("town", 10)
    assert all(sum(counts) == 10 and counts[0] == 10 for counts in only.counts.values())


def test_no_tally_is_given_out_while_answers_come_or_go(collecting, answered):
    answered(12)
    forms = {Instrument.IIT: questionnaire_of(instrument_of(collecting), Instrument.IIT)}
    with pytest.raises(StillCountingError):
        tallies(collecting, forms)
    with pytest.raises(RoundRefusedError, match="ยังรับคำตอบอยู่"):
        close_round(round=collecting, actor="person/1")
    move_surveys(collecting, opened=10, closes=-1)
    with pytest.raises(StillCountingError):
        tallies(find_round(collecting.slug), forms)


def test_what_is_tallied_once_never_differs_by_a_single_answer(collecting, agency, answered):
    """Whoever may decide on a group of one cannot compare before with after."""
    answered(12, Instrument.EIT1)
    answered(1, Instrument.EIT1, days_ago=1, to_review=True)
    forms = {Instrument.EIT1: questionnaire_of(instrument_of(collecting), Instrument.EIT1)}
    facts = closed(collecting)
    (before,) = tallies(facts, forms)
    day, group = timezone.localdate() - timedelta(days=1), {"agency_id": agency.pk, "agency_code": agency.code}
    with pytest.raises(RoundRefusedError, match="ปิดการนับ"):
        review_group(round=facts, **group, part=Instrument.EIT1, day=day, verdict="set-aside", actor="person/1")
    with pytest.raises(RoundRefusedError, match="ปิดการนับ"):
        count_late_interviews(round_id=facts.id, agency_id=agency.pk, actor="person/1")
    with pytest.raises(RoundRefusedError, match="ขยายเวลา"):
        extend_phase(
            actor="person/1",
            round_id=facts.id,
            key="surveys",
            closes_at=timezone.now() + timedelta(days=3),
            reason="ขอรับคำตอบเพิ่ม",
        )
    move_surveys(facts, opened=10, closes=3)
    assert not is_open(facts.id, "surveys", timezone.now())
    (after,) = tallies(facts, forms)
    assert (after.answers, after.counts) == (before.answers, before.counts) == (13, after.counts)
    assert [line.verb for line in lines_about(f"rounds/{facts.slug}")].count("round.close-counting") == 1
    assert close_round(round=facts, actor="person/1") == facts


def test_counting_asks_few_questions_of_the_database(collecting, short):
    with CaptureQueriesContext(connection) as asked:
        count_answers(round=collecting)
    assert len(asked) < 14
    with CaptureQueriesContext(connection) as asked:
        list(counted_parts(collecting.id))
    assert len(asked) == 3
