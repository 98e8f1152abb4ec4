import pytest

from prongsai.commands.writing_all.folder import agency_folder


@pytest.mark.parametrize("name", ["เทศบาลตำบลน้ำใส", "องค์การบริหารส่วนตำบลทุ่งกว้าง 2"])
def test_an_agency_has_a_folder_of_its_name(name):
    assert agency_folder(name) == name


@pytest.mark.parametrize("name", ["../../etc", "a/b", "กอง\\ช่าง", ".", "..", "", " ", "ก" * 300, "con: aux?"])
def test_a_name_that_is_no_folder_becomes_one_of_its_own(name):
    folder = agency_folder(name)
    assert folder.strip(". ")
    assert not set(folder) & set('/\\:?*"<>|')
    assert len(folder.encode()) < 250
    assert folder != agency_folder(name + "ๆ")
