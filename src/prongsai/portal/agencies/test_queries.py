import pytest

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.models import Agency
from prongsai.portal.agencies.queries import agencies_by_code, find_agency, provinces

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    for code, name, province in (("kho", "เทศบาลตำบลขา", "ปัตตานี"), ("kai", "เทศบาลตำบลไก่", "")):
        save_agency(actor="tester", code=code, name_th=name, type="subdistrict-municipality", province=province)


def test_one_query_each(two, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert find_agency("kai").name_th == "เทศบาลตำบลไก่"
    with django_assert_num_queries(1):
        assert provinces() == ["ปัตตานี"]
    with django_assert_num_queries(1):
        assert set(agencies_by_code()) == {"kho", "kai"}


def test_agencies_stand_in_the_order_of_the_thai_dictionary(two):
    assert [agency.code for agency in Agency.objects.all()] == ["kai", "kho"]


def test_an_unknown_code_finds_nothing():
    assert find_agency("nobody") is None
