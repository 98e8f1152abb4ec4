from django.db import migrations, models


class Migration(migrations.Migration):
    """A published result may carry how sure it is: the interval of its total, the levels at its ends."""

    dependencies = [
        ("results", "0003_ranks"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedresult",
            name="level_high",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="storedresult",
            name="level_low",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="storedresult",
            name="total_high",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name="storedresult",
            name="total_low",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
        ),
    ]
