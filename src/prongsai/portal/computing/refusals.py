"""Why a round cannot be computed or published now, in words for the person who tried."""


class ComputingRefusedError(ValueError):
    """The state of the round does not allow it; the message is shown as it is."""
