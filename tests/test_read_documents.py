"""Whole documents that nobody wrote, worn as scans of real ones are: everything they state is read, and nothing else."""

from pathlib import Path

import pytest

from prongsai.papers.reading.reading import read_document

DOCUMENTS = Path(__file__).parent / "documents"
TEN_OF_2568 = "92.38 93.10 96.78 88.97 87.70 93.40 87.56 85.13 96.67 87.50"
TEN_OF_2567 = "86.67 82.92 90.42 84.58 79.17 91.85 88.33 71.48 95.00 93.75"


def ten(year, scores):
    return {(year, str(number)): score for number, score in enumerate(scores.split(), 1)}


def questions(instrument, first, scores):
    letter = "i" if instrument == "IIT" else "e"
    return {(2568, f"{instrument} {letter}{number}"): score for number, score in enumerate(scores.split(), first)}


INSTRUMENTS = {(2568, "IIT"): "91.79", (2568, "EIT1"): "89.61", (2568, "EIT2"): "87.78", (2568, "OIT"): "92.09"}
FIGURES = {
    "analysis_2568": {
        (2568, "total"): "90.98",
        (2567, "total"): "88.34",
        **ten(2568, TEN_OF_2568),
        **ten(2567, TEN_OF_2567),
        **INSTRUMENTS,
        (2567, "OIT 10.2"): "100.00",
        (2568, "OIT 10.2"): "75.00",
        **questions("IIT", 1, "92.41 88.17 96.55 90.34 93.79 95.17 94.48 97.24 98.62 86.21 91.03 89.66"),
        **questions("EIT1", 4, "88.95 87.43 90.29"),
        **questions("EIT2", 4, "86.00 84.67 88.00"),
    },
    "measures_2565": {
        (2564, "total"): "87.00",
        **ten(2564, "88.72 84.15 90.36 82.47 85.90 87.24 81.66 79.58 93.75 87.50"),
    },
    "questions_2568": {(2568, "total"): "90.98", **INSTRUMENTS},
    "report_2568": {(2568, "IIT i11"): "91.03", (2567, "IIT i11"): "86.25", (2568, "EIT e7"): "82.67"},
    "topics_2567": {
        (2567, "total"): "95.19",
        **ten(2567, "95.83 94.17 98.33 91.67 93.33 96.30 92.59 85.19 100.00 96.88"),
    },
}
SETTLED = {"analysis_2568": {("IIT i2", "๘๘.๗")}, "topics_2567": {("2", "9417")}}
HEADS = {
    "analysis_2568": ("องค์การบริหารส่วนตำบลทุ่งจำลอง", "analysis", 2568),
    "measures_2565": ("เทศบาลตำบลหนองลองอ่าน", "measures", 2564),
    "questions_2568": ("เทศบาลเมืองตัวอย่างนคร", "measures", 2568),
    "report_2568": ("เทศบาลตำบลบ้านสมมติ", "report", 2568),
    "topics_2567": ("องค์การบริหารส่วนตำบลดอนทดสอบ", "analysis", 2567),
}
LEVELS = {
    "analysis_2568": {(2567, "B"), (2568, "ผ่านดี")},
    "measures_2565": {(2564, "A")},
    "topics_2567": {(2567, "ผ่าน")},
}
ITEMS = {"analysis_2568": ["o9", "o10", "o8"], "questions_2568": ["o9", "o10"]}
MEASURES = {
    "measures_2565": [
        (None, "เปิดเผยการใช้จ่าย", 2, "ตลอดปี ๒๕๖๕", "กองคลัง", "รายงานในที่ประชุมประจำเดือน"),
        (None, "อบรมผู้ดูแลเว็บไซต์", 1, "ม.ค. - มี.ค. ๖๕", "สำนักปลัด", "สรุปผลหลังอบรม"),
    ],
    "questions_2568": [
        (1, "จัดบัตรคิวทุกจุดบริการ (อ้างอิงจาก ๐๙)", 2, "ปีงบประมาณ พ.ศ.๒๕๖๙", "ทุกกอง", ""),
        (8, "เชิญตัวแทนหมู่บ้านร่วมประชุม", 1, "", "", ""),
        (8, "ลดช่องที่ต้องกรอก (อ้างอิงจาก ๐๑๐) แล้วให้ผู้ใช้ทดลองใช้ก่อนเปิดจริง", 1, "ปีงบประมาณ พ.ศ.๒๕๖๙", "ทุกกอง", ""),
        (7, "จัดหน้ารวมข้อมูลสำคัญ", 1, "ปีงบประมาณ พ.ศ.๒๕๖๙", "ทุกกอง", ""),
    ],
    "report_2568": [
        (6, "ลดการพบกันที่เคาน์เตอร์", 2, "ม.ค. - เม.ย.๖๘", "สำนักปลัด", ""),
        (None, "ระบบยืมทรัพย์สิน", 3, "ปีงบประมาณ พ.ศ.๒๕๖๘", "กองคลัง / ทุกกอง", ""),
        (None, "เวทีรับฟังประชาชน", 2, "ปีงบประมาณ พ.ศ.๒๕๖๘", "สำนักปลัด", ""),
    ],
    "topics_2567": [
        (8, "ประกาศสิ่งที่แก้แล้ว", 3, "๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘", "สำนักปลัด", ""),
        (6, "จับเวลางานบริการ", 2, "๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘", "ทุกกอง", ""),
        (5, "แจ้งความคืบหน้าของเรื่องร้องเรียน", 2, "๑ ต.ค. ๒๕๖๗ - ๒๘ ก.พ. ๒๕๖๘", "สำนักปลัด", ""),
    ],
}  # fmt: skip


