"""The table of scores files that were read and wait for the officer's word."""

from django.db import models


class WaitingFile(models.Model):
    """A scores file that could be read; its rows are kept until she takes them over or sends another file."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    sent_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    rows = models.JSONField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=["agency", "sent_by"], name="one_waiting_file_for_each_person"),)

    def __str__(self) -> str:
        return self.name
