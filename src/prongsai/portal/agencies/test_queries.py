import pytest

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.models import Agency
from prongsai.portal.agencies.queries import agencies_by_code, find_agency, list_agencies, narrowed, provinces

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


def test_a_list_is_narrowed_by_words_type_and_province_among_given_ones(two, django_assert_num_queries):
    everybody, nobody = Agency.objects.values_list("pk"), Agency.objects.filter(code="x").values_list("pk")
    for wanted, among, found in (
        ({}, [everybody], ["kai", "kho"]),
        ({"words": "ไก่"}, [nobody, everybody], ["kai"]),
        ({"province": "ปัตตานี", "type": "subdistrict-municipality"}, [everybody], ["kho"]),
        ({"type": "university"}, [everybody], []),
        ({}, [nobody], []),
    ):
        with django_assert_num_queries(1):
            assert [agency.code for agency in list_agencies(narrowed(**wanted), among=among)] == found
    assert list(list_agencies(narrowed(), among=[])) == []


def test_an_unknown_code_finds_nothing():
    assert find_agency("nobody") is None
