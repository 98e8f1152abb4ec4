"""Why a round is computed."""

from django import forms
from django.utils.translation import gettext_lazy


class ComputeForm(forms.Form):
    """The reason, which stays beside the figures."""

    reason = forms.CharField(
        label=gettext_lazy("เหตุผลของการคำนวณ"),
        max_length=500,
        help_text=gettext_lazy("เช่น คำนวณครั้งแรก หรือ แก้ไขผลตรวจ OIT ของหน่วยงานใดเพราะเหตุใด"),
    )
