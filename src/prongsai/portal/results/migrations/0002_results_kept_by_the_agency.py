from django.db import migrations, models


class Migration(migrations.Migration):
    """An agency may keep a result for itself: the table gets a wider name and says where a result comes from."""

    dependencies = [
        ("agencies", "0001_initial"),
        ("results", "0001_initial"),
    ]

    operations = [
        migrations.RenameModel("PublishedResult", "StoredResult"),
        migrations.AddField(
            model_name="storedresult",
            name="origin",
            field=models.CharField(
                choices=[("published", "Published"), ("brought", "Brought")], default="published", max_length=10
            ),
        ),
        migrations.AlterField(
            model_name="storedresult",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RemoveConstraint(model_name="storedresult", name="one_published_result_per_agency_and_year"),
        migrations.AddConstraint(
            model_name="storedresult",
            constraint=models.UniqueConstraint(
                fields=("agency", "year", "origin"), name="one_result_per_agency_year_and_origin"
            ),
        ),
        migrations.AddConstraint(
            model_name="storedresult",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["published", "brought"])), name="result_origin_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="storedresult",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("origin", "published"), ("published_at__isnull", False)),
                    models.Q(("origin", "brought"), ("published_at__isnull", True)),
                    _connector="OR",
                ),
                name="published_means_published_at",
            ),
        ),
        migrations.CreateModel(
            name="PublishedResult",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("results.storedresult",),
        ),
    ]
