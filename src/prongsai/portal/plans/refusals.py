"""Why something cannot be done with a plan, in words for the person who tried."""


class PlanRefusedError(ValueError):
    """The state of the plan, measure or step does not allow it; the message is shown as it is."""


class OvertakenError(PlanRefusedError):
    """Somebody else changed it since it was opened; what is stored now must be seen first."""
