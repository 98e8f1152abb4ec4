"""The hash by which plain data is known again, whoever confirmed or approved it. Pure."""

import hashlib
import json


def fingerprint_of(plain: object) -> str:
    """SHA-256, hexadecimal, over data of texts, numbers, lists and dictionaries in one canonical spelling."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
