"""The memo by which an agency reports a year's result to its own executive."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document, Signature
from prongsai.portal.documents.gathering import analysis
from prongsai.portal.documents.head import OPINION, ORDER, Head, Signer, signature_of
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The scores of the year and of the one beside it; a memo shows no history."""
    beside = sources.compared(year)
    return analysis.scores_of(sources.years[year], None if beside is None else beside.before)


def write(sources: Sources, year: int, head: Head) -> Document:
    """The memo: whoever prepared it signs, the others of the chain are asked below."""
    from prongsai.papers.memo import memo_contents_from_result, memo_document
    from prongsai.papers.memo.contents import usual_chain

    comparison, agency = sources.compared(year), sources.agency.name_th
    contents = memo_contents_from_result(
        sources.years[year],
        agency_name=agency,
        before=None if comparison is None else comparison.before,
        number=head.number,
        dated=head.dated,
        addressee=head.addressee,
        signature=signature_of(head.chain[0]) if head.chain else None,
        opinions=tuple(_boxes(head.chain[1:], usual_chain(agency))) if head.chain else None,
    )
    return memo_document(replace(contents, subject=head.subject or contents.subject), head.digits)


def _boxes(chain: Sequence[Signer], usual: Sequence[Signature]) -> Iterator[Signature]:
    """A box for each who is asked: what they said, else lines to write on and, for the last, orders to tick."""
    for place, signer in enumerate(chain):
        signature, is_last = signature_of(signer), place == len(chain) - 1
        if signature.opinion:
            yield replace(signature, role="")
        else:
            asked = f"{ORDER if is_last else OPINION}ของ{signer.role or signer.post}"
            choices = usual[-1].choices if is_last else ()
            yield replace(signature, role="", opinion=asked, opinion_lines=1, choices=choices)


MEMO = Kind(
    slug="memo",
    title=_("บันทึกข้อความรายงานผล"),
    years=analysis.years,
    figures=figures,
    write=write,
    for_everybody=False,
    template="memo",
    roles=("ผู้จัดทำ", "หัวหน้าส่วนราชการเจ้าของเรื่อง", "ปลัดหรือผู้ที่ได้รับมอบหมาย", "ผู้บริหาร"),
)
