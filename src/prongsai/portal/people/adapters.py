"""How django-allauth behaves here: no sign-up, no messages of its own, words in the portal's languages."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("อีเมลหรือรหัสผ่านไม่ถูกต้อง"),
        "incorrect_password": _("รหัสผ่านไม่ถูกต้อง"),
        "too_many_login_attempts": _("ลองหลายครั้งเกินไป กรุณารอสักครู่"),
        "rate_limited": _("ลองหลายครั้งเกินไป กรุณารอสักครู่"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Nobody signs up."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 - allauth's signature
        """Wrong passwords are for django-axes to count, by e-mail and address together; allauth counts wrong codes."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is down changes no answer: it would tell which e-mails have an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as problem:
            log.error("%s was not sent: %s", template_prefix, type(problem).__name__)  # noqa: TRY400 - a trace would name people

    def add_message(self, *_args: Any, **_named: Any) -> None:  # noqa: ANN401 - allauth's signature
        """The pages say what happened."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The second factor's words."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": _("รหัสไม่ถูกต้อง")}
