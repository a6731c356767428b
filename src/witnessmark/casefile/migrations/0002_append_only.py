"""The custody log's tables, and triggers that forbid changing or deleting history and judgements."""

from typing import Any, ClassVar

from django.db import migrations

from witnessmark.custody.storage import schema

TABLES = ("casefile_history", "casefile_judgement")


def _sqlite(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {verb} refused'); END"
    )


def _postgresql(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION custody_refuse()"
    )


def forwards(apps: Any, editor: Any) -> None:
    """Make the custody tables and every trigger."""
    vendor = editor.connection.vendor
    statements = list(schema(vendor))
    for table in TABLES:
        statements += [_sqlite(table, verb) for verb in ("UPDATE", "DELETE")] if vendor == "sqlite" else [_postgresql(table)]
    with editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


class Migration(migrations.Migration):
    """There is no way back: an append-only record is not undone."""

    dependencies: ClassVar = [("casefile", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(forwards)]
