"""What an officer types about her agency, and an executive about what he was handed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.rounds.agency_types import group_name, rule_types
from prongsai.portal.rounds.models import Participation, Size
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput
from prongsai.portal.ui.fields import CountField, offer
from prongsai.thai.spelling import normalize

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

BLANK_ROWS = 3
MOST_SERVICES = 100
NUMERIC = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 12}
PLAIN = ("website", "address", "contact_phone", "rule_type", "size", "staff", "clients")


def _count(label: "str | _StrPromise", help_text: "str | _StrPromise" = "") -> CountField:
    return CountField(label=label, help_text=help_text, required=False, widget=forms.TextInput(attrs=NUMERIC))


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """The two fields of a service."""

    name: forms.BoundField
    clients: forms.BoundField


class ProfileForm(forms.Form):
    """All that an agency brings into a round; every field may stay empty while it is being written."""

    website = forms.URLField(
        label=gettext_lazy("เว็บไซต์หลักของหน่วยงาน"), required=False, max_length=300, assume_scheme="https"
    )
    address = forms.CharField(
        label=gettext_lazy("ที่อยู่ของหน่วยงาน"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    contact_phone = forms.CharField(
        label=gettext_lazy("โทรศัพท์ติดต่อเรื่อง ITA"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    rule_type = forms.ChoiceField(label=gettext_lazy("กลุ่มของหน่วยงานตามเกณฑ์"), required=False)
    size = forms.ChoiceField(
        label=gettext_lazy("ขนาดของหน่วยงาน"),
        required=False,
        choices=[("", gettext_lazy("ยังไม่เลือก")), *Size.choices],
        help_text=gettext_lazy("ตามที่สำนักงาน ป.ป.ช. จัดกลุ่มไว้ จำนวนตัวอย่างขั้นต่ำของบางประเภทต่างกันตามขนาด"),
    )
    staff = _count(
        gettext_lazy("บุคลากรที่ปฏิบัติงานมาแล้วไม่น้อยกว่า 1 ปี ทั้งหน่วยงาน"),
        gettext_lazy("ทุกระดับ รวมผู้บริหารและผู้ที่ไม่ได้สังกัดสำนัก/กอง ใส่เฉพาะจำนวน ไม่ต้องมีชื่อ"),
    )
    clients = _count(
        gettext_lazy("ผู้รับบริการหรือผู้มาติดต่อในปีงบประมาณ ทั้งหน่วยงาน"),
        gettext_lazy("นับเป็นคน ผู้ที่ใช้หลายบริการนับครั้งเดียว ประมาณได้ถ้าไม่มีทะเบียน"),
    )

    def __init__(self, typed: Any = None, *, row: Participation, units: Sequence[Unit], asks_size: bool) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed, initial=_initial(row))
        self.units = tuple(units)
        groups = rule_types(row.agency.type)
        offer(self, "rule_type", [("", _("ยังไม่เลือก")), *((group, group_name(group)) for group in groups)])
        if len(groups) <= 1:
            del self.fields["rule_type"]
        if not asks_size:
            del self.fields["size"]
        for unit in self.units:
            self.fields[f"unit-{unit.pk}"] = _count(unit.name)
        self.service_count = _rows_wanted(typed, row.services.count())
        for number in range(self.service_count):
            self._add_service(number)

    def unit_fields(self) -> list[forms.BoundField]:
        """A number for each open unit."""
        return [self[f"unit-{unit.pk}"] for unit in self.units]

    def service_rows(self) -> list[ServiceRow]:
        """The services, with blank rows at the end."""
        return [
            ServiceRow(self[f"service-{number}-name"], self[f"service-{number}-clients"])
            for number in range(self.service_count)
        ]

    def clean(self) -> dict[str, Any]:
        """A service has a name and a number, and is named once."""
        cleaned, seen = super().clean() or {}, set()
        for number in range(self.service_count):
            name, clients = self._typed_service(number)
            if name and clients is None and f"service-{number}-clients" not in self.errors:
                self.add_error(f"service-{number}-clients", _("ใส่จำนวนผู้รับบริการของงานนี้"))
            if clients is not None and not name:
                self.add_error(f"service-{number}-name", _("ใส่ชื่องานบริการ หรือลบจำนวน"))
            if name and name in seen:
                self.add_error(f"service-{number}-name", _("มีงานบริการชื่อนี้แล้ว รวมเป็นแถวเดียว"))
            seen.add(name)
        return cleaned

    def entry(self) -> ProfileInput:
        """What was typed, as the action takes it."""
        plain = {name: self.cleaned_data[name] for name in PLAIN if name in self.cleaned_data}
        return ProfileInput(**plain, units=tuple(self._units()), services=tuple(self._services()))

    def _units(self) -> Iterator[tuple[int, int]]:
        for unit in self.units:
            staff = self.cleaned_data[f"unit-{unit.pk}"]
            if staff is not None:
                yield unit.pk, staff

    def _services(self) -> Iterator[ServiceInput]:
        for number in range(self.service_count):
            name, clients = self._typed_service(number)
            if name and clients is not None:
                yield ServiceInput(name, clients)

    def _typed_service(self, number: int) -> tuple[str, int | None]:
        name = normalize(self.cleaned_data.get(f"service-{number}-name") or "").strip()
        return name, self.cleaned_data.get(f"service-{number}-clients")

    def _add_service(self, number: int) -> None:
        label = _("งานบริการ %(number)s") % {"number": number + 1}
        self.fields[f"service-{number}-name"] = forms.CharField(label=label, required=False, max_length=200)
        self.fields[f"service-{number}-clients"] = _count(_("ผู้รับบริการของงาน %(number)s") % {"number": number + 1})


class ReturnForm(forms.Form):
    """Why it goes back to the officer."""

    reason = forms.CharField(label=gettext_lazy("เหตุผลที่ส่งคืน"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


def _initial(row: Participation) -> dict[str, Any]:
    """A stored participation as the form shows it."""
    return {
        **{name: getattr(row, name) for name in PLAIN},
        **{f"unit-{entry.unit_id}": entry.staff for entry in row.units.all()},
        **{f"service-{number}-name": service.name for number, service in enumerate(row.services.all())},
        **{f"service-{number}-clients": service.clients for number, service in enumerate(row.services.all())},
    }


def _rows_wanted(typed: Mapping[str, str] | None, stored: int) -> int:
    """As many rows of services as were sent, more when more were asked for; else those stored and some blank ones."""
    if typed is None:
        return min(stored + BLANK_ROWS, MOST_SERVICES)
    sent = sum(name.startswith("service-") and name.endswith("-name") for name in typed)
    return min(max(sent, 1) + (BLANK_ROWS if "more" in typed else 0), MOST_SERVICES)
