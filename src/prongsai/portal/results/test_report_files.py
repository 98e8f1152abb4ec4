"""A public report is written once for the same figures, and not many at a time."""

import os
import threading

import pytest

from prongsai.portal.conftest import TEN_OF_DON_2567
from prongsai.portal.results import report_files
from prongsai.portal.results.access import open_result

REPORT = "/agencies/don/2567/analysis.pdf"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where reports are kept."""
    settings.STATE = tmp_path
    return tmp_path / "reports"


@pytest.fixture
def written(monkeypatch):
    """Takes the place of the typesetter; tells how often it worked."""
    asked = []

    def write(*_given, format, digits, **_named):  # noqa: A002 - the typesetter's word
        asked.append((format, digits))
        return f"{len(asked)} {format} {digits}".encode()

    monkeypatch.setattr("prongsai.papers.analysis_report.write_analysis", write)
    return asked


def test_the_second_to_ask_gets_what_the_first_got(client, don, written):
    first, second = client.get(REPORT), client.get(REPORT)
    assert first.content == second.content == b"1 pdf thai"
    assert written == [("pdf", "thai")]
    assert second["Cache-Control"] == "public, max-age=60"
    assert second["Content-Type"] == "application/pdf"


def test_each_format_and_kind_of_digits_is_a_file_of_its_own(client, don, written, folder):
    for address in (REPORT, f"{REPORT}?digits=arabic", REPORT.replace("pdf", "docx")) * 2:
        client.get(address)
    assert written == [("pdf", "thai"), ("pdf", "arabic"), ("docx", "thai")]
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"figures": TEN_OF_DON_2567.replace("79.44", "80.44")},
        {"year": 2566, "figures": "70 " * 10},
        {"name_th": "องค์การบริหารส่วนตำบลชื่อใหม่"},
    ],
)
def test_a_corrected_figure_an_earlier_year_or_a_new_name_is_written_anew(client, don, publish, written, change):
    client.get(REPORT)
    publish(**change)
    client.get(REPORT)
    assert len(written) == 2


def test_a_later_year_leaves_the_report_as_it_is(client, don, publish, written):
    client.get(REPORT)
    publish(year=2568)
    client.get(REPORT)
    assert len(written) == 1


def test_what_nobody_asked_for_longest_goes_first(client, don, written, folder, monkeypatch):
    monkeypatch.setattr(report_files, "MOST_KEPT", 2)
    client.get(REPORT)
    client.get(f"{REPORT}?digits=arabic")
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    client.get(REPORT)  # asked for again, so the other one is now the oldest
    client.get(REPORT.replace("pdf", "docx"))
    assert len(list(folder.iterdir())) == 2
    client.get(REPORT)
    assert written == [("pdf", "thai"), ("pdf", "arabic"), ("docx", "thai")]


def test_who_asks_while_one_is_written_and_others_wait_is_asked_to_come_back(client, don, written, folder):
    rooms = [report_files._waiting_room.acquire(blocking=False) for _ in range(report_files.MOST_AT_ONCE)]
    try:
        answer = client.get(REPORT)
        assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
        assert "ลองอีกครั้ง" in answer.content.decode()
    finally:
        for _ in rooms:
            report_files._waiting_room.release()
    assert all(rooms)
    assert client.get(REPORT).status_code == 200


def test_a_kept_report_is_handed_out_while_others_are_written(client, don, written):
    client.get(REPORT)
    with report_files._desk:
        assert client.get(REPORT).status_code == 200


def test_those_who_ask_at_once_get_one_writing(don):
    opened, begun, go_on, got = open_result("don", 2567), threading.Event(), threading.Event(), []

    def write():
        begun.set()
        assert go_on.wait(5)
        return str(len(got)).encode()

    def ask():
        got.append(report_files.kept_report(opened, file_format="pdf", digits="thai", write=write))

    first, *others = [threading.Thread(target=ask) for _ in range(report_files.MOST_AT_ONCE)]
    first.start()
    assert begun.wait(5)
    for thread in others:
        thread.start()
    while report_files._waiting_room._value:
        threading.Event().wait(0.01)
    with pytest.raises(report_files.BusyError):
        report_files.kept_report(opened, file_format="docx", digits="thai", write=lambda: b"")
    go_on.set()
    for thread in (first, *others):
        thread.join(5)
    assert got == [b"0"] * report_files.MOST_AT_ONCE


def test_a_writing_that_fails_leaves_nothing_and_lets_the_next_one_try(don, folder):
    opened = open_result("don", 2567)

    def fail():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        report_files.kept_report(opened, file_format="pdf", digits="thai", write=fail)
    assert not folder.exists()
    assert report_files.kept_report(opened, file_format="pdf", digits="thai", write=lambda: b"x") == b"x"
