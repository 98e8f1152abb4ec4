from tests.invented_readings import Invented

PARTS = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100.00"}


def test_a_clean_number_that_was_taken_for_misread_counts_as_printed_in_a_good_document():
    assert Invented().states(**PARTS).doubts("total", "79.00").kinds() == ["total"]
    settled = Invented().states(i_8="97.78").settles("8", "๙๓.๗๘", "97.78", line=2)
    assert settled.states(i_8="97.78", line=3).kinds() == ["text-table"]


def test_in_a_bad_scan_doubts_are_noise():
    document = Invented().states(**PARTS).doubts("total", "79.00")
    for number in range(1, 6):
        document.doubts(str(number), "10.10")
    assert document.check() == ()


def test_in_a_bad_scan_what_is_settled_is_told_once_for_its_place():
    document = Invented().states(**PARTS).settles("total", "79.00", "97.00")
    for number in range(1, 6):
        document.doubts(str(number), "10.10")
    assert document.kinds() == ["total"]


def test_a_damaged_number_in_doubt_is_nothing():
    assert Invented().states(**PARTS).doubts("total", "79.0").check() == ()
