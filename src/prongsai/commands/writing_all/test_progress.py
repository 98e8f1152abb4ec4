from prongsai.commands.writing_all.progress import Progress


def test_the_line_says_how_many_how_fast_and_how_long_still():
    progress = Progress(8317, "th", done=1204, worked=1204)
    assert progress.line(502) == "1,204/8,317 หน่วยงาน · 2.4 หน่วยงานต่อวินาที · เหลืออีกประมาณ 49 นาที"
    assert Progress(8317, "en", done=1204, worked=1204).line(502) == (
        "1,204/8,317 agencies · 2.4 a second · about 49 min left"
    )


def test_what_was_there_already_does_not_make_the_run_look_fast():
    assert Progress(200, "en", done=110, worked=10).line(100) == "110/200 agencies · 0.1 a second · about 15 min left"


def test_nothing_is_foretold_before_anything_is_written():
    assert Progress(200, "en", done=3).line(5) == "3/200 agencies"


def test_the_end_is_near():
    assert Progress(10, "th", done=9, worked=9).line(9).endswith("เหลืออีกประมาณ ไม่ถึงนาที")


def test_lines_come_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr("prongsai.commands.writing_all.progress.SECONDS_BETWEEN_LINES", 0)
    progress = Progress(2, "en")
    progress.count(worked=True)
    assert capsys.readouterr().err.startswith("1/2 agencies")
