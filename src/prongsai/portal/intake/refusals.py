"""What the area says when it refuses."""


class IntakeRefusedError(Exception):
    """Nothing was written; the text is for the person who asked."""
