import pytest

from prongsai.thai.telephones import is_mobile, national_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("081-234-5678", "0812345678"),
        ("812345678", "0812345678"),
        ("+66 81 234 5678", "0812345678"),
        ("0066812345678", "0812345678"),
        ("02 123 4567", "021234567"),
        ("2123 4567", "021234567"),
        ("0112345678", None),
        ("12345", None),
        ("", None),
        ("08123456789", None),
    ],
)
def test_a_number_is_one_however_it_is_written(written, number):
    assert national_number(written) == number


def test_only_mobile_numbers_take_messages():
    assert is_mobile("0812345678")
    assert not is_mobile("021234567")
