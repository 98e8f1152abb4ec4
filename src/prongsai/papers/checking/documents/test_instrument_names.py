import pytest
from tests.invented_readings import Invented

from prongsai.papers.analysis_report.wording import INSTRUMENT_NAMES
from prongsai.papers.reading.found import Where
from prongsai.rulebook.instrument import Instrument

INSIDE = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"
OUTSIDE = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"


@pytest.mark.parametrize(
    "text",
    [
        f"2) EIT {INSIDE}",
        f"EIT ส่วนที่ ๑ - {INSIDE}",
        f"IIT คือ{OUTSIDE}",
        f"{OUTSIDE} (IIT)",
        f"{INSIDE} (External Integrity and Transparency Assessment : EIT)",
        "ผู้มีส่วนได้เสียภายใน EIT",
        "OIT แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก",
        "แบบวัดการเปิดเผยข้อมูลสาธารณะ (EIT)",
    ],
)
def test_letters_beside_the_name_of_another_instrument_are_found(text):
    (found,) = Invented(f"รายละเอียด\n{text}\t90.00").check()
    assert (found.kind.value, found.where) == ("name", Where(2))
    assert found.printed in text
    assert found.mend.th.startswith("เขียน แบบวัด")


@pytest.mark.parametrize(
    "text",
    [
        f"IIT {INSIDE}",
        f"{INSIDE} (Internal Integrity and Transparency Assessment : IIT)",
        f"{OUTSIDE} (EIT) และ{INSIDE} (IIT)",
        f"{OUTSIDE} External Integrity (EIT) ให้{INSIDE} Internal Integrity (IIT)",
        f"แบบวัด (EIT) {INSIDE} (IIT)",
        "จำนวนผู้มีส่วนได้ส่วนเสียภายใน จำนวนผู้มีส่วนได้ส่วนเสียภายนอก แล้วตอบ EIT",
        f"{INSIDE} มีห้าตัวชี้วัด ส่วน EIT มีสามตัวชี้วัด",
        "OIT แบบวัดการเปิดเผยข้อมูลสาธารณะ",
    ],
)
def test_names_in_their_place_are_left_alone(text):
    assert Invented(text).check() == ()


@pytest.mark.parametrize("instrument", [Instrument.IIT, Instrument.EIT, Instrument.OIT])
def test_the_names_that_the_system_writes_are_right(instrument):
    assert Invented(INSTRUMENT_NAMES[instrument]).check() == ()
