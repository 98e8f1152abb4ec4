import pytest

from prongsai.sheets.invited_file import read_invited
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import SheetError

AGENCIES = frozenset({"town", "village"})


def read(text):
    return [(one.agency, one.email, one.role) for one in read_invited(read_sheet("คน.csv", text.encode()), AGENCIES)]


@pytest.mark.parametrize("head", ["agency,email,role", "รหัสหน่วยงาน,อีเมล,บทบาท", "Code,E-mail,ROLE"])
def test_rows_say_into_which_agency_who_is_invited_and_as_what(head):
    found = read(f"{head}\ntown, Ita@Town.go.th ,\nvillage,head@village.go.th,ผู้บริหาร\ntown,audit@town.go.th,Auditor\n")
    assert found == [
        ("town", "ita@town.go.th", "officer"),
        ("village", "head@village.go.th", "executive"),
        ("town", "audit@town.go.th", "auditor"),
    ]


def test_without_a_role_everybody_is_an_officer():
    assert read("agency,email\ntown,a@b.go.th\n") == [("town", "a@b.go.th", "officer")]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("elsewhere,a@b.go.th,", "agency", "prongsai agencies"),
        ("town,a@b,", "email", "ita@example.go.th"),
        ("town,a@b.go.th;c@d.go.th,", "email", "one e-mail"),
        ("town,,", "email", "one e-mail"),
        (f"town,{'a' * 250}@b.go.th,", "email", "one e-mail"),
        ("town,a@b.go.th,unit-head", "role", "auditor"),
        ("town,first@b.go.th,", "email", "row 2"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_nobody_is_read(row, column, said):
    with pytest.raises(SheetError) as refused:
        read(f"agency,email,role\ntown,first@b.go.th,\n{row}\n")
    [problem] = refused.value.problems
    assert (problem.row, problem.column) == (3, column)
    assert said in problem.text("en")


@pytest.mark.parametrize("head", ["email,role", "agency,role", "code,name"])
def test_a_file_without_the_columns_says_which_are_needed(head):
    with pytest.raises(SheetError, match="agency and email are needed"):
        read(f"{head}\n1,2\n")
