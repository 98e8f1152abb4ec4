"""What the places of a year are called on a page, in the page's language."""

from django.utils.translation import gettext as _

from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place
from prongsai.rulebook.instrument import Instrument, Item, YearInstrument


def instrument_name(instrument: Instrument) -> str:
    """What an instrument measures."""
    return {
        Instrument.IIT: _("การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"),
        Instrument.EIT: _("การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"),
        Instrument.EIT1: _("ภายนอก ส่วนที่ 1 ผู้รับบริการตอบเอง"),
        Instrument.EIT2: _("ภายนอก ส่วนที่ 2 ผู้ประเมินเก็บ"),
        Instrument.OIT: _("การเปิดเผยข้อมูลสาธารณะ"),
    }[instrument]


def indicator_name(year: YearInstrument, number: int) -> str:
    """An indicator's name."""
    indicator = year.indicators[number]
    return pick(indicator.name_th, indicator.name_en)


def item_title(item: Item) -> str:
    """An item's title."""
    return pick(item.title_th, item.title_en)


def place_name(year: YearInstrument, place: Place) -> str:
    """A place as people say it: the total, an instrument, an indicator, a question or an item."""
    if place == TOTAL:
        return _("คะแนนรวม")
    if place.code == INSTRUMENT_CODE and place.instrument is not None:
        return f"{place.instrument} {instrument_name(place.instrument)}"
    if place.code.isdigit():
        return _in_part(_("ตัวชี้วัดที่ %(number)s") % {"number": place.code}, place)
    if place.code in year.items:
        return f"{place.code.upper()} {item_title(year.items[place.code])}"
    question = year.question(place.instrument, place.code) if place.instrument else None
    if question is not None:
        return f"{place} {pick(question.topic_th, question.topic_en)}"
    return _("ตัวชี้วัดย่อย %(code)s") % {"code": place.code}


def _in_part(name: str, place: Place) -> str:
    return name if place.instrument is None else f"{name} ({place.instrument})"
