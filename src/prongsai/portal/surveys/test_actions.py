import threading
from collections import Counter
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.portal.journal.queries import lines_about
from prongsai.portal.surveys.actions import Refusal, RefusedAnswerError, make_codes, mix_answers, store_answer
from prongsai.portal.surveys.models import AccessCode, Answer, SentForm
from prongsai.portal.surveys.queries import answer_counts, code_counts, is_counted, shown_apart, tally, unit_counts
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import AnswerError


def together(tasks):
    """Run the tasks at the same moment, each on its own connection; what each gave or raised."""
    gate, outcomes = threading.Barrier(len(tasks)), []

    def run(task):
        try:
            gate.wait()
            outcomes.append(task())
        except Exception as problem:  # noqa: BLE001 - the outcome is the test's to judge
            outcomes.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def stored():
    return Answer.objects.count(), AccessCode.objects.filter(is_spent=True).count(), SentForm.objects.count()


@pytest.mark.django_db
def test_a_finished_form_is_stored_and_its_receipt_says_that_it_counts(filled_in, codes):
    counted = store_answer(sent=filled_in(code=codes[0]))
    assert counted.is_new
    assert is_counted(counted.receipt)
    assert is_counted(counted.receipt.lower().replace("-", " "))
    assert stored() == (1, 1, 1)


@pytest.mark.django_db
def test_the_same_form_again_gives_the_same_receipt_though_its_code_is_spent(filled_in, codes):
    sent = filled_in(code=codes[0])
    first, again = store_answer(sent=sent), store_answer(sent=sent)
    assert (first.receipt, again.is_new) == (again.receipt, False)
    assert stored() == (1, 1, 1)


@pytest.mark.django_db
def test_a_spent_code_lets_no_second_form_in(filled_in, codes):
    store_answer(sent=filled_in(code=codes[0]))
    with pytest.raises(RefusedAnswerError) as refused:
        store_answer(sent=filled_in(code=codes[0]))
    assert refused.value.reason is Refusal.CODE_SPENT
    assert stored() == (1, 1, 1)


@pytest.mark.django_db
def test_a_code_of_another_agency_or_none_at_all_lets_nothing_in(filled_in, collecting, other_agency):
    (foreign,) = make_codes(round_id=collecting.id, agency_id=other_agency.pk, wanted={None: 1}, actor="person/1")
    for code in (foreign, "ABCD-EFGH-JKLM", ""):
        with pytest.raises(RefusedAnswerError) as refused:
            store_answer(sent=filled_in(code=code))
        assert refused.value.reason is Refusal.CODE_UNKNOWN
    assert stored() == (0, 0, 0)


@pytest.mark.django_db
def test_a_choice_that_is_not_offered_spends_nothing(filled_in, codes):
    with pytest.raises(AnswerError):
        store_answer(sent=filled_in(code=codes[0], choices={"i1": 9}))
    assert stored() == (0, 0, 0)


@pytest.mark.django_db
def test_a_code_may_be_typed_in_small_letters_with_blanks(filled_in, codes):
    assert store_answer(sent=filled_in(code=codes[0].lower().replace("-", " "))).is_new


@pytest.mark.django_db
@pytest.mark.parametrize("receipt", ["", "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ", "๑๒๓", "' OR 1=1 --"])
def test_a_forged_receipt_was_never_counted(receipt):
    assert not is_counted(receipt)


@pytest.mark.django_db
def test_a_receipt_that_is_changed_in_one_letter_is_refused(filled_in):
    receipt = store_answer(sent=filled_in()).receipt
    assert not is_counted(("2" if receipt[0] != "2" else "3") + receipt[1:])


@pytest.mark.django_db
def test_making_codes_leaves_a_journal_line_with_their_number_alone(codes, collecting, agency):
    *_, line = lines_about(f"agencies/{agency.code}/rounds/{collecting.slug}")
    assert line.verb == "survey.make-codes"
    assert line.detail == {"codes": 20}
    assert AccessCode.objects.filter(digest__in=[code.replace("-", "") for code in codes]).count() == 0


