"""Why a backup cannot be made or brought back."""


class SafekeepingError(RuntimeError):
    """Says in both languages what is wrong and what to do."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(f"{th} / {en}")
        self.th, self.en = th, en
