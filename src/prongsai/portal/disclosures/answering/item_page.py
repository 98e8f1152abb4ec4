"""What the page of one item shows."""

from typing import Any

from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.answering.actions import EditedMeanwhileError
from prongsai.portal.disclosures.answering.carrying import formerly
from prongsai.portal.disclosures.answering.forms import ItemForm, initial_of
from prongsai.portal.disclosures.answering.history import history_of
from prongsai.portal.disclosures.answering.page import checking
from prongsai.portal.disclosures.answering.periods import period_words
from prongsai.portal.disclosures.answering.queries import earlier_year
from prongsai.portal.disclosures.answering.stale import stale_numbers
from prongsai.portal.disclosures.keeping_evidence.page import address_lines
from prongsai.portal.people.roles import Permission
from prongsai.portal.ui.language import is_english, pick
from prongsai.rulebook.instrument import Item
from prongsai.rulebook.planning import item_costs


def item_page(
    here: Answering, item: Item, form: ItemForm | None = None, clash: EditedMeanwhileError | None = None
) -> dict[str, Any]:
    """Everything on the page; `form` holds what was refused, `clash` what somebody else wrote meanwhile."""
    written = clash.now[0] if clash else here.items[item.code]
    codes = list(here.items)
    place = codes.index(item.code)
    return {
        "seat": here.seat,
        "round": here.round,
        "here": here,
        "item": item,
        "number": item.code.upper(),
        "title": pick(item.title_th, item.title_en),
        "must_show": item.must_show_en if is_english() else item.must_show_th,
        "period": period_words(item.period),
        "points": item_costs(here.rules)[item.code].points,
        "formerly": formerly(here.rules, earlier_year(here.seat.agency.pk, here.round.year))[item.code],
        "history": history_of(here.seat.agency.pk, here.round.year, item),
        "written": written,
        "may_write": here.may_write(item.code),
        "form": form or ItemForm(initial=initial_of(here.items[item.code].given)),
        "clash": clash,
        "stale": stale_numbers(_explanation(here, item, form), here.rules),
        "addresses": address_lines(here, item.code),
        "progress": checking(here),
        "may_check": here.seat.may(Permission.ANSWER_ITEMS),
        "before": codes[place - 1] if place else "",
        "after": codes[place + 1] if place + 1 < len(codes) else "",
        "place": place + 1,
        "many": len(codes),
    }


def _explanation(here: Answering, item: Item, form: ItemForm | None) -> str:
    """What is written in the box now."""
    typed = form["explanation"].value() if form is not None and form.is_bound else None
    return str(typed) if typed is not None else here.items[item.code].given.explanation
