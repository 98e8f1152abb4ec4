import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.models import Agency
from prongsai.portal.journal.queries import lines_about, verify_chain

RAE = {"code": "rae", "name_th": "เทศบาลตำบลแร่", "type": "subdistrict-municipality", "province": "สกลนคร"}

pytestmark = pytest.mark.django_db


def save(**changes):
    return save_agency(actor="tester", **(RAE | changes))


def test_a_new_agency_is_journalled():
    save()
    assert [line.verb for line in lines_about("agencies/rae")] == ["agency.add"]


def test_saving_the_same_again_writes_nothing():
    save()
    save()
    assert verify_chain().lines == 1


def test_a_change_is_journalled_and_found_by_its_new_name():
    save()
    save(name_en="Rae ๒")
    assert Agency.objects.get().search_text == "เทศบาลตำบลแร่ rae 2 สกลนคร rae"
    assert [line.verb for line in lines_about("agencies/rae")] == ["agency.add", "agency.change"]


@pytest.mark.parametrize("wrong", [{"code": ""}, {"code": "a b"}, {"name_th": ""}, {"type": "spaceship"}])
def test_an_agency_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValidationError):
        save(**wrong)
    assert not Agency.objects.exists()


@pytest.mark.parametrize("wrong", [{"type": "spaceship"}, {"name_th": ""}])
def test_the_database_refuses_it_too(wrong):
    save()
    with pytest.raises(IntegrityError, match=r"agency_"), transaction.atomic():
        Agency.objects.update(**wrong)
