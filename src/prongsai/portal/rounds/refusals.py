"""Why something cannot be done with a round, in words for the person who tried."""


class RoundRefusedError(ValueError):
    """The state of the round, of a phase or of the participation does not allow it; the message is shown as it is."""
