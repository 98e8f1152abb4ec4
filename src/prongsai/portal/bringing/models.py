"""Tables of what was read and waits for the officer's word: scores files, and documents."""

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


class ReadDraft(models.Model):
    """What was read from a document, until its figures are brought; the document itself is not kept."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    read_by = models.CharField(max_length=200)
    read_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    reading = models.JSONField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "sha256"], name="one_draft_of_a_document"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("read_at")), name="read_draft_expires_later"
            ),
        )

    def __str__(self) -> str:
        return self.name
