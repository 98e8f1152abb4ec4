from prongsai.papers.checking.documents.passages import Passage, passages
from prongsai.papers.reading.rows import lines_of_text


def test_every_paragraph_and_every_cell_is_a_passage_of_its_own():
    lines = lines_of_text("หัวเรื่อง\n\nก\t\tข\nท้าย")
    assert [(one.text, one.where.line) for one in passages(lines)] == [("หัวเรื่อง", 1), ("ก", 3), ("ข", 3), ("ท้าย", 4)]


def test_a_passage_knows_its_line():
    (line,) = lines_of_text("ข้อความ")
    assert passages([line]) == (Passage("ข้อความ", line.where),)
