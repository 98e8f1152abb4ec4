"""How text messages leave: `PRONGSAI_SMS_GATEWAY` names a class that sends them."""

import sys
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Gateway(Protocol):
    """What such a class offers; it is made without arguments and takes its secrets from the environment."""

    def send(self, number: str, text: str) -> None:
        """Hand a message to the provider. `number` is national and mobile: 0812345678. Raises where it is not taken.

        Keep neither number nor text, and write neither into a log.
        """


class ConsoleGateway:
    """Prints messages instead of sending them: for a rehearsal on one's own machine."""

    def send(self, number: str, text: str) -> None:
        """Print it."""
        sys.stdout.write(f"SMS to {number}: {text}\n")
        sys.stdout.flush()


def gateway() -> Gateway:
    """The gateway of this installation."""
    made: Gateway = import_string(settings.PRONGSAI_SMS_GATEWAY)()
    return made
