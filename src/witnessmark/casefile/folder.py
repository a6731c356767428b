"""The case folder: where a case keeps its database, its originals, its checkpoints and its releases."""

import json
import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from witnessmark.casefile.errors import CaseError

MARKER = "witnessmark.toml"


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
    """Make an empty case folder; refuse one that holds anything. The marker is written last, by the caller's flow."""
    if root.exists() and any(root.iterdir()):
        raise CaseError("the folder is not empty", where=str(root), do="Name a new folder for a new case")
    folder = CaseFolder(root.resolve(), secrets.token_hex(8), name)
    if folder.keys.resolve().is_relative_to(folder.root):
        raise CaseError(
            "keys may not lie inside the case folder", where=str(folder.keys), do="Point WITNESSMARK_KEYS elsewhere"
        )
    for path in (folder.store, folder.checkpoints, folder.releases):
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_marker(folder: CaseFolder) -> None:
    """Make the folder a case, by one atomic rename."""
    marker = folder.root / MARKER
    temporary = marker.with_suffix(".new")
    quoted = json.dumps(folder.name, ensure_ascii=False)
    temporary.write_text(f'format = 1\nid = "{folder.case_id}"\nname = {quoted}\n', encoding="utf-8")
    temporary.replace(marker)


def find_folder(start: Path | None) -> CaseFolder:
    """Return the case at `start`, or at `$WITNESSMARK_CASE`, or at or above the working folder."""
    chosen = start or (Path(os.environ["WITNESSMARK_CASE"]) if "WITNESSMARK_CASE" in os.environ else None)
    places = [chosen] if chosen else [Path.cwd(), *Path.cwd().parents]
    for place in places:
        if (place / MARKER).is_file():
            return _read_folder(place)
    raise CaseError(
        "no case found",
        where=str(places[0]),
        expected=f"a folder with {MARKER}",
        do="Run `witnessmark init FOLDER` first, or name the case with --case FOLDER",
    )


def _read_folder(root: Path) -> CaseFolder:
    """Read the marker of a case folder."""
    try:
        data = tomllib.loads((root / MARKER).read_text(encoding="utf-8"))
        return CaseFolder(root.resolve(), str(data["id"]), str(data["name"]))
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise CaseError("the case's marker is broken", where=str(root / MARKER), got=str(error)) from error
