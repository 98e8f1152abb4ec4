"""What a sentence speaks of before it gives a number: a named place, a question by its topic, the whole result."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.papers.checking.place_mentions import find_places
from prongsai.papers.reading.indicator_names import indicator_named
from prongsai.papers.reading.instrument_words import WORN_PART
from prongsai.papers.reading.question_codes import codes_of, instrument_of_code
from prongsai.papers.reading.question_topics import question_about
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, YearInstrument

_SUB_INDICATOR = re.compile(r"ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*(?P<code>(?:9|10)\.[1-9])(?![0-9])")
_NUMBERED = re.compile(r"(?<![0-9.])(?P<number>10|[1-9])\s*[.)]\s*(?P<name>[\u0e01-\u0e4e]{8,40})")
_TOPIC = re.compile(
    r"(?:ใน)?(?:หัวข้อ|ประเด็นคำถาม|ข้อคำถาม)(?:ที่ว่า|เรื่อง|คือ)?\s*[“\"']?(?P<topic>.{10,400}?)(?=ปี|ได้คะแนน|คะแนน|[0-9]{2}\.|$)",
    re.DOTALL,
)
_WORN_PART = re.compile(WORN_PART)
_WHOLE = re.compile(r"คะแนน\s*รวม|ใน\s*ภาพรวม|ภาพรวม|ผลการประเมิน\s*ITA|คะแนน\s*(?:การประเมิน\s*)?ITA")
_WHOLE_MAYBE = re.compile(
    r"ผลการประเมิน(?!ราย|ตาม)|ผลคะแนน(?!ราย|ตาม)|คะแนนที่ได้|ITA|(?:เทศบาล|องค์การบริหาร|มหาวิทยาลัย|หน่วยงาน)[^0-9\n]{0,60}ได้(?:รับ)?(?:ผล)?คะแนน(?!ราย)"
)
_JOINT = re.compile(r"\s*\)?\s*(?:,|และ|กับ|/|\s)\s*(?:แบบ(?:วัด)?|เครื่องมือ|ข้อ)?\s*")
REACH = 170
"""Letters after a name in which a number still belongs to it."""
BESIDE = 4
PART_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text; a name that may say less than the names around it is `vague`."""

    place: Place
    end: int
    start: int
    vague: bool = False


class Mentions:
    """All places that a text with Arabic digits names, asked for the last one before a number."""

    def __init__(self, plain: str, rules: YearInstrument | None) -> None:
        found = [*_named(plain), *_subs(plain), *_numbered(plain), *_wholes(plain), *_topics(plain, rules)]
        ordered = sorted(found, key=lambda mention: mention.end)
        self._plain = plain
        self._sure = [mention for mention in ordered if not mention.vague]
        self._vague = [mention for mention in ordered if mention.vague]

    @property
    def last(self) -> Mention | None:
        """The last place that is surely named."""
        return self._sure[-1] if self._sure else None

    def sure_before(self, position: int) -> Mention | None:
        """The last place named before a number, if it is near."""
        return _last_before(self._sure, position)

    def side_by_side(self, position: int) -> tuple[Mention, ...]:
        """The last place named before a number, with those named right before it in the same breath."""
        index = bisect_right(self._sure, position, key=lambda mention: mention.end)
        found = [self._sure[index - 1]] if _last_before(self._sure, position) is not None else []
        for mention in reversed(self._sure[: max(0, index - 1)]):
            beside = found and _JOINT.fullmatch(self._plain, mention.end, found[0].start) is not None
            if not beside or _kind(mention.place) != _kind(found[0].place):
                break
            found.insert(0, mention)
        return tuple(found)

    def vague_before(self, position: int) -> Mention | None:
        """The last words before a number that may mean the result as a whole."""
        return _last_before(self._vague, position)


def _kind(place: Place) -> tuple[bool, bool]:
    """Instruments, indicators and questions are not named side by side."""
    return place.code == INSTRUMENT_CODE, place.code.isdecimal()


def _last_before(mentions: list[Mention], position: int) -> Mention | None:
    index = bisect_right(mentions, position, key=lambda mention: mention.end) - 1
    return mentions[index] if index >= 0 and position - mentions[index].end <= REACH else None


def _named(plain: str) -> Iterator[Mention]:
    """Places by code or number; a part of EIT beside a question says where that question was asked."""
    part: tuple[Instrument, int] | None = None
    question: Mention | None = None
    for mention in find_places(plain):
        place = mention.places[0] if len(mention.places) == 1 else mention.places[-1]
        start, end = mention.span
        if (worn := _WORN_PART.match(plain, start)) is not None:
            place, end = instrument_place(EIT_PARTS[int(worn["worn"]) - 1]), worn.end()
        is_part = place.instrument in EIT_PARTS and place.code == INSTRUMENT_CODE
        if is_part and question is not None and start - question.end <= BESIDE:
            yield Mention(Place(place.instrument, question.place.code), end, start)
            continue
        if len(mention.places) > 1 and part is not None and start - part[1] <= PART_BEFORE:
            place = Place(part[0], place.code)
        found = Mention(place, end, start)
        part = (place.instrument, end) if is_part and place.instrument else part
        question = found if len(mention.places) > 1 else None
        yield found


def _subs(plain: str) -> Iterator[Mention]:
    for match in _SUB_INDICATOR.finditer(plain):
        yield Mention(Place(Instrument.OIT, match["code"]), match.end(), match.start())


def _numbered(plain: str) -> Iterator[Mention]:
    """`8. การปรับปรุงการทำงาน`: number and name of the same indicator."""
    for match in _NUMBERED.finditer(plain):
        if indicator_named(match["name"]) == int(match["number"]):
            yield Mention(indicator_place(int(match["number"])), match.end(), match.start())


def _wholes(plain: str) -> Iterator[Mention]:
    yield from (Mention(TOTAL, match.end(), match.start()) for match in _WHOLE.finditer(plain))
    yield from (Mention(TOTAL, match.end(), match.start(), vague=True) for match in _WHOLE_MAYBE.finditer(plain))


def _topics(plain: str, rules: YearInstrument | None) -> Iterator[Mention]:
    """A question quoted by its words: `ในหัวข้อหน่วยงานเปิดโอกาสให้…`."""
    if rules is None:
        return
    for match in _TOPIC.finditer(plain):
        code = question_about(match["topic"], rules, codes_of(rules, None, None))
        if code is not None:
            yield Mention(Place(instrument_of_code(code, None), code), match.end(), match.start())
