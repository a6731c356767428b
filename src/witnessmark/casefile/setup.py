"""Django's settings for one case, made at run time: a case is a folder, not a deployment."""

from django.conf import settings

from witnessmark.casefile.folder import CaseFolder

#: Seconds a writer waits for another writer before it gives up.
BUSY_SECONDS = 30


def database(folder: CaseFolder) -> dict[str, object]:
    """Return the `default` database: SQLite with write-ahead log, full sync and immediate transactions."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder.database),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_SECONDS,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def configure(folder: CaseFolder) -> None:
    """Point Django at this case; a second case in the same process replaces the first one's database."""
    import django

    if settings.configured:
        from django.db import connections

        connections.close_all()
        connections.databases["default"].update(database(folder))
        for alias in list(connections):
            if hasattr(connections._connections, alias):  # noqa: SLF001 - Django has no public way to forget a connection
                delattr(connections._connections, alias)  # noqa: SLF001 - the same
        return
    settings.configure(
        INSTALLED_APPS=["witnessmark.casefile.apps.CasefileConfig"],
        DATABASES={"default": database(folder)},
        USE_TZ=True,
        TIME_ZONE="UTC",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()


def migrate() -> None:
    """Bring the case's tables up to date."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
