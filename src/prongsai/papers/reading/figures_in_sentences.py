"""Reads the scores that stand in running text; gains, thresholds and other people's scores are left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.papers.checking.marks_of_success import is_in_mark_of_success
from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.figures_in_tables import rules_of
from prongsai.papers.reading.in_turn import Turn, names_several, turns_in
from prongsai.papers.reading.level_words import LEVEL
from prongsai.papers.reading.mentions import Mention, Mentions
from prongsai.papers.reading.passages import Passage
from prongsai.papers.reading.printed_numbers import FULL_POINTS, NUMBER, YEAR, PrintedNumber, read_number
from prongsai.papers.reading.whose import is_of_another
from prongsai.papers.reading.years import NamedYears, Years
from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.thai.numerals import to_arabic_digits

_SCORE = re.compile(rf"(?<![0-9A-Za-z.,/])(?P<number>{NUMBER})(?![0-9A-Za-z%/]|[.,]\s?[0-9])")
_UNIT_AFTER = re.compile(r"\s*คะแนน")
_INTRODUCED = re.compile(
    r"(?:ได้(?:รับ)?|คะแนน[^0-9\n]{0,24}|เท่ากับ|คือ|เป็น|เหลือ|จาก|อยู่ที่|ITA|25[0-9]{2}|[:=(→]|[-=]>)\s*(?:คะแนน|ร้อยละ)?\s*$"
)
_GAIN = re.compile(
    r"(?:เพิ่ม(?:มาก)?(?:ยิ่ง)?ขึ้น|สูงขึ้น|ลดลง|ต่ำลง|น้อยลง|ต่าง(?:กัน)?|ผลต่าง|ห่าง|ขาด(?:อีก|ไป)?|อีก|คลาดเคลื่อน|เปลี่ยนแปลง)"
    r"\s*(?:จาก[^0-9]{1,30}(?:25[0-9]{2})?)?\s*(?:เท่ากับ|ถึง|คือ|จำนวน|อยู่|ร้อยละ|คิดเป็น|เป็นจำนวน|ประมาณ|คะแนน)?\s*\(?\s*$"
)
_FROM = re.compile(r"จาก\s*(?:เดิม\s*)?(?:ที่ได้\s*)?(?:คะแนน|ร้อยละ)?\s*$")
_LEADS_TO = re.compile(r"\s*(?:คะแนน)?\s*(?:→|[-=]>|(?:เพิ่ม(?:ขึ้น)?|ลดลง)?เป็น)\s*[0-9]")
_OF_ITS_YEAR = re.compile(r"25[0-9]{2}\s*\)?\s*(?:[=:]|เท่ากับ|คือ)?\s*(?:ได้(?:รับ)?)?\s*(?:คะแนน)?\s*$")
_OUT_OF = re.compile(r"\s*คะแนน(?!\s*(?:มา|ไป|ลง)?(?:เป็น|เหลือ|ลด|เพิ่ม|อยู่))")
_SIGN = re.compile(r"(?:[+±]|(?<![0-9\s])[-−–])\s*$|(?<=[\s(])[-−–]$")
_COMPARED = re.compile(r"(?:สูง|ต่ำ|มาก|น้อย)กว่า(?:[^\n]{0,60}อยู่|(?:(?!ได้|คะแนน|เท่ากับ|เป็น|คือ)[^0-9\n]){0,24})\s*$")
_THRESHOLD = re.compile(
    r"(?:(?:ไม่)?(?:น้อย|ต่ำ|สูง|มาก|เกิน)(?:ไป)?กว่า|ไม่เกิน|ตั้งแต่|เกณฑ์|(?:ค่า)?เป้าหมาย|อย่างน้อย|(?:ไม่)?ถึง|เต็ม|ผ่านร้อยละ|ช่วง|ระหว่าง|[≥≤<>]=?)"
    r"\s*(?:ของ|ที่|คือ|คะแนน|ร้อยละ|ระดับ|ITA|กำหนด|ไว้|ขั้นต่ำ|\s)*$"
)
_THRESHOLD_AFTER = re.compile(r"\s*(?:คะแนน)?\s*(?:ขึ้นไป|เต็ม|ลงมา|หรือมากกว่า|(?:[-–<>]|ถึง)\s*[0-9])")
_EQUAL = re.compile(r"เท่ากัน|ทั้ง(?:สอง|คู่|สาม|หมด)|ต่าง")
_WISHED = re.compile(
    r"(?:ตั้งเป้า|คาด(?:ว่า|หวัง|การณ์)|หวังว่า|มุ่ง(?:หวัง|ให้)|เพื่อให้|ควรได้|จะ(?:ได้|มี|เพิ่ม|สูง))"
    r"(?:(?!พบว่า|ปรากฏ|ผลการประเมิน|โดย|ซึ่ง|แต่|แล้ว)[^\n]){0,60}$"
)
_PARTLY = re.compile(
    r"(?:น้ำหนัก|เบิกจ่าย|เผยแพร่|ครบ(?:ถ้วน)?|ดำเนินการ|แล้วเสร็จ|สัดส่วน|ความคืบหน้า)[^0-9\n]{0,40}$"
    r"|(?:ผู้ตอบ|ตอบแบบ)(?:(?!คะแนน)[^\n]){0,60}$"
)
_SUCCESS_IS = re.compile(r"ความสำเร็จ\s*:[^:]*$")
_FULL_AFTER_SCORE = re.compile(r"[0-9]{2}\.[0-9]{2}\s*(?:คะแนน\s*)?จาก\s*(?:คะแนน\s*)?(?:เต็ม\s*)?$")
_COMPUTED = re.compile(r"(?:คิด|คำนวณ|ประมาณการ)(?:ได้|ว่า)\s*$")
_RANGE_BEFORE = re.compile(r"[0-9]\s*(?:[-–]|ถึง)\s*$")
_SOMEBODY_ELSE = re.compile(
    r"ความพึงพอใจ|LPA|CPI|ดัชนี|ระดับประเทศ|ทั้งประเทศ|ทั่วประเทศ|(?:ค่า|คะแนน)เฉลี่ย(?:ของ|ทั้ง|ระดับ|รวมของ)|ความเชื่อมั่น|ตัวอย่างเช่น|LHR|คะแนนสอบ"
    r"|ข้างเคียง|ใกล้เคียง|(?:ผลการประเมิน|คะแนน)\s*(?:ITA)?\s*(?:ของ|ระดับ|ใน|ทั้ง)(?:ทั้ง)?จังหวัด|(?:สูง|ต่ำ)(?:ที่)?สุด(?:ใน|ของ)(?:จังหวัด|อำเภอ|ประเทศ|ภาค)"
)
_LAST_YEAR = re.compile(r"ปี\s*(?:งบประมาณ\s*)?(?:ก่อน|ที่แล้ว|ที่ผ่านมา)(?:นี้|หน้า)?[^0-9]{0,30}$")
_GOES_ON = re.compile(r"\s*(?:\(|ปี|พ\.ศ\.|ได้(?:รับ)?คะแนน|คะแนน)")
_YEAR_GOT = re.compile(
    r"\s*(?:[-–•*]\s*)?(?:ใน|โดย)?ปี\s*(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?25[0-9]{2}\s*(?:ได้(?:รับ)?|มี)\s*(?:ผล)?(?:คะแนน)?\s*(?:เท่ากับ|ร้อยละ)?\s*[0-9]"
)
_OF_RESULT = re.compile(r"ผล(?:การ)?(?:คะแนน|ประเมิน)[^\n]*(?:ITA|คุณธรรมและความโปร่งใส)|ผลคะแนน\s*ITA")
_OF_A_PART = re.compile(r"ราย|ตาม|ข้อ|ด้าน|หัวข้อ|ตัวชี้วัด|ประเด็น|IIT|EIT|OIT|แบบวัด|พึงพอใจ|[0-9]{2}\.[0-9]{2}")
_IN_BRACKETS = re.compile(r"\s*\(")
_LEVEL_AFTER = re.compile(rf"\s*(?:คะแนน)?\s*[,(]?\s*(?:อยู่ใน)?\s*(?:ระดับ)?\s*(?:ผลการประเมิน)?\s*{LEVEL}")
_LEVEL_BEFORE = re.compile(rf"ระดับ\s*{LEVEL}\s*\(?\s*$")
_BESIDE = re.compile(r"[^\n0-9]{0,30}?\s*(?:ได้(?:รับ)?)?\s*(?:คะแนน)?\s*[:=]?\s*")
BEFORE = 110
CLAUSE = 70
MOST_ABOVE = 3
LONGEST_HEADING = 160


def figures_in_sentences(passages: Sequence[Passage], years: Years, agency: str = "") -> Iterator[Claim]:
    """Every score of the agency that has a place; a passage in brackets goes on the one above it."""
    above: Mention | None = None
    above_index = -MOST_ABOVE
    heading = ""
    for one in passages:
        said = _Sentence(one, years, agency)
        goes_on = bool(_GOES_ON.match(said.plain)) and 0 < one.indexes[0] - above_index <= MOST_ABOVE
        said.inherited = above.place if above is not None and goes_on and not one.in_table else None
        if said.inherited is None and _heads_result(heading) and _YEAR_GOT.match(said.plain) and not one.in_table:
            said.inherited = TOTAL
        heading = one.text
        yield from said.claims()
        if said.mentions.last is not None:
            above, above_index = said.mentions.last, one.indexes[-1]


def _heads_result(heading: str) -> bool:
    """Whether a passage is a heading of the result as a whole, under which `ปี 2568 ได้ 90.98` needs no subject."""
    is_short = len(heading) <= LONGEST_HEADING
    return is_short and _OF_RESULT.search(heading) is not None and _OF_A_PART.search(heading) is None


class _Sentence:
    """A passage with the places and years that it names."""

    def __init__(self, one: Passage, years: Years, agency: str) -> None:
        self.one, self.years, self.agency = one, years, agency
        self.plain = to_arabic_digits(one.text)
        self.mentions = Mentions(self.plain, rules_of(years.at(one.indexes[0])))
        self.named_years = NamedYears(self.plain)
        self.turns = tuple(turns_in(self.plain, self.mentions))
        self.inherited: Place | None = None

    def claims(self) -> Iterator[Claim]:
        """Each number that is a score, with its place and year, once."""
        seen = set[tuple[int | None, Place, str]]()
        for claim in (*self._in_turn(), *self._alone()):
            if (claim.year, claim.place, claim.number.printed) not in seen:
                seen.add((claim.year, claim.place, claim.number.printed))
                yield claim

    def _alone(self) -> Iterator[Claim]:
        """The scores that stand by themselves."""
        for match in _SCORE.finditer(self.plain):
            start, end = match.span("number")
            if not any(turn.span[0] <= start < turn.span[1] for turn in self.turns):
                yield from self._at(start, end)

    def _at(self, start: int, end: int) -> Iterator[Claim]:
        """One number; behind several names it is of each of them only where they are said to be equal."""
        claim = self._claim(start, end)
        if claim is None:
            return
        several = names_several(self.plain, start, self.mentions)
        if claim.place not in several:
            yield claim
        elif claim.number.value == FULL_POINTS or _EQUAL.search(self.plain, max(0, start - CLAUSE), start):
            yield from (replace(claim, place=place) for place in several)

    def _in_turn(self) -> Iterator[Claim]:
        """The scores of a row, each of its own place or year; where that cannot be told they are choices."""
        for turn in self.turns:
            start, end = turn.span
            before, after = self.plain[max(0, start - BEFORE) : start], self.plain[end : end + BEFORE]
            if not _is_something_else(before, after) and not is_of_another(before, self.agency):
                yield from self._each(turn, before) if turn.is_even else self._any(turn, before)

    def _each(self, turn: Turn, before: str) -> Iterator[Claim]:
        start, end = turn.span
        year, place = self._year(start, end, before), self._place(start)
        for index, span in enumerate(turn.numbers):
            own = (year, turn.places[index]) if turn.places else (turn.years[index], place)
            if own[1] is not None:
                yield Claim(own[0], own[1], read_number(self.one.text[slice(*span)]), self.one.where(span[0]))

    def _any(self, turn: Turn, before: str) -> Iterator[Claim]:
        start, end = turn.span
        read = [read_number(self.one.text[slice(*span)]).value for span in turn.numbers]
        choices = tuple(value for value in read if value is not None)
        whole = PrintedNumber(self.one.text[start:end], None, is_clean=False)
        year = self._year(start, end, before)
        yield from (Claim(year, place, whole, self.one.where(start), choices) for place in turn.places)

    def _claim(self, start: int, end: int) -> Claim | None:
        number = read_number(self.one.text[start:end])
        before, after = self.plain[max(0, start - BEFORE) : start], self.plain[end : end + BEFORE]
        sure = self.mentions.sure_before(start)
        beside = sure is not None and _BESIDE.fullmatch(self.plain, sure.end, start) is not None
        if is_in_mark_of_success(self.plain, start) or not _is_score(number, before, after, beside=beside):
            return None
        place = self._place(start) or _by_level(self.one, before, after)
        if place is None or is_of_another(before, self.agency):
            return None
        return Claim(self._year(start, end, before), place, number, self.one.where(start))

    def _place(self, start: int) -> Place | None:
        """A place named in the sentence, else the one it goes on, else the whole; in a table that must be named."""
        sure = self.mentions.sure_before(start)
        if sure is not None and not (self.one.in_table and sure.place == TOTAL and start - sure.end > CLAUSE):
            return sure.place
        if self.inherited is not None or self.one.in_table or _IN_BRACKETS.match(self.one.text):
            return self.inherited
        vague = self.mentions.vague_before(start)
        return vague.place if vague else None

    def _year(self, start: int, end: int, before: str) -> int | None:
        """The year named last before the number; "from 90 to 95" begins in the year before."""
        year = self.named_years.before(start) or self.years.at(self.one.index(start))
        begins = _FROM.search(before) or (_LEADS_TO.match(self.plain, end) and not _OF_ITS_YEAR.search(before))
        begins_before = begins and self.named_years.count_before(start) < len(("from", "to"))
        return year - 1 if year is not None and (_LAST_YEAR.search(before) or begins_before) else year


def _is_score(number: PrintedNumber, before: str, after: str, *, beside: bool) -> bool:
    """A number with decimals, or 100, that is given as a score and not as a gain, a threshold or a result of others."""
    with_unit = _UNIT_AFTER.match(after) is not None
    if not _looks_like_score(number, with_unit=with_unit):
        return False
    if not (with_unit or beside or _INTRODUCED.search(before) or _LEVEL_AFTER.match(after)):
        return False
    return not _is_something_else(before, after)


def _looks_like_score(number: PrintedNumber, *, with_unit: bool) -> bool:
    """Two decimals or 100; what is damaged must have its unit."""
    if number.is_clean:
        return bool(number.value)
    damaged = number.value is None or _has_point(number)
    return with_unit and damaged and not YEAR.fullmatch(to_arabic_digits(number.printed))


def _has_point(number: PrintedNumber) -> bool:
    return "." in number.printed or "," in number.printed


def _is_something_else(before: str, after: str) -> bool:
    if _SIGN.search(before) or _THRESHOLD_AFTER.match(after) or _RANGE_BEFORE.search(before):
        return True
    if _FROM.search(before):
        return _OUT_OF.match(after) is not None or _FULL_AFTER_SCORE.search(before) is not None
    rules = (_GAIN, _COMPARED, _THRESHOLD, _COMPUTED, _WISHED, _PARTLY, _SUCCESS_IS)
    return any(rule.search(before) for rule in rules) or _SOMEBODY_ELSE.search(before[-CLAUSE:]) is not None


def _by_level(one: Passage, before: str, after: str) -> Place | None:
    """A score beside a level is the total: `87.40 คะแนน (ผ่าน)`, `ระดับ B (๘๗.๔๐ คะแนน)`."""
    return TOTAL if not one.in_table and (_LEVEL_AFTER.match(after) or _LEVEL_BEFORE.search(before)) else None
