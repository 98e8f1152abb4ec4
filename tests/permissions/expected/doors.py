"""The addresses of sign-in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """An address of sign-in: what is answered to a visitor and to somebody who has signed in, to GET and to POST."""

    visitor: tuple[int, int]
    signed_in: tuple[int, int]


TO_SIGN_IN = (302, 302)
DOORS = {
    "account_login": Door((200, 200), (302, 302)),
    "account_logout": Door((302, 302), (200, 302)),
    "account_inactive": Door((200, 405), (200, 405)),
    "account_reauthenticate": Door(TO_SIGN_IN, (403, 403)),  # the cast has no passwords to be asked for
    "account_reset_password": Door((200, 200), (200, 200)),
    "account_reset_password_done": Door((200, 405), (200, 405)),
    "account_reset_password_from_key": Door((200, 200), (200, 200)),
    "account_reset_password_from_key_done": Door((200, 405), (200, 405)),
    "mfa_index": Door(TO_SIGN_IN, (200, 405)),
    "mfa_authenticate": Door(TO_SIGN_IN, (302, 302)),
    "mfa_reauthenticate": Door(TO_SIGN_IN, (403, 403)),
    "mfa_activate_totp": Door(TO_SIGN_IN, (200, 200)),
    "mfa_deactivate_totp": Door(TO_SIGN_IN, (404, 404)),
    "mfa_view_recovery_codes": Door(TO_SIGN_IN, (404, 405)),
    "mfa_generate_recovery_codes": Door(TO_SIGN_IN, (200, 200)),
    # for an e-mail without an account; the posted form is empty
    "invitation": Door((200, 200), (200, 200)),
}
