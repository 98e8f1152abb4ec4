from prongsai.rulebook.agency_types import type_codes, type_names
from prongsai.rulebook.loading import agency_types, known_years, load_year

NAMES = type_names(agency_types())


def test_a_type_is_understood_as_people_write_it():
    ways = ("subdistrict-organisation", "องค์การบริหารส่วนตำบล", "อบต.", "องค์การบริหารส่วนตำบล (อบต.)")
    assert {NAMES[way] for way in ways} == {"องค์การบริหารส่วนตำบล"}
    assert NAMES["province"] == "จังหวัด"
    assert NAMES["ส่วนราชการในกระทรวงด้านนโยบายหรือวิชาการ"] == "ส่วนราชการในกระทรวงด้านนโยบายหรือวิชาการ"
    assert "municipality" not in NAMES


def test_every_group_that_a_rule_on_samples_names_is_one_of_a_type():
    named = {rule.agency_type for year in known_years() for rule in load_year(year).round.samples}
    assert named - {""} <= {group.th for one in agency_types().values() for group in one.groups}


def test_no_two_types_are_written_alike():
    ways = [way for code, one in agency_types().items() for way in type_names({code: one})]
    assert len(ways) == len(set(ways))


def test_a_name_in_the_rules_leads_to_the_code_of_its_type():
    codes = type_codes(agency_types())
    assert codes["เทศบาลเมือง"] == "town-municipality"
    assert codes["ส่วนราชการในกระทรวงด้านนโยบายหรือวิชาการ"] == "department"
    assert set(NAMES.values()) == set(codes)
