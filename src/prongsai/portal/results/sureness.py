"""How sure a result is, as the tables of results keep it."""

from django.db import models

from prongsai.assessing.sureness import Sureness


class KeepsSureness(models.Model):
    """Columns for a result's sureness; empty where it is not known."""

    total_low = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    total_high = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    level_low = models.CharField(max_length=60, blank=True)
    level_high = models.CharField(max_length=60, blank=True)

    class Meta:
        """Columns alone."""

        abstract = True

    @property
    def sureness(self) -> Sureness | None:
        """What is stored of it."""
        if self.total_low is None or self.total_high is None:
            return None
        return Sureness(self.total_low, self.total_high, self.level_low, self.level_high)

    @sureness.setter
    def sureness(self, known: Sureness | None) -> None:
        self.total_low, self.total_high = (known.total_low, known.total_high) if known else (None, None)
        self.level_low, self.level_high = (known.level_low, known.level_high) if known else ("", "")
