"""What officers and invited people type."""

from collections.abc import Sequence

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.agencies.queries import Unit
from prongsai.portal.people.models import LANGUAGES, Person
from prongsai.portal.people.roles import AGENCY_ROLES, UNIT_ROLES, Role

LONGEST_NAME = 120
LONGEST_EMAIL = 254


class RoleForm(forms.Form):
    """A role in the agency and the units it is held for."""

    role = forms.ChoiceField(label=gettext_lazy("บทบาท"), choices=[(role.value, role.label) for role in AGENCY_ROLES])
    units = forms.MultipleChoiceField(
        label=gettext_lazy("สำนัก/กอง"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *typed: object, units: Sequence[Unit], **named: object) -> None:
        super().__init__(*typed, **named)  # type: ignore[arg-type]  # Django's own arguments
        self._units = {str(unit.pk): unit for unit in units}
        field = self.fields["units"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(number, unit.name) for number, unit in self._units.items()]

    def clean(self) -> dict[str, object]:
        """Units belong to roles that are held for units; for others a tick is set aside."""
        typed = super().clean() or {}
        if typed.get("role") in UNIT_ROLES and not typed.get("units"):
            self.add_error("units", _("เลือกสำนัก/กองอย่างน้อยหนึ่งแห่งสำหรับบทบาทนี้"))
        return typed

    @property
    def chosen_role(self) -> Role:
        """The role."""
        return Role(self.cleaned_data["role"])

    @property
    def chosen_units(self) -> list[Unit]:
        """The units, none for a role of the whole agency."""
        if self.chosen_role not in UNIT_ROLES:
            return []
        return [self._units[number] for number in self.cleaned_data["units"]]


class InvitationForm(RoleForm):
    """Whom to invite, as what."""

    email = forms.EmailField(
        label=gettext_lazy("อีเมลของผู้ได้รับเชิญ"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ("email", "role", "units")


class UnitForm(forms.Form):
    """A unit's name."""

    name = forms.CharField(label=gettext_lazy("ชื่อสำนัก/กอง"), max_length=LONGEST_NAME)


class NewAccountForm(forms.Form):
    """What an invited person without an account chooses."""

    display_name = forms.CharField(
        label=gettext_lazy("ชื่อที่แสดง"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("เพื่อนร่วมงานเห็นชื่อนี้ ใช้ชื่อตำแหน่งก็ได้"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=gettext_lazy("รหัสผ่าน"),
        strip=False,
        help_text=gettext_lazy("อย่างน้อย 10 ตัวอักษร"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("ภาษาของอีเมลจากระบบ"), choices=LANGUAGES)

    def __init__(self, *typed: object, email: str, **named: object) -> None:
        super().__init__(*typed, **named)  # type: ignore[arg-type]  # Django's own arguments
        self._email = email

    def clean_password(self) -> str:
        """Refuse what is easily guessed."""
        password: str = self.cleaned_data["password"]
        try:
            validate_password(
                password, Person(email=self._email, display_name=self.cleaned_data.get("display_name", ""))
            )
        except ValidationError as problem:
            raise forms.ValidationError(problem.messages) from problem
        return password
