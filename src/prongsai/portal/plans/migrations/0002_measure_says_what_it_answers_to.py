from django.db import migrations, models


class Migration(migrations.Migration):
    """A measure keeps the finding that it answers to, and counts its editions."""

    dependencies = [
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="finding",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="measure",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
