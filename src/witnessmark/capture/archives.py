"""Zipped files: what they would unpack to, told before anything is unpacked."""

import zipfile
import zlib
from typing import IO, Final

from witnessmark.capture.errors import ArchiveBombError, DamagedFileError, EncryptedFileError
from witnessmark.capture.limits import Limits

#: What the standard library raises on damaged or exotic zipped files.
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_ENCRYPTED: Final = 0x1
_ZIP: Final = b"PK\x03\x04"
#: Larger members of an archive within an archive are not opened to look for a further one; they count with their size.
_LOOKED_INTO: Final = 64 << 20


def check_archive(stream: IO[bytes], *, name: str, limits: Limits) -> None:
    """Raise for a zipped file that is damaged, encrypted, or would unpack to more than the limits allow, nested ones too."""
    _check(stream, name, limits, 1, [0])


def _check(stream: IO[bytes], name: str, limits: Limits, depth: int, unpacked: list[int]) -> None:
    try:
        archive = zipfile.ZipFile(stream)
    except _FAULTS as error:
        raise DamagedFileError(
            "this zipped file is damaged", where=name, got=str(error), expected="a whole file", do="Get it again"
        ) from error
    with archive:
        entries = archive.infolist()
        unpacked[0] += sum(entry.file_size for entry in entries)
        _check_sizes(entries, name, limits, unpacked[0])
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise EncryptedFileError(
                "this file is encrypted",
                where=name,
                expected="one without a password",
                do="Ask the source for an open copy",
            )
        _check_nested(archive, name, limits, depth, unpacked)


def _check_sizes(entries: list[zipfile.ZipInfo], name: str, limits: Limits, total: int) -> None:
    packed = sum(entry.compress_size for entry in entries) or 1
    size = sum(entry.file_size for entry in entries)
    faults = (
        (len(entries) > limits.entries, f"{len(entries)} members", f"at most {limits.entries}"),
        (total > limits.unpacked, f"{total} bytes unpacked", f"at most {limits.unpacked}"),
        (
            size > limits.ratio_from and size > limits.ratio * packed,
            f"{size} bytes out of {packed}",
            f"at most {limits.ratio} times",
        ),
    )
    for found, got, expected in faults:
        if found:
            raise ArchiveBombError(
                "this zipped file would unpack to too much", where=name, got=got, expected=expected,
                do="Do not open it; keep it outside the case and ask the source what it is",
            )  # fmt: skip


def _check_nested(archive: zipfile.ZipFile, name: str, limits: Limits, depth: int, unpacked: list[int]) -> None:
    for entry in archive.infolist():
        if entry.file_size < len(_ZIP) or not _is_zip(archive, entry, name):
            continue
        if depth >= limits.depth:
            raise ArchiveBombError(
                "archives lie within archives", where=f"{name}: {entry.filename}", got=f"more than {limits.depth} deep",
                expected=f"at most {limits.depth}", do="Unpack it apart, and capture what is evidence in it",
            )  # fmt: skip
        if entry.file_size <= _LOOKED_INTO:
            with archive.open(entry) as inner:
                _check(inner, f"{name}: {entry.filename}", limits, depth + 1, unpacked)


def _is_zip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bool:
    try:
        with archive.open(entry) as stream:
            return stream.read(len(_ZIP)) == _ZIP
    except _FAULTS as error:
        raise DamagedFileError("a member is damaged", where=f"{name}: {entry.filename}", got=str(error)) from error
