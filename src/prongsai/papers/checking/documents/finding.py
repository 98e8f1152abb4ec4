"""What a rule found in a document: where, what is printed there, what follows instead, and how to mend it."""

from dataclasses import dataclass

from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Where


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """A statement that cannot stand: against another one of the document, or against the rules of its year."""

    kind: Kind
    where: Where
    printed: str
    follows: Wording
    mend: Wording


def where_words(where: Where) -> Wording:
    """`หน้า 2 บรรทัดที่ 5` / `page 2, line 5`."""
    page = "" if where.page is None else f"หน้า {where.page} "
    return Wording(f"{page}บรรทัดที่ {where.line}", str(where))
