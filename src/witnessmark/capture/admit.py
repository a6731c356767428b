"""The gate: a file, or bytes out of a mail, is looked at and admitted or refused; nothing is written either way."""

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from witnessmark.capture.archives import check_archive
from witnessmark.capture.errors import (
    EmptyFileError,
    NotAPlainFileError,
    TooLargeError,
    UnknownTypeError,
    WrongExtensionError,
)
from witnessmark.capture.limits import Limits
from witnessmark.capture.media_types import DOCX, XLSX
from witnessmark.capture.names import check_name, fit_name
from witnessmark.capture.pdfs import check_pdf
from witnessmark.capture.sniff import HEAD, TAIL, MediaType, sniff

_CHUNK: Final = 1 << 20
_LIMITS: Final = Limits()
_ZIPPED: Final = frozenset({DOCX, XLSX, "application/zip"})
_TAKEN: Final = "HTML, TXT, Markdown, PDF, DOCX, EML, CSV, XLSX, WARC, pictures, sound and video"


@dataclass(frozen=True)
class Admitted:
    """What was looked at and may be taken in: its name, size, SHA-256 of its bytes, media type and notes.

    `path` is where a file lies, None for bytes that came out of a carrier. Whoever copies it compares the copy's digest
    with `sha256`: the file may have changed since.
    """

    name: str
    size: int
    sha256: str
    media_type: str
    kind: str
    path: Path | None = None
    notes: tuple[str, ...] = ()


def admit_file(path: Path, *, limits: Limits = _LIMITS, accept_mismatch: bool = False) -> Admitted:
    """Look at a file and return what it is, read in one stream; the file is never changed, nor held in memory.

    Raises `NotAPlainFileError`, `EmptyFileError`, `TooLargeError`, `BadNameError`, `UnknownTypeError`, `DamagedFileError`,
    `EncryptedFileError`, `ArchiveBombError`, or `WrongExtensionError` unless `accept_mismatch`, which notes it instead.
    """
    check_name(path.name, limit=limits.name)
    with _open_plain(path) as stream:
        return _look(stream, path.name, path, limits, accept_mismatch=accept_mismatch)


def admit_bytes(data: bytes, name: str, *, limits: Limits = _LIMITS, accept_mismatch: bool = True) -> Admitted:
    """Look at bytes that came in a mail or another carrier; a name unfit to keep is made fit, and that is noted.

    The sender chose name and extension, so a mismatch is noted rather than refused. Raises as `admit_file` does otherwise.
    """
    fit = fit_name(name, limit=limits.name)
    admitted = _look(io.BytesIO(data), fit.name, None, limits, accept_mismatch=accept_mismatch)
    return replace(admitted, notes=(*fit.notes, *admitted.notes))


@contextmanager
def _open_plain(path: Path) -> Iterator[BinaryIO]:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        got = "a symbolic link" if path.is_symlink() else os.strerror(error.errno or 0)
        raise _not_plain(path, got) from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise _not_plain(path, "a folder" if stat.S_ISDIR(mode) else "a device, pipe or socket")
    with os.fdopen(handle, "rb") as stream:
        yield stream


def _not_plain(path: Path, got: str) -> NotAPlainFileError:
    return NotAPlainFileError(
        "only a plain file can be captured", where=ascii(str(path))[1:-1], got=got, expected="a regular file that may be read",
        do="Copy what is meant to a file of its own and capture that",
    )  # fmt: skip


def _look(stream: BinaryIO, name: str, path: Path | None, limits: Limits, *, accept_mismatch: bool) -> Admitted:
    size = stream.seek(0, os.SEEK_END)
    _check_size(size, name, limits)
    head, tail = _ends(stream, size)
    media = sniff(head, tail, name)
    notes = [*media.notes, *_check_content(stream, media, tail, name, limits)]
    _check_type(media, name, accept_mismatch=accept_mismatch)
    digest, read = _digest(stream, limits, name)
    return Admitted(name, read, digest, media.media_type, media.kind, path, tuple(notes))


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size == 0:
        raise EmptyFileError("this file is empty", where=name, expected="at least one byte", do="Get the file again")
    if size > limits.size:
        raise TooLargeError(
            "this file is too large", where=name, got=f"{size} bytes", expected=f"at most {limits.size}",
            do="Split the recording into parts, say so in the context, and capture each",
        )  # fmt: skip


def _ends(stream: BinaryIO, size: int) -> tuple[bytes, bytes]:
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(max(0, size - TAIL))
    return head, stream.read(TAIL)


def _check_content(stream: BinaryIO, media: MediaType, tail: bytes, name: str, limits: Limits) -> tuple[str, ...]:
    stream.seek(0)
    if media.media_type in _ZIPPED:
        check_archive(stream, name=name, limits=limits)
    return check_pdf(stream, tail, name=name) if media.media_type == "application/pdf" else ()


def _check_type(media: MediaType, name: str, *, accept_mismatch: bool) -> None:
    if media.kind in {"unknown", "archive"}:
        raise UnknownTypeError(
            "this kind of file cannot be taken in",
            where=name,
            got=media.media_type or "content of no known kind",
            expected=_TAKEN,
            do="Unpack it and capture what is in it" if media.kind == "archive" else "Convert a copy, and say so in the context",
        )  # fmt: skip
    if media.expected and not accept_mismatch:
        raise WrongExtensionError(
            "the extension does not fit the content", where=name, got=media.media_type, expected=media.expected,
            do="Look at the file; if it is what you mean to keep, capture it again accepting the mismatch, which is noted",
        )  # fmt: skip


def _digest(stream: BinaryIO, limits: Limits, name: str) -> tuple[str, int]:
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        _check_size(size, name, limits)  # the file may grow while it is read
    return digest.hexdigest(), size
