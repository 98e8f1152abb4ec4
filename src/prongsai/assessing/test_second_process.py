import pytest

from prongsai.assessing.assessing import RoundRequest, assess_round
from prongsai.assessing.result_files import QUESTIONS, RESULTS, RESULTS_CSV
from prongsai.assessing.second_process import SecondProcess
from prongsai.assessing.synthetic_nation import write_nation
from prongsai.rulebook.loading import load_year

YEAR = load_year(2568)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("nation") / "round"
    write_nation(made, YEAR, agencies=15, answers=600)
    return made


@pytest.fixture
def files(folder, tmp_path):
    def act(name):
        assess_round(RoundRequest(folder, YEAR), tmp_path / name, tell=lambda _: None)
        return [(tmp_path / name / file).read_bytes() for file in (RESULTS_CSV, RESULTS, QUESTIONS)]

    return act


def test_two_processes_write_what_one_writes(files, monkeypatch):
    alone, asked = files("alone"), []
    monkeypatch.setattr("prongsai.assessing.assessing.is_worth_a_process", lambda _: True)
    outcomes = SecondProcess.outcomes
    monkeypatch.setattr(SecondProcess, "outcomes", lambda self: asked.append(outcomes(self)) or asked[-1])
    assert files("shared") == alone
    # of 15 agencies 15 × 11 ÷ 20, so 8, are scored here and the other seven there
    assert [one.agency.code for one in asked[0]] == [f"N{number:06d}" for number in range(9, 16)]


def test_what_a_second_process_leaves_undone_is_done_here(files, monkeypatch):
    alone = files("alone")
    monkeypatch.setattr("prongsai.assessing.assessing.is_worth_a_process", lambda _: True)
    enter = SecondProcess.__enter__

    def enter_and_end(self):
        enter(self).process.kill()
        return self

    monkeypatch.setattr(SecondProcess, "__enter__", enter_and_end)
    assert files("left") == alone