@pytest.mark.django_db
def test_counts_by_line_and_option_are_what_was_sent(filled_in, staff_form, collecting, agency):
    for option in (1, 2, 2, 6):
        store_answer(sent=filled_in(choices={"i1": option}))
    counted = tally(
        replace(collecting, counting_closed_on=timezone.localdate()), agency.pk, {Instrument.IIT: staff_form}
    )
    assert counted[Place(Instrument.IIT, "i1")] == (1, 2, 0, 0, 0, 1)
    assert counted[Place(Instrument.IIT, "i3")] == (0, 0)
    assert answer_counts(collecting.id) == {agency.pk: {Instrument.IIT: 4}}


@pytest.mark.django_db
def test_a_unit_with_nine_answers_is_not_shown_apart(filled_in, collecting, agency, clerk_office, treasury):
    wanted = {clerk_office.pk: 10, treasury.pk: 9}
    for code in make_codes(round_id=collecting.id, agency_id=agency.pk, wanted=wanted, actor="person/1"):
        store_answer(sent=filled_in(code=code))
    assert unit_counts(collecting.id, agency.pk) == {}, "nor does it follow from the other unit's number"
    (last,) = make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={treasury.pk: 1}, actor="person/1")
    store_answer(sent=filled_in(code=last))
    assert unit_counts(collecting.id, agency.pk) == {clerk_office.pk: 10, treasury.pk: 10}
    assert [(count.made, count.spent) for count in code_counts(collecting.id, agency.pk)] == [(10, 10), (10, 10)]


@pytest.mark.django_db(transaction=True)
def test_one_code_sent_from_four_browsers_at_once_is_stored_once_in_a_hundred_of_a_hundred_tries(
    filled_in, collecting, agency
):
    codes = make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={None: 100}, actor="person/1")
    gate = threading.Barrier(4, timeout=30)

    def browser():
        outcomes = []
        for code in codes:
            gate.wait()
            try:
                outcomes.append(store_answer(sent=filled_in(code=code)).is_new)
            except RefusedAnswerError as refused:
                outcomes.append(refused.reason)
        return outcomes

    for number, tries in enumerate(zip(*together([browser] * 4), strict=True), start=1):
        assert Counter(tries) == {True: 1, Refusal.CODE_SPENT: 3}, f"try {number}"
    assert stored() == (100, 100, 100)


@pytest.mark.django_db(transaction=True)
def test_two_hundred_forms_at_once_with_repeated_keys_and_spent_codes_are_counted_exactly(
    filled_in, codes, collecting, agency
):
    """150 first forms, 50 of them sent twice: 200 posts; 20 of the first carry a code that is spent already."""
    for code in codes:
        store_answer(sent=filled_in(code=code))
    fresh = make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={None: 130}, actor="person/1")
    forms = [filled_in(code=code) for code in [*codes, *fresh]]
    posts = [*forms, *forms[20:70]]
    outcomes = []
    for start in range(0, 200, 20):
        outcomes += together([lambda form=form: store_answer(sent=form) for form in posts[start : start + 20]])
    kinds = Counter(getattr(outcome, "reason", getattr(outcome, "is_new", outcome)) for outcome in outcomes)
    assert kinds == {True: 130, False: 50, Refusal.CODE_SPENT: 20}
    assert stored() == (150, 150, 150)


@pytest.mark.django_db(transaction=True)
def test_mixing_keeps_every_answer(filled_in, collecting):
    for option in (1, 2, 3):
        store_answer(sent=filled_in(choices={"i1": option}))
    before = sorted(Answer.objects.values_list())
    mix_answers(round_id=collecting.id)
    assert sorted(Answer.objects.values_list()) == before


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({1: 14, 2: 30}, {1, 2}),
        ({1: 14, 2: 9, 3: 30}, {3}),  # 9 alone would follow from the sum
        ({1: 14, 2: 6, 3: 5}, {1}),
        ({1: 14, 2: 0}, set()),
        ({1: 9}, set()),
        ({}, set()),
    ],
)
def test_no_small_group_follows_from_the_sum_and_the_groups_that_are_shown(counts, shown):
    assert shown_apart(counts) == shown
