"""django-allauth's forms with labels in the portal's languages and without placeholders."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EMAIL = _("อีเมล")
PASSWORD = _("รหัสผ่าน")
NEW_PASSWORD = _("รหัสผ่านใหม่")
NEW_PASSWORD_AGAIN = _("รหัสผ่านใหม่อีกครั้ง")
CODE = _("รหัส 6 หลักจากแอปยืนยันตัวตน หรือรหัสสำรอง")
FIRST_CODE = _("รหัส 6 หลักที่แอปแสดง")
LENGTH = _("อย่างน้อย 10 ตัวอักษร")


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no types
    """E-mail and password."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, login=EMAIL, password=PASSWORD)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True}


class ForgottenPasswordForm(ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """The e-mail to send a link to."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, email=EMAIL)


class NewPasswordForm(ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    """A new password, twice."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, password1=NEW_PASSWORD, password2=NEW_PASSWORD_AGAIN)
        self.fields["password1"].help_text = LENGTH


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The password once more, before something delicate."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, password=PASSWORD)


class SecondFactorForm(second_factor.AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """A code at sign-in."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, code=CODE)


class SecondFactorAgainForm(second_factor.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """A code once more, before something delicate."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, code=CODE)


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code, which proves that the app was set up."""

    def __init__(self, *typed: Any, **named: Any) -> None:  # noqa: ANN401 - allauth's arguments
        super().__init__(*typed, **named)
        _label(self, code=FIRST_CODE)


def _label(form: forms.Form, **labels: str | Promise) -> None:
    for name, text in labels.items():
        field = form.fields[name]
        field.label, field.help_text = str(text), ""
        field.widget.attrs.pop("placeholder", None)
