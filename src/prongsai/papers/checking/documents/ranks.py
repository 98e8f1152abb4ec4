"""Ranks that contradict each other, or that are beyond the number of those ranked."""

from collections.abc import Iterator

from prongsai.papers.checking.documents.finding import DocumentFinding, where_words
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Reading, ReadRank


def check_ranks(reading: Reading) -> Iterator[DocumentFinding]:
    """A rank beside an earlier one of the same year and group, or one higher than the group is large."""
    first: dict[tuple[int | None, str], ReadRank] = {}
    for rank in reading.ranks:
        earlier = first.setdefault((rank.year or reading.year, _group(rank)), rank)
        if earlier.rank != rank.rank:
            yield _two_ranks(earlier, rank)
        elif rank.of is not None and rank.rank > rank.of:
            yield _beyond(rank)


def _group(rank: ReadRank) -> str:
    return "".join(rank.among.split())


def _two_ranks(earlier: ReadRank, rank: ReadRank) -> DocumentFinding:
    where = where_words(earlier.where)
    follows = Wording(
        f"{where.th} เขียนลำดับที่ {earlier.rank:,} ของปีและกลุ่มเดียวกัน",
        f"{where.en} gives rank {earlier.rank:,} for the same year and group",
    )
    mend = Wording("เขียนลำดับตามผลในระบบ ITAS ให้ตรงกันทุกแห่ง", "write the rank as ITAS gives it, the same everywhere")
    return DocumentFinding(Kind.RANK, rank.where, f"{rank.rank:,}", follows, mend)


def _beyond(rank: ReadRank) -> DocumentFinding:
    follows = Wording(f"กลุ่มนี้มี {rank.of:,} หน่วยงาน", f"the group has {rank.of:,} agencies")
    mend = Wording("ตรวจลำดับและจำนวนหน่วยงานกับระบบ ITAS", "compare rank and number of agencies with ITAS")
    return DocumentFinding(Kind.RANK, rank.where, f"{rank.rank:,}", follows, mend)
