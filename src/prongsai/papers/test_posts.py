import pytest

from prongsai.papers.posts import head_of, permanent_head_of, secretariat_of


@pytest.mark.parametrize(
    ("agency", "head", "runs_it", "keeps_papers"),
    [
        ("เทศบาลเมืองตัวอย่าง", "นายกเทศมนตรีเมืองตัวอย่าง", "ปลัดเทศบาลเมืองตัวอย่าง", "สำนักปลัดเทศบาล"),
        (
            "องค์การบริหารส่วนตำบลตัวอย่าง",
            "นายกองค์การบริหารส่วนตำบลตัวอย่าง",
            "ปลัดองค์การบริหารส่วนตำบลตัวอย่าง",
            "สำนักปลัด",
        ),
        ("กรมตัวอย่าง", "", "", ""),
    ],
)
def test_posts_follow_from_the_name_of_a_local_government_and_of_no_other(agency, head, runs_it, keeps_papers):
    assert (head_of(agency), permanent_head_of(agency), secretariat_of(agency)) == (head, runs_it, keeps_papers)
