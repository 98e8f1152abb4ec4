"""Which proposals become measures."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

GONE = gettext_lazy("ข้อเสนอเปลี่ยนไปหลังจากที่ท่านเปิดหน้านี้ โปรดตรวจที่เลือกไว้แล้วส่งใหม่")


class ProposalForm(forms.Form):
    """The keys of the chosen proposals; one that is no longer offered is refused, the others stay chosen."""

    chosen = forms.MultipleChoiceField(required=False, error_messages={"invalid_choice": GONE})

    def __init__(self, typed: Any = None, *, keys: Sequence[str]) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        field = self.fields["chosen"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared as one
        field.choices = [(key, key) for key in keys]
