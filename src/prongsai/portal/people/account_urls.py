"""Addresses of sign-in, below /account/. Names that begin with account_ and mfa_ are django-allauth's."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from axes.decorators import axes_dispatch
from django.urls import path, re_path
from django.views.decorators.cache import never_cache

from prongsai.portal.people import invitation_views

urlpatterns = [
    path("sign-in/", axes_dispatch(account.login), name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/changed/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", second_factor.index, name="mfa_index"),
    path("2fa/code/", second_factor.authenticate, name="mfa_authenticate"),
    path("2fa/again/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/on/", never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery/", never_cache(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("2fa/recovery/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("invitation/<str:token>/", invitation_views.show_invitation, name="invitation"),
]
