"""Why something cannot be done with a disclosure, in words for the person who tried."""


class DisclosureRefusedError(ValueError):
    """The round, its phase or the state of the answers does not allow it; the message is shown as it is."""
