import hashlib

from prongsai.portal.files.fingerprints import fingerprint_of


def test_the_order_of_names_does_not_matter_and_the_order_of_lists_does():
    assert fingerprint_of({"a": 1, "b": [1, 2]}) == fingerprint_of({"b": [1, 2], "a": 1})
    assert fingerprint_of({"b": [1, 2]}) != fingerprint_of({"b": [2, 1]})


def test_anybody_can_recompute_it_from_the_text_in_thai():
    assert fingerprint_of({"ข้อ": "O1"}) == hashlib.sha256('{"ข้อ":"O1"}'.encode()).hexdigest()
