"""Archives of pages, read member by member and never unpacked: a zip, and the WARC of a crawl."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Final

from witnessmark.capture.sniff import HEAD, TAIL, sniff
from witnessmark.cli.sources import SIZE_LIMIT, Opened, SourceError, opened
from witnessmark.evidence.errors import WitnessmarkError

#: Where a member is in its archive: the byte at which its record starts.
Offset = int
_ENCRYPTED: Final = 0x1
#: The folder that a file manager adds, and nobody wrote.
_MACOS: Final = "__MACOSX"
#: What the standard library raises on damaged or exotic zip files.
_ZIP_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Archive:
    """How one kind of archive is read.

    `is_one` tells whether a file is one. `members` yields name and offset of each and counts what it leaves aside; the name ""
    stands for the file itself, and without an offset it is read as any other file. `open` gives a member's bytes.
    """

    is_one: Callable[[Path], bool]
    members: Callable[[Path, Counter[str]], Iterator[tuple[str, Offset | None]]]
    open: Callable[[Path, Offset, str], Opened]


def _is_zip(path: Path) -> bool:
    """Tell whether a file is a zip and no document in the form of one, such as DOCX."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            stream.seek(max(0, stream.seek(0, 2) - TAIL))
            return sniff(head, stream.read()).media_type == "application/zip" and zipfile.is_zipfile(path)
    except OSError:
        return False  # reading it as a file says what is wrong


@lru_cache(maxsize=1)
def _index(path: Path, _changed: int) -> dict[Offset, zipfile.ZipInfo]:
    """Return the members of a zip by their offsets; kept for the next member, since an index may have thousands."""
    with zipfile.ZipFile(path) as archive:
        return {entry.header_offset: entry for entry in archive.infolist() if not entry.is_dir()}


def _zip_members(path: Path, aside: Counter[str]) -> Iterator[tuple[str, Offset | None]]:
    try:
        entries = _index(path, path.stat().st_mtime_ns)
    except (*_ZIP_FAULTS, OSError):
        yield "", None
        return
    for offset, entry in entries.items():
        if any(part.startswith(".") or part == _MACOS for part in PurePosixPath(entry.filename).parts):
            aside["hidden"] += 1
        else:
            yield entry.filename, offset


def _open_in_zip(path: Path, at: Offset, name: str) -> Opened:
    """Return a member's bytes, never more of them than a file may have, whatever its header says."""
    entry = _index(path, path.stat().st_mtime_ns).get(at)
    if entry is None:
        raise SourceError("this archive has changed while it was read", where=name)
    if entry.flag_bits & _ENCRYPTED:
        raise SourceError("this member is encrypted", where=name, do="Unpack it with its password, then read it")
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive, archive.open(entry) as member:
            return opened(member.read(SIZE_LIMIT + 1), name, "")
    except _ZIP_FAULTS as error:
        raise SourceError("this member is damaged", where=name, got=str(error), do="Get the archive again") from error


def _warc_members(path: Path, _aside: Counter[str]) -> Iterator[tuple[str, Offset | None]]:
    """Yield the pages of a crawl; a WARC of one fetch, and one that breaks off, is also read as a file, which tells why."""
    from witnessmark.reading.warc import pages_of

    alone: Offset | None = None
    with path.open("rb") as stream:
        pages = pages_of(stream)
        try:
            first = list(islice(pages, 2))
            if len(first) > 1:
                yield from ((address, at) for at, address in chain(first, pages))
                return
            alone = first[0][0] if first and path.suffix.lower() == ".gz" else None
        except WitnessmarkError:
            alone = None
    yield "", alone


def _open_in_warc(path: Path, at: Offset, name: str) -> Opened:
    from witnessmark.reading.warc import page_at

    with path.open("rb") as stream:
        page = page_at(stream, at)
    return Opened(page.data, page.media_type, name, page.address)


_WARC: Final = Archive(is_one=Path.is_file, members=_warc_members, open=_open_in_warc)
_ZIP: Final = Archive(is_one=_is_zip, members=_zip_members, open=_open_in_zip)
#: How the name ends → how it is read.
ARCHIVES: Final = {".zip": _ZIP, ".warc": _WARC, ".warc.gz": _WARC}


def archive_of(path: str) -> Archive | None:
    """Return how a file is read if its name says that it is an archive."""
    return next((kind for ending, kind in ARCHIVES.items() if path.lower().endswith(ending)), None)
