from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from prongsai.portal.conftest import TEN_OF_DON_2566, TEN_OF_DON_2567, ten
from prongsai.portal.journal.queries import lines_about, verify_chain
from prongsai.portal.results.actions import PublicationError, bring_result, discard_result, publish_result
from prongsai.portal.results.figures import Figure
from prongsai.portal.results.models import PublishedResult, StatedFigure, StoredResult
from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

pytestmark = pytest.mark.django_db


def test_the_rulebook_scores_what_is_published(don):
    assert (don.total, don.level, don.level_certain) == (Decimal("93.71"), "ผ่าน", False)
    assert don.reached_target is True
    assert don.figures.count() == 10


def test_year_revision_and_hash_are_pinned(don):
    rules = load_year(2567)
    assert (don.instrument_revision, don.instrument_sha256) == (rules.round.revision, rules.sha256)


def test_publishing_is_journalled_with_what_was_said(don):
    (line,) = lines_about("agencies/don/2567")
    assert line.verb == "result.publish"
    assert line.detail["total"] == "93.71"
    assert verify_chain().is_whole


def test_publishing_the_same_again_writes_nothing(publish, don):
    before = verify_chain().lines
    assert publish(name_en="Don SAO").pk == don.pk
    assert verify_chain().lines == before


def test_a_correction_takes_the_place_of_what_stood(publish, don):
    corrected = publish(figures=TEN_OF_DON_2567.replace("84.17", "85.17"), name_en="Don SAO")
    assert corrected.pk == don.pk
    assert PublishedResult.objects.filter(year=2567).count() == 1
    assert corrected.total == Decimal("93.77")
    assert [line.verb for line in lines_about("agencies/don/2567")] == ["result.publish", "result.correct"]


def test_without_a_total_there_is_no_level(publish):
    result = publish(figures=[Figure(Place(Instrument.OIT, "instrument"), Decimal(100))])
    assert (result.total, result.level, result.level_certain, result.reached_target) == (None, "", False, None)


def test_a_question_that_nobody_answered_is_kept_as_such(publish):
    publish(year=2568, figures=[Figure(Place(Instrument.IIT, "i1"), None, 0, 20)])
    assert StatedFigure.objects.get().score is None


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([Figure(Place(Instrument.IIT, "i99"), Decimal(90))], "no such place"),
        ([Figure(TOTAL, Decimal(90)), Figure(TOTAL, Decimal(91))], "stated twice"),
        ([Figure(TOTAL, Decimal("100.01"))], "from 0 to 100"),
        ([Figure(TOTAL, Decimal("-0.01"))], "from 0 to 100"),
        ([Figure(TOTAL, Decimal("NaN"))], "from 0 to 100"),
        ([Figure(TOTAL, Decimal("90.12345"))], "at most 4 decimals"),
    ],
)
def test_figures_that_make_no_sense_are_refused(publish, figures, said):
    with pytest.raises(PublicationError, match=said):
        publish(figures=figures)
    assert not PublishedResult.objects.exists()


def test_an_unknown_agency_is_refused():
    with pytest.raises(PublicationError, match="nobody"):
        publish_result(actor="tester", agency="nobody", year=2567, figures=ten(TEN_OF_DON_2566))


@pytest.mark.parametrize(
    ("model", "wrong", "rule"),
    [
        (PublishedResult, {"total": Decimal("100.01")}, "published_total_from_0_to_100"),
        (PublishedResult, {"year": 2024}, "published_year_is_buddhist"),
        (StatedFigure, {"score": Decimal(-1)}, "stated_score_from_0_to_100"),
        (StatedFigure, {"n": 9, "population": 8}, "no_more_answers_than_people"),
        (StatedFigure, {"code": "1"}, None),
    ],
)
def test_the_database_refuses_them_too(don, model, wrong, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model.objects.filter(pk__in=[row.pk for row in model.objects.order_by("-pk")[:2]]).update(**wrong)


def test_bringing_keeps_published_and_own_beside_each_other_and_tells_the_journal(don):
    kept = bring_result(
        actor="person/1", agency_id=don.agency_id, agency_code="don", year=2567, figures=ten(TEN_OF_DON_2566)
    )
    assert (kept.origin, kept.published_at, str(kept.total)) == ("brought", None, "87.40")
    assert PublishedResult.objects.get(year=2567).total == Decimal("93.71")
    assert [line.verb for line in lines_about("agencies/don/2567")] == ["result.publish", "result.bring"]


def test_bringing_the_same_again_writes_nothing_and_other_figures_replace(don):
    about = {"actor": "person/1", "agency_id": don.agency_id, "agency_code": "don", "year": 2568}
    first = bring_result(**about, figures=ten(TEN_OF_DON_2566))
    before = verify_chain().lines
    assert bring_result(**about, figures=ten(TEN_OF_DON_2566)).pk == first.pk
    assert verify_chain().lines == before
    assert bring_result(**about, figures=ten(TEN_OF_DON_2567)).pk == first.pk
    assert discard_result(actor="person/1", agency_id=don.agency_id, agency_code="don", year=2568)
    assert not discard_result(actor="person/1", agency_id=don.agency_id, agency_code="don", year=2568)
    verbs = [line.verb for line in lines_about("agencies/don/2568")]
    assert verbs == ["result.bring", "result.bring-again", "result.discard"]


@pytest.mark.parametrize("wrong", [{"origin": "brought"}, {"published_at": None}, {"origin": "else"}])
def test_the_database_knows_published_from_kept(don, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredResult.objects.filter(pk=don.pk).update(**wrong)
