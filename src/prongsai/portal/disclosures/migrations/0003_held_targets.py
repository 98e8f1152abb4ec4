from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0002_waiting_targets"),
    ]

    operations = [
        migrations.AddField(
            model_name="sweeptarget",
            name="held_by",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
    ]
