"""Telephone numbers of Thailand as people write them, made one."""

import re

FROM_ABROAD = re.compile(r"^0?0?66(?=[2-9])", re.ASCII)
WITHOUT_ZERO = re.compile(r"[689][0-9]{8}|[2-7][0-9]{7}", re.ASCII)
NATIONAL = re.compile(r"0[689][0-9]{8}|0[2-7][0-9]{7}", re.ASCII)
MOBILE = re.compile(r"0[689][0-9]{8}", re.ASCII)
LONGEST_NATIONAL = 10


def national_number(text: str) -> str | None:
    """The digits of a mobile number (10) or a landline (9), Arabic, with the leading 0 that spreadsheets take away.

    `text` has Arabic digits; signs between them do not matter, +66 is understood. `None` for anything else.
    """
    digits = re.sub(r"[^0-9]", "", text)
    digits = FROM_ABROAD.sub("0", digits) if len(digits) > LONGEST_NATIONAL else digits
    digits = f"0{digits}" if WITHOUT_ZERO.fullmatch(digits) else digits
    return digits if NATIONAL.fullmatch(digits) else None


def is_mobile(number: str) -> bool:
    """Whether a national number is one that takes messages."""
    return MOBILE.fullmatch(number) is not None
