"""The journal's table."""

from django.db import models

HASH_LENGTH = 64


class JournalLine(models.Model):
    """One thing that one actor did. Never changed, never deleted."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    object = models.CharField(max_length=300, db_index=True)
    detail = models.JSONField()
    previous_hash = models.CharField(max_length=HASH_LENGTH)
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        indexes = (models.Index(fields=["verb"], name="journal_lines_of_a_verb"),)
        constraints = (
            models.UniqueConstraint(fields=["previous_hash"], name="journal_does_not_fork"),
            models.UniqueConstraint(fields=["hash"], name="journal_line_hash_is_unique"),
            models.CheckConstraint(
                condition=~models.Q(actor="") & ~models.Q(verb="") & ~models.Q(object=""),
                name="journal_line_says_who_did_what",
            ),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.object}"
