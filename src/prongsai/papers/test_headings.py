from prongsai.papers.content import Document, Emblem, Heading, Paragraph, Run, Section
from prongsai.papers.headings import Entry, entries_of


def test_headings_come_in_order_without_their_looks_and_without_gaps():
    first = (Emblem(title="บันทึก"), Emblem(), Heading(Run("ก", size=16), 3), Paragraph("ข"))
    document = Document("ทดสอบ", (Section(first), Section((Heading("ค", 2), Heading("ง")))))
    assert entries_of(document) == (Entry("บันทึก", 1), Entry("ก", 2), Entry("ค", 2), Entry("ง", 1))
