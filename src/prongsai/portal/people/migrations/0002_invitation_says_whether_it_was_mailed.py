from django.db import migrations, models


class Migration(migrations.Migration):
    """An invitation says whether its e-mail went out."""

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="mailed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="invitation",
            name="mail_problem",
            field=models.CharField(blank=True, default="", max_length=80),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("mailed_at", None), ("mail_problem", ""), _connector="OR"),
                name="invitation_was_mailed_or_has_a_problem",
            ),
        ),
    ]
