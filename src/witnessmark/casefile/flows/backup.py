"""Backup and restore: one encrypted file with database, originals and checkpoints, read back before it counts."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Final

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.flows.alone import LOCK
from witnessmark.casefile.folder import MARKER, CaseFolder, find_folder
from witnessmark.casefile.sealed_stream import SALT_BYTES, SealedReader, SealedWriter
from witnessmark.custody.disk import sync_folder

MANIFEST: Final = "manifest.json"
DATABASE: Final = "case.sqlite3"
KEYS: Final = "keys"
BLOCK: Final = 1 << 20


@dataclass(frozen=True)
class BackupReport:
    """What a backup holds, as read back from the file itself: members, bytes, and whether keys are among them."""

    members: int
    size: int
    with_keys: bool


def make_backup(
    folder: CaseFolder, target: Path, passphrase: str, *, with_keys: bool, random: Callable[[int], bytes] = os.urandom
) -> BackupReport:
    """Write an encrypted backup to a new file and read all of it back; nothing is left under the name if that fails."""
    if target.exists():
        raise CaseError("the file exists", where=str(target), do="Name a new file; a backup never overwrites another")
    if not passphrase:
        raise CaseError("a backup needs a passphrase", where=str(target))
    if not folder.database.is_file():
        raise CaseError("the case has no database", where=str(folder.database), do="Restore it from an earlier backup")
    # The copy of the database is readable, so it never touches the medium that the backup goes to.
    with (
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as work,
        tempfile.TemporaryDirectory(dir=folder.root, prefix=".backup-") as inside,
    ):
        database = Path(inside) / DATABASE
        _copy_database(folder.database, database)
        unfinished = Path(work) / "unfinished"
        with unfinished.open("wb") as out:
            _write(out, passphrase, _members(folder, database, with_keys=with_keys), random(SALT_BYTES))
            out.flush()
            os.fsync(out.fileno())
        report = check_backup(unfinished, passphrase)
        unfinished.rename(target)
    return report


def check_backup(file: Path, passphrase: str) -> BackupReport:
    """Read a whole backup and compare every member with its manifest; raises `CaseError` at the first difference."""
    return _read_back(file, passphrase, None)


def restore_backup(file: Path, target: Path, passphrase: str) -> CaseFolder:
    """Restore a backup into a new folder; its keys, if it has any, go to their own place unless keys are there."""
    if target.exists():
        raise CaseError(
            "the folder exists", where=str(target), do="Name a new folder; a restore never overwrites a case"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".restore-") as work:
        unfinished = Path(work) / "case"
        unfinished.mkdir(mode=0o700)
        _read_back(file, passphrase, unfinished)
        for name in ("store", "checkpoints", "releases"):
            (unfinished / name).mkdir(exist_ok=True, mode=0o700)
        keys = unfinished / KEYS
        folder = find_folder(unfinished)
        if keys.is_dir():
            _restore_keys(keys, folder.keys)
        unfinished.rename(target)
    return find_folder(target)


def _restore_keys(restored: Path, place: Path) -> None:
    """Put restored keys in their place, all at once; keys that are there already stay as they are.

    They are copied beside their place first (it may be another disk), so that a stopped restore leaves no half of them.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = place.with_name(f".restoring-{place.name}")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(restored, unfinished, copy_function=_copy_synced)
        for path in (unfinished, *unfinished.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)
        unfinished.rename(place)
        sync_folder(place.parent)
    shutil.rmtree(restored)


def _copy_synced(source: str, target: str) -> None:
    """Copy one key, readable to its owner only, and wait until the disk has it."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(Path(source).read_bytes())
        out.flush()
        os.fsync(out.fileno())


def _copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use, by SQLite's own backup."""
    with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
        live.backup(copy)
    copy.close()
    live.close()


def _members(folder: CaseFolder, database: Path, *, with_keys: bool) -> Iterator[tuple[str, Path]]:
    """Yield (name in the backup, file) of all that belongs to a case."""
    yield MARKER, folder.root / MARKER
    yield DATABASE, database
    for part in (folder.store, folder.checkpoints, folder.releases):
        yield from (
            (str(path.relative_to(folder.root)), path) for path in sorted(part.rglob("*")) if _belongs(path, part)
        )
    if with_keys:
        yield from (
            (f"{KEYS}/{path.relative_to(folder.keys)}", path)
            for path in sorted(folder.keys.rglob("*"))
            if path.is_file()
        )


def _belongs(path: Path, part: Path) -> bool:
    """Whether a file is whole: what another command is still writing is left out."""
    first = path.relative_to(part).parts[0]
    unfinished = path.suffix == ".part" or first.startswith(".waiting-") or first == LOCK
    return not unfinished and path.is_file()


def _write(out: BinaryIO, passphrase: str, members: Iterator[tuple[str, Path]], salt: bytes) -> None:
    """Write members and, last, the manifest of their digests."""
    sealed = SealedWriter(out, passphrase, salt)
    manifest: dict[str, str] = {}
    with tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for name, path in members:
            with path.open("rb") as stream:
                manifest[name] = hashlib.file_digest(stream, "sha256").hexdigest()
            info = tarfile.TarInfo(name)
            info.size, info.mode = path.stat().st_size, 0o600
            with path.open("rb") as stream:
                archive.addfile(info, stream)
        data = json.dumps(manifest, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(data), 0o600
        archive.addfile(info, io.BytesIO(data))
    sealed.finish()


def _read_back(file: Path, passphrase: str, into: Path | None) -> BackupReport:
    """Read every member, keep it under `into` if given, and compare all digests with the manifest."""
    found: dict[str, str] = {}
    size, manifest = 0, None
    with file.open("rb") as source:
        reader = SealedReader(source, passphrase, file.name)
        with tarfile.open(fileobj=reader, mode="r|") as archive:
            for member in archive:
                stream = archive.extractfile(member)
                if stream is None or _unsafe(member.name):
                    raise CaseError(
                        "the backup holds something that is not a plain file", where=f"{file.name}: {member.name}"
                    )
                if member.name == MANIFEST:
                    manifest = json.loads(stream.read())
                    continue
                found[member.name] = _take(stream, into / member.name if into else None)
                size += member.size
        reader.read()
    _compare(file.name, manifest, found)
    return BackupReport(len(found), size, any(name.startswith(f"{KEYS}/") for name in found))


def _unsafe(name: str) -> bool:
    """Whether a member's name would lead out of the folder."""
    return name.startswith("/") or ".." in name.split("/")


def _take(stream: IO[bytes], target: Path | None) -> str:
    """Read one member, write it to `target` if given, and return its SHA-256."""
    digest = hashlib.sha256()
    if target is None:
        while block := stream.read(BLOCK):
            digest.update(block)
        return digest.hexdigest()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("xb") as out:
        while block := stream.read(BLOCK):
            digest.update(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _compare(name: str, manifest: dict[str, str] | None, found: dict[str, str]) -> None:
    """Refuse a backup that lacks a member, has one too many, or one with other bytes."""
    if manifest is None:
        raise CaseError("the backup has no manifest", where=name)
    for member in sorted(manifest.keys() | found.keys()):
        if manifest.get(member) != found.get(member):
            raise CaseError(
                "the backup is not complete", where=f"{name}: {member}", got=found.get(member, "missing"),
                expected=manifest.get(member, "not in the manifest"),
            )  # fmt: skip
