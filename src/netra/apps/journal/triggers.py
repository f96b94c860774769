"""The database itself refuses to change or delete what was written."""

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = ("journal_entry", "journal_checkpoint")
_REFUSAL = "jurnal hanya dapat ditambah"


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers where they are missing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"""CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger AS $$
                BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$ LANGUAGE plpgsql"""
            )
        for table in APPEND_ONLY:
            for name, statement in _statements(connection.vendor, table):
                if connection.vendor == "postgresql":
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers: for undoing the migration, and for emptying a test database."""
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            for name, _ in _statements(connection.vendor, table):
                on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def _statements(vendor: str, table: str) -> list[tuple[str, str]]:
    if vendor == "postgresql":
        return [
            (
                f"{table}_append_only",
                (
                    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE"
                    f" ON {table} FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()"
                ),
            )
        ]
    return [
        (
            f"{table}_no_{action.lower()}",
            (
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{action.lower()}"
                f" BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            ),
        )
        for action in ("UPDATE", "DELETE")
    ]
