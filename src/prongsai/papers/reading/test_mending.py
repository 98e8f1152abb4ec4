from prongsai.papers.reading.mending import mend


def test_tags_and_entities_go_and_paragraphs_become_lines():
    assert mend("<p><b>๔.กระบวนการ</b></p> <p>ข้อ&nbsp;๒ &lt;ใหม่&gt;</p>") == "๔.กระบวนการ\nข้อ ๒ <ใหม่>"


def test_emphasis_and_heading_marks_go():
    assert mend("## **ผลการประเมิน**") == "ผลการประเมิน"


def test_spellings_of_old_fonts_are_settled():
    assert mend("นํ้าที่\uf70a") == "น้ำที่"
    assert mend("เเผน\u200b งาน") == "แผน งาน"


def test_digits_stay_as_they_are_printed():
    assert mend("๙๓.71") == "๙๓.71"
