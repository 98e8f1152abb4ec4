from django.core.management import call_command
from django.db import migrations

TABLE = "prongsai_cache"


def make_table(_apps, schema_editor):
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop_table(_apps, schema_editor):
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name(TABLE)}")


class Migration(migrations.Migration):
    """Attempts to sign in are counted for all worker processes together, in Django's cache table."""

    dependencies = [
        ("people", "0002_invitation_says_whether_it_was_mailed"),
    ]

    operations = [
        migrations.RunPython(make_table, drop_table),
    ]
