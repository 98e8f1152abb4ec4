"""What somebody else wrote into a measure meanwhile, beside what was typed: field by field, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django import forms
from django.utils.translation import gettext as _

from prongsai.thai.dates import format_short_date

NOTHING = "–"


class AnyStep(Protocol):
    """A step, stored or typed."""

    @property
    def text(self) -> str:
        """What is done."""

    @property
    def due(self) -> date | None:
        """Until when."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A field of which two people say different things."""

    label: str
    stored: str
    typed: str


def parted(
    form: forms.Form, stored: Mapping[str, Any], *, kept: Sequence[AnyStep], steps: Sequence[AnyStep]
) -> list[Parted]:
    """The fields of a valid form whose stored values, by name, differ from what was typed; `kept` are stored steps."""
    found = [
        Parted(
            str(field.label),
            _words(field.field, stored.get(field.name)),
            _words(field.field, form.cleaned_data[field.name]),
        )
        for field in form.visible_fields()
    ]
    found.append(Parted(_("ขั้นตอน"), "\n".join(_lines(kept)) or NOTHING, "\n".join(_lines(steps)) or NOTHING))
    return [one for one in found if one.stored != one.typed]


def _words(field: forms.Field, value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    """A value as a person reads it, the same whether it was stored or typed."""
    if isinstance(field, forms.ChoiceField):
        offered: Any = field.choices
        names = {str(key): str(name) for key, name in offered}
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(sorted(names.get(str(key), str(key)) for key in chosen if key not in {None, ""})) or NOTHING
    match value:
        case None | "" | ():
            return NOTHING
        case date():
            return format_short_date(value)
        case Decimal():
            return f"{value:,.2f}"
        case tuple():
            return ", ".join(str(one).upper() for one in value)
        case _:
            return " ".join(str(value).split())


def _lines(steps: Sequence[AnyStep]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        yield f"{number}. {step.text}" + (f" ({format_short_date(step.due)})" if step.due else "")
