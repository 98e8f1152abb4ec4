"""Why something cannot be done with a paper, in words for the person who tried."""


class PaperRefusedError(ValueError):
    """The state of the paper does not allow it; the message is shown as it is."""


class StalePaperError(PaperRefusedError):
    """Somebody changed the paper after the form was opened."""
