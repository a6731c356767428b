"""The bundle as a zip, of the one form in which a release is written; every header byte has to be as expected."""

import struct
import zipfile
from collections import Counter
from typing import BinaryIO

from witnessmark.verify.faults import BrokenError, Fault
from witnessmark.verify.names import colliding_names, name_fault

_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX, _VERSION = 3, 20
#: The upper four bits of a Unix mode: symbolic link, plain file.
_LINK_KIND, _FILE_KIND = 0o12, 0o10
_END_LENGTH, _MOST = 22, 0xFFFFFFFF
#: Beyond so many times its own size, plus this much, a zip is a bomb and not a report.
_RATIO, _ALLOWANCE = 100, 64 << 20


class ZipBundle:
    """A bundle in a zip. `files` maps path (below the one top folder, if there is one) to size."""

    def __init__(self, path: str) -> None:
        self.files: dict[str, int] = {}
        self.faults: list[Fault] = []
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, UnicodeDecodeError) as error:
            raise BrokenError("not-a-zip", path, str(error), "the zip of a release") from error
        self._members = self._zip.infolist()
        self._check_members(path)
        self.readable = not self.faults
        self._check_gaps(path)
        top = _top_folder([member.filename for member in self._members])
        self._by_path = {member.filename[len(top) :]: member for member in self._members}
        self.files = {name: member.file_size for name, member in self._by_path.items()}
        self.faults += colliding_names(self.files)

    def _check_members(self, path: str) -> None:
        names = [member.filename for member in self._members]
        if not names:
            raise BrokenError("empty", path, "no members", "a release")
        if len(set(names)) != len(names):
            twice = min(name for name, times in Counter(names).items() if times > 1)
            raise BrokenError("duplicate-member", path, ascii(twice), "each name once")
        if sum(member.file_size for member in self._members) > _RATIO * _size(self._zip) + _ALLOWANCE:
            raise BrokenError("zip-bomb", path, "far more bytes than the zip has", f"at most {_RATIO} times as many")
        if names != sorted(names):
            self.faults.append(Fault("non-canonical", path, "members in another order", "members sorted by name"))
        for member in self._members:
            wrong = name_fault(member.orig_filename) or _member_fault(member)
            if wrong:
                self.faults.append(wrong)

    def _check_gaps(self, path: str) -> None:
        """Everything in the file must belong to a member, and each local header must repeat the central one."""
        stream, at = self._stream(), 0
        if any(max(one.file_size, one.compress_size, one.header_offset) > _MOST for one in self._members):
            raise BrokenError("non-canonical", path, "a member beyond 4 GiB", "a plain zip")
        for member in self._members:
            expected = _local_header(member)
            stream.seek(at)
            if member.header_offset != at or stream.read(len(expected)) != expected:
                raise BrokenError(
                    "non-canonical", path, f"other bytes at {at}", f"the header of {member.orig_filename}"
                )
            at += len(expected) + member.compress_size
        total = _size(self._zip)
        central = b"".join(map(_central_header, self._members))
        stream.seek(at)
        count = len(self._members)
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, len(central), at & _MOST, 0)
        if at + len(central) + _END_LENGTH != total or stream.read() != central + end:
            raise BrokenError(
                "non-canonical", path, "data before, between or after the members", "members and nothing else"
            )

    def _stream(self) -> BinaryIO:
        if self._zip.fp is None:
            raise BrokenError("not-a-zip", str(self._zip.filename), "a closed file", "an open one")
        return self._zip.fp  # type: ignore[return-value]

    def open(self, path: str) -> BinaryIO:
        """Open one of `files` for reading."""
        return self._zip.open(self._by_path[path])  # type: ignore[return-value]

    def close(self) -> None:
        """Close the zip."""
        self._zip.close()


def _size(archive: zipfile.ZipFile) -> int:
    if archive.fp is None:
        return 0
    archive.fp.seek(0, 2)
    return archive.fp.tell()


def _top_folder(names: list[str]) -> str:
    """Return the one folder, with its slash, that all members lie in; empty when there is none."""
    tops = {name.partition("/")[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _member_fault(member: zipfile.ZipInfo) -> Fault | None:
    kind = member.external_attr >> 28
    if kind == _LINK_KIND:
        return Fault("symlink", ascii(member.filename), "a symbolic link", "a plain file")
    if member.is_dir() or kind != _FILE_KIND:
        return Fault("special-file", ascii(member.filename), f"{member.external_attr >> 16:o}", "a plain file")
    got = (
        member.date_time, member.external_attr, member.create_system, member.create_version, member.extract_version,
        member.flag_bits, member.volume, member.internal_attr, member.extra, member.comment, member.reserved,
    )  # fmt: skip
    expected = (_DATE, _MODE, _UNIX, _VERSION, _VERSION, 0, 0, 0, b"", b"", 0)
    if (got, member.compress_type) != (expected, zipfile.ZIP_STORED):
        # Deflate has bits that decide nothing: a stored byte that changes is always seen.
        return Fault("non-canonical", member.filename, f"{got} {member.compress_type}", f"{expected}, stored")
    return None


def _fields(member: zipfile.ZipInfo) -> tuple[int, ...]:
    """Return what both headers of a member say, name length and no extra field included."""
    date = 1 << 5 | 1  # 1980-01-01 in the DOS form
    sizes = (member.CRC, member.compress_size, member.file_size, len(member.orig_filename.encode()), 0)
    return (_VERSION, 0, member.compress_type, 0, date, *sizes)


def _local_header(member: zipfile.ZipInfo) -> bytes:
    return struct.pack("<4s5H3L2H", b"PK\3\4", *_fields(member)) + member.orig_filename.encode()


def _central_header(member: zipfile.ZipInfo) -> bytes:
    """Return the only bytes that may stand for a member in the directory; zipfile passes over some of them."""
    made, rest = _UNIX << 8 | _VERSION, (0, 0, 0, member.external_attr, member.header_offset)
    name = member.orig_filename.encode()
    return struct.pack("<4s6H3L2H3H2L", b"PK\1\2", made, *_fields(member), *rest) + name
