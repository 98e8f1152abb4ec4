"""What the executive decides."""

from django import forms
from django.utils.translation import gettext_lazy

from prongsai.portal.documents.approving.actions import Seen
from prongsai.portal.documents.models import Order


class ApprovalForm(forms.Form):
    """An order and an opinion on what was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    figures = forms.CharField(max_length=64, widget=forms.HiddenInput)
    order = forms.ChoiceField(label=gettext_lazy("คำสั่ง"), choices=Order.choices, initial=Order.APPROVED)
    opinion = forms.CharField(label=gettext_lazy("ความเห็น (ถ้ามี)"), required=False, max_length=500)

    @property
    def what_was_seen(self) -> Seen:
        """The revision and the figures of the page on which she decided."""
        return Seen(self.cleaned_data["seen"], self.cleaned_data["figures"])


class ReturnForm(forms.Form):
    """Why a paper is given back."""

    reason = forms.CharField(label=gettext_lazy("เหตุผลที่ส่งคืน"), max_length=1000)
