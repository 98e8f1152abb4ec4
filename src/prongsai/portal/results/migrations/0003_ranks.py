from django.db import migrations, models


class Migration(migrations.Migration):
    """A published result may carry the ranks of the round that it was computed in."""

    dependencies = [
        ("results", "0002_results_kept_by_the_agency"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedresult",
            name="ranks",
            field=models.JSONField(blank=True, null=True),
        ),
    ]
