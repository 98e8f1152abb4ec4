from django.db import migrations, models


class Migration(migrations.Migration):
    """A computed result keeps the levels at the ends of its intervals."""

    dependencies = [
        ("computing", "0002_ranks_and_intervals"),
    ]

    operations = [
        migrations.AddField(
            model_name="computedresult",
            name="level_high",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="computedresult",
            name="level_low",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name="computedresult",
            name="total_high",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
        ),
        migrations.AlterField(
            model_name="computedresult",
            name="total_low",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
        ),
    ]
