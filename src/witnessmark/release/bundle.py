"""The closed-world folder and its zip: built beside their final place, read back, then renamed into it."""

import os
import re
import shutil
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from witnessmark.release.errors import BundleError

#: Rules of docs/release-format.md, "Names".
_PART: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
_LONGEST_PATH: Final = 240
SUMS: Final = "SHA256SUMS"
SEAL: Final = "seal/"
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
_FILE_MODE: Final = 0o100644 << 16
_UNIX: Final = 3
#: Past these the zip format needs extensions that old tools do not read: the release is passed on as a folder.
ZIP_BYTES: Final = 4 * 1024**3 - 1
ZIP_MEMBERS: Final = 65_535


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return SHA256SUMS as `sha256sum` writes it: every file but itself and the seal, sorted by path, byte by byte."""
    listed = sorted(path for path in files if path != SUMS and not path.startswith(SEAL))
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in listed).encode("ascii")


def check_names(paths: Mapping[str, bytes]) -> None:
    """Raise `BundleError` unless every path is safe on every system and no two differ by case alone."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        good = len(path) <= _LONGEST_PATH and all(_PART.fullmatch(part) for part in path.split("/"))
        other = seen.setdefault(path.lower(), path)
        if not good or other != path:
            raise BundleError(
                "a file of the bundle has a name that does not travel", got=ascii(path),
                expected="parts of A-Z a-z 0-9 . _ -, no two equal but for case",
            )  # fmt: skip


def building(out: Path) -> Path:
    """Return the folder in which a bundle is built; what an interrupted run left there is removed."""
    folder = out.with_name(f".{out.name}.building")
    if folder.is_symlink() or folder.is_file():
        raise BundleError("something else lies where the bundle is built", where=str(folder), do="Remove it")
    if folder.exists():
        shutil.rmtree(folder)
    return folder


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write every file, each synced to disk, into a folder that must not exist yet."""
    check_names(files)
    folder.mkdir(parents=True)
    for path, data in sorted(files.items()):
        target = folder / PurePosixPath(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    for part in {folder, *(path for path in folder.rglob("*") if path.is_dir())}:
        sync(part)


def sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_back(files: Mapping[str, bytes], folder: Path) -> None:
    """Raise `BundleError` unless the folder holds exactly these files with these bytes."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if found != set(files):
        raise BundleError("the folder does not hold what was written", got=f"{sorted(found ^ set(files))[:5]} differ")
    for path, data in files.items():
        if (folder / path).read_bytes() != data:
            raise BundleError("a file reads back otherwise than it was written", where=path, do="Check the disk")


def write_zip(files: Mapping[str, bytes], top: str, path: Path) -> None:
    """Write the zip: members sorted and stored in one top folder, one date, one mode, nothing else in it."""
    if not fits_zip(files):
        raise BundleError("the release is too large for a zip", got=f"{len(files)} files", do="Pass the folder on")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(f"{top}/{name}", date_time=_OLDEST)
            member.external_attr, member.create_system = _FILE_MODE, _UNIX
            archive.writestr(member, files[name])
    with path.open("rb") as written:
        os.fsync(written.fileno())


def fits_zip(files: Mapping[str, bytes]) -> bool:
    """Tell whether the files can go into a plain zip; a reserve is kept for names and the directory."""
    reserve = sum(2 * len(path) + 400 for path in files)
    return sum(map(len, files.values())) + reserve < ZIP_BYTES and len(files) < ZIP_MEMBERS


def publish(files: Mapping[str, bytes], folder: Path, out: Path) -> Path | None:
    """Put zip and folder in their final place and return the zip; None when it would be too large for one.

    The folder comes last: its rename is what makes the release exist.
    """
    archive = zip_path(out) if fits_zip(files) else None
    if archive is not None:
        part = out.with_name(f".{out.name}.zip.building")
        write_zip(files, out.name, part)
        part.replace(archive)
    folder.rename(out)
    sync(out.parent)
    return archive


def zip_path(out: Path) -> Path:
    """Return where the zip of a release folder lies."""
    return out.with_name(f"{out.name}.zip")
