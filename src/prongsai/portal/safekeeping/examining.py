"""Looks whether an installation is in order, one check after the other."""

from collections.abc import Iterator

from prongsai.portal.safekeeping.checks_of_database import check_database
from prongsai.portal.safekeeping.checks_of_place import (
    check_evidence,
    check_rules,
    check_secret,
    check_settings,
    check_space,
)
from prongsai.portal.safekeeping.finding import Finding


def examine() -> Iterator[Finding]:
    """One finding after the other; the last may take long, as it reads every kept file."""
    yield from check_settings()
    yield check_secret()
    yield check_space()
    yield check_rules()
    yield from check_database()
    yield check_evidence()
