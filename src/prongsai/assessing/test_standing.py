from decimal import Decimal

from msgspec import structs

from prongsai.assessing.agency_row import AgencyRow
from prongsai.assessing.scoring import Outcome
from prongsai.assessing.standing import Standing, standings
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import nation_rules


def outcome(code, total, *, kind="ทต.", province="ก", short=()):
    agency = AgencyRow(code, code, kind, province, None, None, "")
    score = None if total is None else Decimal(total)
    return Outcome(agency, score, None, {}, {}, None, {}, short, (), True, ())


OUTCOMES = [
    outcome("a", "90.00"),
    outcome("b", "95.00", kind="อบต."),
    outcome("c", "90.00", province="ข"),
    outcome("d", "80.00", short=(Instrument.IIT,)),
    outcome("e", None),
]


def test_agencies_stand_within_type_province_and_nation():
    a, b, c, d, e = standings(OUTCOMES, nation_rules())
    assert (a.in_type, a.in_province, a.in_nation) == (Standing(1, 3), Standing(2, 3), Standing(2, 4))
    assert (b.in_type, b.in_nation) == (Standing(1, 1), Standing(1, 4))
    assert (c.in_type, c.in_province, c.in_nation) == (Standing(1, 3), Standing(1, 1), Standing(2, 4))
    assert (d.in_type, d.in_nation) == (Standing(3, 3), Standing(4, 4))
    assert (e.in_type, e.in_province, e.in_nation) == (None, None, None)


def test_where_the_rules_say_so_a_missed_minimum_gives_no_rank():
    rules = nation_rules()
    strict = structs.replace(rules, minimum_missed=structs.replace(rules.minimum_missed, shown="not ranked"))
    d = standings(OUTCOMES, strict)[3]
    assert (d.in_type, d.in_nation) == (None, None)
    assert standings(OUTCOMES, strict)[0].in_type == Standing(1, 2)