@pytest.fixture(scope="module", params=sorted(FIGURES))
def document(request):
    return request.param, read_document(DOCUMENTS / f"{request.param}.txt")


def test_every_invented_document_is_tried():
    assert {file.stem for file in DOCUMENTS.glob("*.txt")} == set(FIGURES)


def test_agency_kind_and_year_are_told(document):
    name, reading = document
    assert (reading.agency, reading.kind, reading.year) == HEADS[name]


def test_every_figure_is_read_and_no_other(document):
    name, reading = document
    found = {((figure.year, str(figure.place)), f"{figure.score:.2f}") for figure in reading.figures if figure.score}
    assert found == set(FIGURES[name].items())
    assert all(figure.score is not None for figure in reading.figures)


def test_only_damaged_figures_are_settled(document):
    name, reading = document
    settled = {(str(figure.place), figure.printed) for figure in reading.figures if figure.certainty != "printed"}
    assert settled == SETTLED.get(name, set())


def test_levels_ranks_and_items_are_read(document):
    name, reading = document
    assert {(level.year, level.level) for level in reading.levels} == LEVELS.get(name, set())
    assert [item.item for item in reading.items] == ITEMS.get(name, [])
    ranks = [(rank.rank, rank.certainty) for rank in reading.ranks]
    assert ranks == ([(1854, "doubt"), (1554, "doubt")] if name == "analysis_2568" else [])


def test_every_measure_is_read_with_its_parts(document):
    name, reading = document
    found = [(m.indicator, m.measure, len(m.steps), m.period, m.unit, m.follow_up) for m in reading.measures]
    assert found == MEASURES.get(name, [])


def test_a_report_tells_what_was_done_and_what_came_of_it():
    _, middle, last = read_document(DOCUMENTS / "report_2568.txt").measures
    assert middle.steps == ("ทำแบบฟอร์มยืม", "รวบรวมแบบเดิม", "ประกาศใช้แบบเดียว")
    assert middle.outcome.endswith(
        "ปี ๒๕๖๘ ได้คะแนน ๙๑.๐๓ คะแนน ปี ๒๕๖๗ ได้คะแนน ๘๖.๒๕ คะแนน เพิ่มขึ้นจากปี ๒๕๖๗ เท่ากับ ๔.๗๘ คะแนน"
    )
    assert last.result == "จัดแล้วสี่เวที"


@pytest.mark.parametrize("digits", ["arabic", "utf-16", "markers between"])
def test_the_same_document_in_another_dress_reads_the_same(digits, tmp_path):
    text = (DOCUMENTS / "topics_2567.txt").read_text(encoding="utf-8")
    if digits == "arabic":
        text = text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    if digits == "markers between":
        text = text.replace("\n๖\t", "\n\n- ๒ -\n\n๖\t")
    file = tmp_path / "result.doc"
    file.write_text(text, encoding="utf-16" if digits == "utf-16" else "utf-8")
    reading = read_document(file)
    found = {((figure.year, str(figure.place)), f"{figure.score:.2f}") for figure in reading.figures}
    assert found == set(FIGURES["topics_2567"].items())
    assert len(reading.measures) == len(MEASURES["topics_2567"])
