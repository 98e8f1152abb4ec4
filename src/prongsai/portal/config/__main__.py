"""Runs the portal's maintenance commands: `python -m prongsai.portal.config migrate`."""

import sys

from prongsai.portal.config.environment import point_to_settings


def main() -> None:
    """Hand the command line to Django."""
    from django.core.management import execute_from_command_line

    point_to_settings()
    execute_from_command_line(["prongsai.portal.config", *sys.argv[1:]])


if __name__ == "__main__":
    main()
