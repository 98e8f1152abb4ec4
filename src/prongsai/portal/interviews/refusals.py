"""Why something cannot be done with interviews, in words for the person who tried."""


class InterviewRefusedError(ValueError):
    """What stands already does not allow it; the message is shown as it is."""
