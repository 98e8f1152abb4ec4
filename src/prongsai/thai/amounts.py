"""Sums of money in words, as official papers write them behind the figure: "ยี่สิบเอ็ดบาทห้าสิบสตางค์"."""

from decimal import Decimal

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 1_000_000
_SATANG = 100


def baht_words(amount: Decimal) -> str:
    """The amount in baht and satang; whole baht end in "ถ้วน", an amount below zero begins with "ลบ".

    Raises `ValueError` for parts of a satang, which no paper may round away silently.
    """
    satang = abs(amount) * _SATANG
    if satang != satang.to_integral_value():
        raise ValueError(f"{amount} baht has parts of a satang: round it to two decimals first")
    baht, rest = divmod(int(satang), _SATANG)
    sign = "ลบ" if amount < 0 else ""
    if not rest:
        return f"{sign}{number_words(baht)}บาทถ้วน"
    whole = f"{number_words(baht)}บาท" if baht else ""
    return f"{sign}{whole}{number_words(rest)}สตางค์"


def number_words(number: int) -> str:
    """A whole number from zero in words: 21 is "ยี่สิบเอ็ด", 1,000,001 "หนึ่งล้านเอ็ด"."""
    if number < 0:
        raise ValueError(f"{number} is below zero: give a number from 0")
    if number >= _MILLION:
        millions, rest = divmod(number, _MILLION)
        return f"{number_words(millions)}ล้าน{_below_a_million(rest, after_more=True)}"
    return _below_a_million(number) or "ศูนย์"


def _below_a_million(number: int, *, after_more: bool = False) -> str:
    """Up to six digits; the one of the units is "เอ็ด" after anything, the ten of the tens goes without its one."""
    words = ""
    for place, digit in zip(range(len(_PLACES) - 1, -1, -1), map(int, f"{number:06}"), strict=True):
        if digit:
            words += _digit(digit, place, follows=bool(words) or after_more) + _PLACES[place]
    return words


def _digit(digit: int, place: int, *, follows: bool) -> str:
    if place == 1 and digit in {1, 2}:
        return "" if digit == 1 else "ยี่"
    return "เอ็ด" if not place and digit == 1 and follows else _DIGITS[digit]
