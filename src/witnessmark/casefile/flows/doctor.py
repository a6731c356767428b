"""The doctor: is this machine, and this case, fit to work with?"""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # importing the session needs Django to be set up
    from witnessmark.casefile.session import Session

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


def case(folder_root: Path | None, passphrase: Callable[[], str], actor: str) -> Iterator[Sign]:
    """Look at the case's keys, database, originals and log."""
    from witnessmark.casefile.flows.open_case import open_case

    session = open_case(folder_root, actor=actor, passphrase=passphrase)
    from witnessmark.casefile.records import Item
    from witnessmark.casefile.services.custody_read import verify_log
    from witnessmark.evidence.errors import WitnessmarkError

    yield Sign("case", "ok", f"{session.investigation.name}, {session.folder.root}")
    there = session.keys.ring.exists()
    yield Sign(
        "keys",
        "ok" if there else "broken",
        str(session.folder.keys),
        "" if there else "Restore them from where you keep a copy",
    )
    yield _database(session.folder.database)
    bad = []
    items = list(Item.objects.filter(investigation=session.investigation))
    for item in items:
        try:
            session.store.verify(item.stored)
        except WitnessmarkError as error:
            bad.append(f"{item.human_id}: {error.what}")
    yield Sign(
        "originals",
        "broken" if bad else "ok",
        "; ".join(bad) or f"{len(items)} read and unchanged",
        "Restore a backup" if bad else "",
    )
    if there:
        yield _exposure(session)
        report = verify_log(session)
        faults = "; ".join(str(fault) for fault in report.faults)
        yield Sign(
            "custody log", "ok" if report.ok else "broken", faults or f"{report.size} entries, nothing found against it"
        )


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


def _database(path: Path) -> Sign:
    """Ask SQLite itself."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        answer = "; ".join(row[0] for row in connection.execute("PRAGMA integrity_check"))
    connection.close()
    return Sign("database", "ok" if answer == "ok" else "broken", answer, "" if answer == "ok" else "Restore a backup")
