from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosures", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="sweeptarget",
            index=models.Index(
                condition=models.Q(("done_at", None)), fields=["host", "lease_until"], name="targets_that_wait"
            ),
        ),
        migrations.AddIndex(
            model_name="sweeptarget",
            index=models.Index(fields=["round", "agency"], name="targets_of_an_agency"),
        ),
    ]
