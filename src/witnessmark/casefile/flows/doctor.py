"""The doctor: is this machine, and this case, fit to work with?"""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from witnessmark.casefile.folder import CaseFolder
from witnessmark.casefile.setup import configure
from witnessmark.custody.errors import PassphraseError
from witnessmark.custody.keys import KeyRing
from witnessmark.evidence.errors import WitnessmarkError

if TYPE_CHECKING:  # importing the session needs Django to be set up
    from witnessmark.casefile.session import Session

RESTORE = "Restore a backup: `witnessmark restore FILE FOLDER`"
State = Literal["ok", "warning", "broken"]

#: Less free space than this and a capture may fail half-way (it would leave nothing behind, but still).
FREE_BYTES = 2 * 1024**3
#: A clock before this is certainly wrong: the software did not exist.
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
LIBRARIES = ("django", "cryptography", "typst", "pypdfium2", "lxml", "trafilatura")
#: Programs that a reader of a release uses to check it; nothing of ours needs them but `openssl` for time stamps.
PROGRAMS = {"openssl": "openssl", "minisign": "minisign", "ssh-keygen": "openssh-client"}


@dataclass(frozen=True)
class Sign:
    """One thing looked at: its state, what was seen, and what to do about it."""

    name: str
    state: State
    seen: str
    do: str = ""


def machine(now: Callable[[], datetime], place: Path) -> Iterator[Sign]:
    """Look at versions, clock, disk, fonts and programs."""
    yield Sign("python", "ok", f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    yield Sign("libraries", "ok", ", ".join(f"{name} {version(name)}" for name in LIBRARIES))
    yield _clock(now())
    free = shutil.disk_usage(place).free
    state: State = "ok" if free >= FREE_BYTES else "warning"
    yield Sign(
        "disk",
        state,
        f"{free / 1024**3:.1f} GiB free at {place}",
        "" if state == "ok" else "Make room before you capture",
    )
    yield _fonts()
    for program, package in PROGRAMS.items():
        found = shutil.which(program)
        yield Sign(
            program, "ok" if found else "warning", found or "not found", "" if found else f"apt-get install {package}"
        )


def _clock(now: datetime) -> Sign:
    """A clock must know its zone, and cannot be before the software."""
    if now < EARLIEST:
        return Sign("clock", "broken", now.isoformat(), "Set the clock: every custody record carries it")
    return Sign(
        "clock", "ok", f"{now.isoformat(timespec='seconds')} (this machine's own clock, not checked against another)"
    )


def _fonts() -> Sign:
    """Every script that a report may hold needs a font; Chinese beyond the shipped characters needs Debian's."""
    from witnessmark.release.errors import MissingFontError
    from witnessmark.release.fonts import fonts_for

    samples = {
        "Latin": "abc",
        "Cyrillic": "где",
        "Arabic": "العربية",
        "Uyghur": "ئۇيغۇرچە",
        "Chinese": "中文",
        "rare Chinese": "龘",
    }
    missing = []
    for script, sample in samples.items():
        try:
            fonts_for(sample)
        except MissingFontError:
            missing.append(script)
    if not missing:
        return Sign("fonts", "ok", ", ".join(samples))
    serious = [script for script in missing if script != "rare Chinese"]
    return Sign(
        "fonts", "broken" if serious else "warning", f"missing: {', '.join(missing)}", "apt-get install fonts-noto-cjk"
    )


def case(folder: CaseFolder, passphrase: Callable[[], str], actor: str) -> Iterator[Sign]:
    """Look at a case's keys, database, originals and log; what is broken is a sign, and does not end the looking."""
    there = KeyRing(folder.keys, passphrase).exists()
    do = "" if there else "Restore them from where you keep a copy"
    yield Sign("keys", "ok" if there else "broken", str(folder.keys), do)
    database = _database(folder)
    yield database
    if database.state == "broken":
        return
    from witnessmark.casefile.flows.open_case import open_case

    try:
        session = open_case(folder.root, actor=actor, passphrase=passphrase)
    except _failures() as error:
        yield Sign("case", "broken", str(error), RESTORE)
        return
    yield Sign("case", "ok", f"{session.investigation.name}, {folder.root}")
    looks = [("originals", _originals)]
    if there:
        looks += [("passphrase", _passphrase), ("names", _exposure), ("custody log", _log)]
    for name, look in looks:
        try:
            yield look(session)
        except PassphraseError as error:
            yield Sign(name, "broken", error.what, error.do)
        except _failures() as error:
            yield Sign(name, "broken", str(error), RESTORE)


def _failures() -> tuple[type[Exception], ...]:
    """Return what a broken case raises; Django may be imported only once a case is looked at."""
    from django.db.utils import Error

    return (WitnessmarkError, sqlite3.Error, Error)


def _passphrase(session: "Session") -> Sign:
    """Open each key, as the work will."""
    _ = session.keys.identities, session.keys.release, session.keys.log_key(session.investigation.origin)
    return Sign("passphrase", "ok", "opens all three keys")


def _originals(session: "Session") -> Sign:
    """Read every original and compare it with its digest."""
    from witnessmark.casefile.records import Item

    bad = []
    items = list(Item.objects.filter(investigation=session.investigation))
    for item in items:
        try:
            session.store.verify(item.stored)
        except WitnessmarkError as error:
            bad.append(f"{item.human_id}: {error.what}")
    seen = "; ".join(bad) or f"{len(items)} read and unchanged"
    return Sign("originals", "broken" if bad else "ok", seen, RESTORE if bad else "")


def _log(session: "Session") -> Sign:
    """Work the custody log out again."""
    from witnessmark.casefile.services.custody_read import verify_log

    report = verify_log(session)
    if report.ok:
        return Sign("custody log", "ok", f"{report.size} entries, nothing found against it")
    return Sign("custody log", "broken", "; ".join(str(fault) for fault in report.faults), RESTORE)


def _exposure(session: "Session") -> Sign:
    """Tell which unsealed items hold a protected name: whoever takes the folder can read it there."""
    from witnessmark.casefile.services.exposure_read import exposures

    found = ", ".join(f"{item} names {source}" for item, source in exposures(session))
    do = (
        "It stands in clear in the case folder: keep the folder encrypted; capture such files with --protected"
        if found
        else ""
    )
    return Sign("names", "warning" if found else "ok", found or "no protected name stands unsealed", do)


def _database(folder: CaseFolder) -> Sign:
    """Ask SQLite itself, and look whether the tables that the case's applied migrations made are there."""
    path = folder.database
    if not path.is_file():
        return Sign("database", "broken", f"there is none at {path}", RESTORE)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            answer = "; ".join(row[0] for row in connection.execute("PRAGMA integrity_check"))
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        return Sign("database", "broken", str(error), RESTORE)
    missing = ", ".join(sorted(_tables(folder) - tables))
    if answer == "ok" and not missing:
        return Sign("database", "ok", answer)
    return Sign("database", "broken", answer if answer != "ok" else f"tables are missing: {missing}", RESTORE)


def _tables(folder: CaseFolder) -> set[str]:
    """Return the names of the tables that a case has."""
    configure(folder)
    from django.apps import apps

    return {model._meta.db_table for model in apps.get_models(include_auto_created=True)}  # noqa: SLF001 - Django's public name
