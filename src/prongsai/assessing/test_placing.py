import pytest

from prongsai.assessing.placing import PlaceTakenError, placed_file, placed_folder


def write(target, text):
    with placed_folder(target, known_by="known") as aside:
        (aside / "known").write_text(text, "utf-8")


def fail_half_way(place, begin):
    with pytest.raises(KeyError):
        write_half(place, begin)


def write_half(place, begin):
    with place as aside:
        begin(aside)
        raise KeyError


def test_results_replace_former_results(tmp_path):
    write(tmp_path / "out", "one")
    write(tmp_path / "out", "two")
    assert (tmp_path / "out" / "known").read_text("utf-8") == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_failed_leaves_former_results_alone(tmp_path):
    write(tmp_path / "out", "one")
    fail_half_way(placed_folder(tmp_path / "out", known_by="known"), lambda aside: (aside / "half").touch())
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "known"]


def test_other_things_are_not_overwritten(tmp_path):
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(PlaceTakenError):
        write(tmp_path, "one")
    with pytest.raises(PlaceTakenError):
        write(tmp_path / "thesis.docx", "one")


def test_former_results_come_back_after_a_kill_between_the_last_two_steps(tmp_path):
    write(tmp_path / "out", "one")
    (tmp_path / "out").rename(tmp_path / ".out.prongsai-before")
    fail_half_way(placed_folder(tmp_path / "out", known_by="known"), lambda aside: aside.touch())
    assert (tmp_path / "out" / "known").read_text("utf-8") == "one"


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    fail_half_way(placed_file(tmp_path / "tally"), lambda aside: aside.touch())
    assert list(tmp_path.iterdir()) == []
    with placed_file(tmp_path / "tally") as aside:
        aside.write_text("whole", "utf-8")
    assert (tmp_path / "tally").read_text("utf-8") == "whole"
