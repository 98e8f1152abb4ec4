from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="accesscode", name="codes_of_an_agency"),
        migrations.AddIndex(
            model_name="accesscode",
            index=models.Index(fields=["round", "agency", "unit"], name="codes_of_an_agency"),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=models.Q(("standing", "to-review")),
                fields=["round", "agency", "part", "day"],
                name="answers_that_wait",
            ),
        ),
    ]
