"""The case folder: where a case keeps its database, its originals, its checkpoints and its releases."""

import json
import os
import re
import secrets
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

from witnessmark.casefile.errors import CaseError
from witnessmark.custody.disk import sync_folder

MARKER = "witnessmark.toml"
#: What the marker is called until the case is complete; it names the keys that a stopped `init` left.
UNFINISHED = "witnessmark.unfinished.toml"
#: All that making a case puts into its folder: only this is ever removed, and only beside an unfinished marker.
MADE = (
    "store",
    "checkpoints",
    "releases",
    "case.sqlite3",
    "case.sqlite3-wal",
    "case.sqlite3-shm",
    "case.sqlite3-journal",
)
CASE_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class CaseFolder:
    """Paths of one case. `case_id` names its keys, which live outside the folder."""

    root: Path
    case_id: str
    name: str

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "case.sqlite3"

    @property
    def store(self) -> Path:
        """The content-addressed store of originals."""
        return self.root / "store"

    @property
    def checkpoints(self) -> Path:
        """Signed checkpoints of the custody log, to be copied elsewhere."""
        return self.root / "checkpoints"

    @property
    def releases(self) -> Path:
        """Sealed releases."""
        return self.root / "releases"

    @property
    def keys(self) -> Path:
        """The folder of the keys: `$WITNESSMARK_KEYS`, else the user's configuration folder."""
        base = os.environ.get("WITNESSMARK_KEYS")
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return (Path(base) if base else home / "witnessmark" / "keys") / self.case_id


def create_folder(root: Path, name: str) -> CaseFolder:
    """Make an empty case folder, marked as unfinished; refuse one that holds anything but what a stopped `init` left.

    What a stopped `init` left, its keys included, is removed: nothing was ever recorded under them.
    """
    _check_name(name)
    folder = CaseFolder(root.resolve(), secrets.token_hex(8), name)
    if folder.keys.resolve().is_relative_to(folder.root):
        raise CaseError(
            "keys may not lie inside the case folder", where=str(folder.keys), do="Point WITNESSMARK_KEYS elsewhere"
        )
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    _clear_unfinished(folder.root)
    _write_whole(folder, UNFINISHED)
    for path in (folder.store, folder.checkpoints, folder.releases):
        path.mkdir(mode=0o700)
    return folder


def _check_name(name: str) -> None:
    """Refuse a name that cannot be written down."""
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise CaseError("the name of the case is not UTF-8 text", got=ascii(name)) from error


def _clear_unfinished(root: Path) -> None:
    """Remove what a stopped `init` left in a folder; refuse a folder that holds anything else."""
    marker = root / UNFINISHED
    left = (*MADE, UNFINISHED) if marker.is_file() else ()
    other = sorted(path.name for path in root.iterdir() if path.name not in (*left, f"{UNFINISHED}.new"))
    if (root / MARKER).exists():
        raise CaseError(
            "there is a case in this folder already", where=str(root), do="Name a new folder for a new case"
        )
    if other:
        raise CaseError(
            "the folder is not empty", where=str(root), got=", ".join(other[:5]), expected="a new or empty folder",
            do="Name a new folder for a new case, or move these away",
        )  # fmt: skip
    if not marker.is_file():
        return
    shutil.rmtree(_read_marker(marker).keys, ignore_errors=True)
    for name in MADE:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def finish_folder(folder: CaseFolder) -> None:
    """Make the folder a case, by one atomic rename of its marker."""
    (folder.root / UNFINISHED).replace(folder.root / MARKER)
    sync_folder(folder.root)


def _write_whole(folder: CaseFolder, name: str) -> None:
    """Write a marker, wholly or not at all. TOML's strings are JSON's, but for U+007F, which TOML wants escaped."""
    temporary = folder.root / f"{name}.new"
    quoted = json.dumps(folder.name, ensure_ascii=False).replace("\x7f", "\\u007f")
    with temporary.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'format = 1\nid = "{folder.case_id}"\nname = {quoted}\n')
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(folder.root / name)


def find_folder(start: Path | None) -> CaseFolder:
    """Return the case at `start`, or at `$WITNESSMARK_CASE`, or at or above the working folder."""
    chosen = start or (Path(os.environ["WITNESSMARK_CASE"]) if "WITNESSMARK_CASE" in os.environ else None)
    places = [chosen] if chosen else [Path.cwd(), *Path.cwd().parents]
    for place in places:
        if (place / MARKER).is_file():
            return _read_marker(place / MARKER)
    raise CaseError(
        "no case found",
        where=str(places[0]),
        expected=f"a folder with {MARKER}",
        do="Run `witnessmark init FOLDER` first, or name the case with --case FOLDER",
    )


def _read_marker(marker: Path) -> CaseFolder:
    """Read the marker of a case folder; its id names a folder of keys, so it may be nothing but 16 hex digits."""
    try:
        data = tomllib.loads(marker.read_text(encoding="utf-8"))
        case_id, name = str(data["id"]), str(data["name"])
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise CaseError(
            "the case's marker is broken", where=str(marker), got=str(error), do="Restore it from a backup"
        ) from error
    if CASE_ID.fullmatch(case_id) is None:
        raise CaseError(
            "the case's marker is broken", where=str(marker), got=f"id {case_id!r}", expected="16 hex digits",
            do="Restore it from a backup",
        )  # fmt: skip
    return CaseFolder(marker.parent.resolve(), case_id, name)
