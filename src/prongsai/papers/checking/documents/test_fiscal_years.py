import pytest
from tests.invented_readings import Invented

LONG = "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"


@pytest.mark.parametrize(
    "text",
    [
        f"นำ{LONG} (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ มากำหนดมาตรการ",
        "จากผลคะแนนการประเมิน ITA ปี 2569 พบว่า",
        f"วิเคราะห์{LONG}(Integrity and Transparency Assessment : ITA) ของปีงบประมาณ 2570",
    ],
)
def test_a_result_of_a_year_that_has_none_is_found(text):
    (found,) = Invented(text).check()
    assert found.kind.value == "date"
    assert found.printed in text
    assert "2568" in found.mend.th


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG} (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        f"{LONG} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "เพื่อยกระดับผลการประเมิน ITA ปี 2569",
        "เตรียมรับการประเมิน ITA ปี 2569",
        "ผลการดำเนินการตามมาตรการ ปีงบประมาณ 2569",
        f"{LONG} ไปสู่การปฏิบัติในปีงบประมาณ พ.ศ. ๒๕๖๙",
        "แผนพัฒนา ปีงบประมาณ 2566 - 2570",
    ],
)
def test_years_that_fit_and_years_to_come_are_left_alone(text):
    assert Invented(text).check() == ()


def test_a_year_with_figures_of_its_own_is_no_stray():
    text = "ผลการประเมิน ITA ปี 2569 เทียบกับปี 2568"
    assert Invented(text).states(year=2569, total="90.00").check() == ()
    assert Invented(text).holds("ผ่าน", year=2569).check() == ()


@pytest.mark.parametrize("year", ["2658", "๒๕๐๘", "2586"])
def test_a_fiscal_year_that_nobody_can_mean_is_found(year):
    assert Invented(f"แผนของปีงบประมาณ พ.ศ. {year}").kinds() == ["date"]


def test_a_document_without_a_year_has_no_stray_ones():
    assert Invented("ผลการประเมิน ITA ปี 2599", year=None).check() == ()
