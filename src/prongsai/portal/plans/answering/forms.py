"""What a head of unit answers."""

from django import forms
from django.utils.translation import gettext_lazy


class AnswerForm(forms.Form):
    """Accept, or return with a reason."""

    answer = forms.ChoiceField(choices=[("accept", "accept"), ("return", "return")])
    edition = forms.IntegerField(required=False)
    reason = forms.CharField(label=gettext_lazy("เหตุผลที่ส่งคืน"), required=False, max_length=500)
