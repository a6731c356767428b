"""What to capture: from the command line, or from a list file (JSON Lines)."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import msgspec

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.services.value_check import check_date
from witnessmark.evidence.dates import PartialDate


class Wanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing to capture: a path or an http(s) address, and what is known of how it was collected.

    `address` is where a saved page comes from; `screenshot` its full-page picture; `collected_at` a time with offset.
    """

    path: str = ""
    url: str = ""
    address: str = ""
    screenshot: str = ""
    collected_at: str = ""
    collector: str = ""
    context: str = ""
    identity_used: str = ""
    source: str = ""
    protected: bool = False
    published: PartialDate | None = None
    accept_mismatch: bool = False
    allow_private: bool = False


def read_list(file: Path) -> Iterator[Wanted]:
    """Yield the entries of a list file; paths in it are relative to it. Raises `CaseError` with the line."""
    for number, line in enumerate(file.read_bytes().removeprefix(BOM_UTF8).splitlines(), 1):
        if not line.strip():
            continue
        try:
            wanted = msgspec.json.decode(line, type=Wanted)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise CaseError(
                "this line does not name a capture", where=f"{file} line {number}", got=str(error),
                expected='{"path": …, "address": …, "collected_at": …, "collector": …}',
            ) from error  # fmt: skip
        _check(wanted, f"{file} line {number}")
        changes = {
            name: str(file.parent / value) for name in ("path", "screenshot") if (value := getattr(wanted, name))
        }
        yield msgspec.structs.replace(wanted, **changes)


def expand(wanted: Wanted) -> Iterator[Wanted]:
    """Yield a folder's files one by one, in order of their names; anything else as it is."""
    path = Path(wanted.path)
    if not wanted.path or path.is_symlink() or not path.is_dir():
        yield wanted
        return
    for file in sorted(_files(path)):
        yield msgspec.structs.replace(wanted, path=str(file))


def _files(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and below, but folders; one that may not be read raises, it is not passed over."""
    for place, folders, names in os.walk(folder, onerror=_raise):
        yield from (Path(place, name) for name in names)
        yield from (Path(place, name) for name in folders if Path(place, name).is_symlink())


def _raise(error: OSError) -> None:
    raise error


def _check(wanted: Wanted, where: str) -> None:
    """Refuse an entry that names nothing or two things, and a date that is none."""
    if bool(wanted.path) == bool(wanted.url):
        raise CaseError("a line names one thing to capture", where=where, expected="either path or url")
    if wanted.published is not None:
        check_date(where, wanted.published)
