import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What was read from a document waits for the officer's word."""

    dependencies = [
        ("agencies", "0002_unit"),
        ("bringing", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_by", models.CharField(max_length=200)),
                ("read_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("reading", models.JSONField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.agency"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "sha256"), name="one_draft_of_a_document"),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("read_at"))), name="read_draft_expires_later"
                    ),
                ],
            },
        ),
    ]
