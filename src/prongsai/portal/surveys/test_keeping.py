import pytest

from prongsai.portal.surveys.keeping import MOST, Shelf


@pytest.fixture
def clock():
    return iter(range(1_000_000)).__next__


def test_a_value_is_made_once_within_its_seconds(clock):
    made = iter("abc")
    shelf = Shelf(2, clock)
    assert [shelf.take("name", lambda: next(made)) for _ in range(4)] == ["a", "a", "b", "b"]


def test_nothing_is_kept_for_no_seconds(clock):
    made = iter("ab")
    shelf = Shelf(0, clock)
    assert [shelf.take("name", lambda: next(made)) for _ in range(2)] == ["a", "b"]
    assert not shelf.entries


def test_a_failure_is_not_kept(clock):
    shelf = Shelf(5, clock)
    with pytest.raises(ZeroDivisionError):
        shelf.take("name", lambda: 1 / 0)
    assert shelf.take("name", lambda: "a") == "a"


def test_a_shelf_does_not_grow_without_end(clock):
    shelf = Shelf(MOST * 10, clock)
    for name in range(MOST + 1):
        shelf.take(name, lambda: "a")
    assert len(shelf.entries) == 1
