"""Brings a list of agencies, as a round's folder has it, into the portal."""

from collections import Counter
from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from prongsai.assessing.agency_row import AgencyRow
from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.rulebook.agency_types import type_codes
from prongsai.rulebook.loading import agency_types

A_STEP = 1000


class AgenciesRefusedError(ValueError):
    """Agencies that cannot be stored; `problems` has the code of each with what is wrong."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} agencies cannot be stored")


@transaction.atomic
def bring_agencies(
    *, actor: str, agencies: Iterable[AgencyRow], tell: Callable[[int], None] = lambda _: None
) -> Counter[str]:
    """Add agencies and change those that are there, all or none; how many were `added`, `changed` and the `same`.

    What the list does not name stays. English names and districts, for which it has no column, stay too. `tell` hears
    now and then how many are done. Raises `AgenciesRefusedError`.
    """
    codes, there = type_codes(agency_types()), agencies_by_code()
    brought: Counter[str] = Counter()
    problems: list[tuple[str, str]] = []
    for row in agencies:
        known = there.get(row.code)
        before = None if known is None else (known.name_th, known.type, known.province)
        try:
            saved = save_agency(
                actor=actor,
                code=row.code,
                name_th=row.name,
                type=codes.get(row.type, row.type),
                province=row.province,
                name_en=known.name_en if known else "",
                district=known.district if known else "",
                is_fictional=known.is_fictional if known else False,
            )
        except ValidationError as wrong:
            problems.append((row.code, " ".join(wrong.messages)))
            continue
        after = (saved.name_th, saved.type, saved.province)
        brought["added" if before is None else "same" if before == after else "changed"] += 1
        if brought.total() % A_STEP == 0:
            tell(brought.total())
    if problems:
        raise AgenciesRefusedError(problems)
    return brought
