"""Making and opening a case: folder, keys, database, log."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.folder import CaseFolder, create_folder, find_folder, finish_folder
from witnessmark.casefile.keys import CaseKeys
from witnessmark.casefile.setup import configure, migrate
from witnessmark.custody.store import Store

if TYPE_CHECKING:  # at run time it can be imported only once Django is set up
    from witnessmark.casefile.records import Investigation
    from witnessmark.casefile.session import Session


def local_clock() -> datetime:
    """Return the time now, with the machine's offset."""
    return datetime.now(UTC).astimezone()


def create_case(
    root: Path,
    name: str,
    details: dict[str, str | bool],
    *,
    actor: str,
    passphrase: Callable[[], str],
    clock: Callable[[], datetime] = local_clock,
    random: Callable[[int], bytes] = os.urandom,
) -> "Session":
    """Make a case: an empty folder, three new keys outside it, tables, and the first event of the custody log.

    `details` are fields of the investigation (mandate, period, territory, standard_of_proof, office, exercise).
    A run that was stopped leaves a folder that is no case; the next run into it starts over.
    """
    # Asked for before anything is made: without one, nothing is left behind.
    if not passphrase():
        raise CaseError("an empty passphrase protects nothing", do="Choose several random words")
    folder = create_folder(root, name)
    keys = CaseKeys(folder, passphrase, random)
    keys.ring.create()
    configure(folder)
    migrate()
    from django.db import transaction

    from witnessmark.casefile.records import Investigation
    from witnessmark.casefile.services.custody_write import record_event, sign_head

    with transaction.atomic():
        investigation = Investigation.objects.create(name=name, origin=f"witnessmark/{folder.case_id}", **details)
        session = _session(folder, investigation, keys, clock, random, actor)
        record_event(session, "opened")
        sign_head(session)
    finish_folder(folder)
    return session


def open_case(
    start: Path | None,
    *,
    actor: str,
    passphrase: Callable[[], str],
    clock: Callable[[], datetime] = local_clock,
    random: Callable[[int], bytes] = os.urandom,
) -> "Session":
    """Open the case at `start`, or at or above the working folder; its tables are brought up to date."""
    folder = find_folder(start)
    if not folder.database.is_file():
        raise CaseError("the case has no database", where=str(folder.database), do="Restore it from a backup")
    configure(folder)
    migrate()
    from witnessmark.casefile.records import Investigation

    investigation = Investigation.objects.first()
    if investigation is None:
        raise CaseError("the case holds no investigation", where=str(folder.root), do="Restore it from a backup")
    return _session(folder, investigation, CaseKeys(folder, passphrase, random), clock, random, actor)


def _session(
    folder: CaseFolder,
    investigation: "Investigation",
    keys: CaseKeys,
    clock: Callable[[], datetime],
    random: Callable[[int], bytes],
    actor: str,
) -> "Session":
    """Return the session of an open case."""
    from witnessmark.casefile.session import Session

    return Session(
        folder=folder, investigation=investigation, keys=keys, store=Store(folder.store), clock=clock, random=random, actor=actor
    )  # fmt: skip


def read_text_file(path: Path) -> str:
    """Return a file that a person wrote, as UTF-8 with its line ends; raises `CaseError` where it is something else."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError(
            "this file is not UTF-8 text",
            where=str(path),
            got=f"byte {error.start}: {error.reason}",
            do="Save it as UTF-8",
        ) from error
