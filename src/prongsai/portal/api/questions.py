"""What may stand after the question mark: read, or refused with what to write instead. No question is guessed at."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.api.queries import provinces_told
from prongsai.portal.api.refusals import RefusedError, not_understood
from prongsai.sheets.numbers import read_whole
from prongsai.thai.fiscal_years import NotAYearError, read_fiscal_year

LONGEST_SEARCH = 80


class Question:
    """The parameters of a request, each of which may stand once and may be empty."""

    def __init__(self, request: HttpRequest, *names: str) -> None:
        asked = request.GET
        for name in asked:
            if name not in names:
                raise not_understood("?", name, _either(names))
            if len(asked.getlist(name)) > 1:
                raise not_understood(name, ", ".join(asked.getlist(name)), _("ให้ระบุเพียงค่าเดียว"))
        self._asked = {name: asked.get(name, "").strip() for name in names}

    def year(self) -> int | None:
        """The fiscal year, where one is asked for."""
        text = self._asked["year"]
        return read_year(text, where="year") if text else None

    def words(self) -> str:
        """What is searched for in names and places."""
        text = self._asked["q"]
        if len(text) > LONGEST_SEARCH or "\0" in text:
            raise not_understood("q", text, _("ให้เขียนไม่เกิน %(most)s ตัวอักษร") % {"most": LONGEST_SEARCH})
        return text

    def type(self) -> str:
        """A type of agencies."""
        return self._one_of("type", [name for name, _ in type_choices()])

    def province(self) -> str:
        """A province; one query where one is asked for."""
        return self._one_of("province", provinces_told()) if self._asked["province"] else ""

    def page(self) -> int:
        """The page's number from 1."""
        text = self._asked["page"] or "1"
        page = read_whole(text)
        if not page:
            raise not_understood("page", text, _("ให้เขียนเลขหน้าตั้งแต่ 1"))
        return page

    def _one_of(self, name: str, known: Iterable[str]) -> str:
        text, names = self._asked[name], list(known)
        if text and text not in names:
            raise not_understood(name, text, _either(names))
        return text


def read_year(text: str, *, where: str) -> int:
    """A fiscal year in Thai or Arabic digits; a Christian year is answered with the Buddhist one."""
    try:
        return read_fiscal_year(text)
    except NotAYearError as wrong:
        raise _no_year(text, wrong.meant, where) from None


def _no_year(text: str, meant: int | None, where: str) -> RefusedError:
    if meant is None:
        return not_understood(where, text, _("ให้เขียนปีงบประมาณ พ.ศ. เช่น 2568"))
    return not_understood(where, text, _("ให้เขียนเป็น พ.ศ. %(year)s") % {"year": meant})


def _either(names: Iterable[str]) -> str:
    known = ", ".join(names)
    return _("ให้ใช้ค่าใดค่าหนึ่ง: %(names)s") % {"names": known} if known else _("ที่อยู่นี้ไม่รับตัวกรอง")
