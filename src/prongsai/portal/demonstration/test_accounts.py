"""The accounts are told only where they exist: with a password that everybody knows."""

from prongsai.portal.demonstration.actions import sign_in_lines


def test_where_the_demonstration_was_not_loaded_none_is_told(db):
    assert sign_in_lines() == []
