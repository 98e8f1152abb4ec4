"""What keeps an engine from counting."""


class EngineError(Exception):
    """The engine cannot read the answers; says why in the engine's own words."""


class EngineMissingError(Exception):
    """The engine is not installed, or the machine lacks what it needs; `lacks` is "pyspark" or "java"."""

    def __init__(self, lacks: str) -> None:
        self.lacks = lacks
        super().__init__(lacks)
