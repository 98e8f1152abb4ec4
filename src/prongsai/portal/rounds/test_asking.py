"""What is asked together is one transaction, and survives a connection that was cut off; on either database."""

import time

import pytest
from django.db import IntegrityError, OperationalError, connection
from django.utils import timezone

from prongsai.portal.rounds.asking import ask, few_trips, once_more_if_cut_off, tell
from prongsai.portal.rounds.models import Round, RoundPhase
from prongsai.portal.rounds.queries import is_open

pytestmark = pytest.mark.django_db(transaction=True)
RENAME = "UPDATE rounds_round SET name_th = %s WHERE id = %s RETURNING name_th"
FORGET_NAME = "UPDATE rounds_round SET name_th = '' WHERE id = %s"


def name_of(facts):
    return Round.objects.get(pk=facts.id).name_th


def test_what_was_asked_together_is_read_in_any_order_and_kept(rehearsal):
    with few_trips():
        first, second = ask(RENAME, ["หนึ่ง", rehearsal.id]), ask(RENAME, ["สอง", rehearsal.id])
        nothing = ask(RENAME, ["สาม", 0])
        assert (nothing(), second(), first()) == (None, ("สอง",), ("หนึ่ง",))
    assert name_of(rehearsal) == "สอง"


def test_who_breaks_off_changes_nothing_and_can_go_on(rehearsal):
    def break_off():
        with few_trips():
            ask(RENAME, ["หนึ่ง", rehearsal.id])()
            raise LookupError

    with pytest.raises(LookupError):
        break_off()
    assert name_of(rehearsal) == rehearsal.name_th
    with few_trips():
        ask(RENAME, ["สอง", rehearsal.id])
    assert name_of(rehearsal) == "สอง"


def test_what_a_table_forbids_is_raised_at_the_end_at_the_latest_and_undoes_the_rest(rehearsal):
    def forget():
        with few_trips():
            ask(RENAME, ["หนึ่ง", rehearsal.id])
            tell(FORGET_NAME, [rehearsal.id])

    with pytest.raises(IntegrityError):
        forget()
    assert name_of(rehearsal) == rehearsal.name_th


def test_what_fails_of_itself_is_not_done_again():
    tries = []

    def fail():
        tries.append(1)
        raise OperationalError

    with pytest.raises(OperationalError):
        once_more_if_cut_off(fail)
    assert len(tries) == 1


def test_a_phase_without_dates_is_not_open(collecting):
    RoundPhase.objects.filter(round_id=collecting.id, key="surveys").update(opens_at=None, closes_at=None)
    assert not is_open(collecting.id, "surveys", timezone.now())


if connection.vendor == "postgresql":  # a library in this process has no connection that could be cut off

    def cut_off():
        """End the connection from another one, as a server does that starts anew."""
        kept = connection.connection
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [kept.info.backend_pid])
        other.close()

    @pytest.mark.parametrize("at_first", [True, False])
    def test_a_connection_that_was_cut_off_is_opened_again(rehearsal, at_first):
        cuts = [] if at_first else [cut_off]

        def act():
            with few_trips():
                renamed = ask(RENAME, ["หนึ่ง", rehearsal.id])
                if cuts:
                    cuts.pop()()
                return renamed()

        name_of(rehearsal)
        if at_first:
            cut_off()
        assert once_more_if_cut_off(act) == ("หนึ่ง",)
        assert name_of(rehearsal) == "หนึ่ง"

    def test_nothing_is_waited_for_before_it_is_read(rehearsal):
        began = time.perf_counter()
        with few_trips():
            slow, renamed = ask("SELECT pg_sleep(%s)", [1]), ask(RENAME, ["หนึ่ง", rehearsal.id])
            asked = time.perf_counter() - began
            assert renamed() == ("หนึ่ง",)
            assert slow() is not None
        assert asked < 0.7
        assert time.perf_counter() - began >= 1

    def test_the_server_keeps_the_plan_of_what_is_asked_again_and_again(rehearsal):
        for number in range(6):
            with few_trips():
                ask(RENAME, [str(number), rehearsal.id])
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'UPDATE rounds_round%'")
            assert cursor.fetchone() == (1,)
