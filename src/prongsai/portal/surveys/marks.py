"""Codes, keys and receipts: how they are drawn, written for people, and kept as keyed hashes."""

import secrets
from typing import Literal

from django.utils.crypto import constant_time_compare, salted_hmac

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits that are not taken for each other when read from paper (no 0, 1, I, O)."""
CODE_LENGTH = 12
GROUP = 4
RECEIPT_LENGTH = 16
SIGNATURE_LENGTH = 8
KEY_LENGTHS = range(16, 65)

Purpose = Literal["code", "form", "receipt", "device", "sms"]


def draw_code() -> str:
    """A new one-time code, 60 bits, as it is printed: `K7QM-3XPA-9DTR`."""
    return grouped("".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)))


def grouped(letters: str) -> str:
    """Letters in groups of four, as they stand on paper."""
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def as_typed(text: str) -> str:
    """What a person typed, without blanks and hyphens, in capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def digest(purpose: Purpose, text: str) -> str:
    """The keyed hash under which a code or key is kept: 64 hexadecimal digits."""
    return salted_hmac(f"prongsai.surveys.{purpose}", text, algorithm="sha256").hexdigest()


def draw_key() -> str:
    """A new idempotency key for a form."""
    return secrets.token_urlsafe(24)


def is_key(text: str) -> bool:
    """Whether a text can be an idempotency key; browsers draw their own as UUIDs."""
    return len(text) in KEY_LENGTHS and all(
        letter.isascii() and (letter.isalnum() or letter in "-_") for letter in text
    )


def receipt_number(key: str) -> str:
    """What is kept of a form's idempotency key, and stands in its receipt: 80 bits of its keyed hash."""
    return _letters(digest("form", key), RECEIPT_LENGTH)


def receipt_of(number: str) -> str:
    """The receipt for a counted form: its number and a signature, for people to note down."""
    return grouped(number + _letters(digest("receipt", number), SIGNATURE_LENGTH))


def signed_number(receipt: str) -> str | None:
    """The number in a receipt that this installation gave; `None` for any other text."""
    typed = as_typed(receipt)
    number, signature = typed[:RECEIPT_LENGTH], typed[RECEIPT_LENGTH:]
    is_ours = constant_time_compare(signature, _letters(digest("receipt", number), SIGNATURE_LENGTH))
    return number if is_ours else None


def _letters(hexadecimal: str, length: int) -> str:
    """The first bits of a hash in the letters of codes."""
    number = int(hexadecimal, 16)
    return "".join(LETTERS[(number >> (5 * place)) & 31] for place in range(length))
