from django.db import migrations, models


class Migration(migrations.Migration):
    """A computed total keeps its interval, and an agency its ranks."""

    dependencies = [
        ("computing", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="computedresult",
            name="ranks",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="computedresult",
            name="total_high",
            field=models.DecimalField(decimal_places=2, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name="computedresult",
            name="total_low",
            field=models.DecimalField(decimal_places=2, max_digits=5, null=True),
        ),
    ]
