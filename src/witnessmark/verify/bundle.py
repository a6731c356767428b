"""The bundle as a folder: what lies in it, and its bytes. Links are never followed."""

import os
import stat
from typing import BinaryIO, Protocol

from witnessmark.verify.faults import BrokenError, Fault
from witnessmark.verify.names import colliding_names, name_fault


class Bundle(Protocol):
    """A folder or a zip: its files by path, faults of its form, and a way to read (if it is `readable`)."""

    files: dict[str, int]
    faults: list[Fault]
    readable: bool

    def open(self, path: str) -> BinaryIO:
        """Open one of `files` for reading."""

    def close(self) -> None:
        """Let go of what is held open."""


def read_whole(bundle: Bundle, path: str) -> bytes:
    """Return the bytes of one file; raise `BrokenError` when it is missing."""
    if path not in bundle.files:
        raise BrokenError("missing", path, "no such file", "a file that every release has")
    with bundle.open(path) as stream:
        return stream.read()


class FolderBundle:
    """A bundle in a folder. `files` maps path to size."""

    readable = True

    def __init__(self, root: str) -> None:
        self.root = root
        self.files: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._walk("")
        self.faults += colliding_names(self.files)

    def _walk(self, folder: str) -> None:
        with os.scandir(os.path.join(self.root, folder)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        if not entries:
            self.faults.append(
                Fault("empty-folder", folder or ".", "a folder without files", "only files that are listed")
            )
        for entry in entries:
            self._take(f"{folder}/{entry.name}" if folder else entry.name, entry.stat(follow_symlinks=False))

    def _take(self, path: str, status: os.stat_result) -> None:
        wrong = name_fault(path)
        if wrong:
            self.faults.append(wrong)
        if stat.S_ISDIR(status.st_mode):
            if not wrong:  # a folder that may not be there is not entered: its depth has no bound
                self._walk(path)
        elif stat.S_ISREG(status.st_mode):
            self.files[path] = status.st_size
        elif stat.S_ISLNK(status.st_mode):
            self.faults.append(Fault("symlink", ascii(path), "a symbolic link", "a plain file"))
        else:
            self.faults.append(Fault("special-file", ascii(path), stat.filemode(status.st_mode), "a plain file"))

    def open(self, path: str) -> BinaryIO:
        """Open one of `files` for reading, and nothing that has become a link meanwhile."""
        return open(os.path.join(self.root, path), "rb", buffering=0, opener=_no_link)

    def close(self) -> None:
        """Nothing is held open."""


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))  # Windows has no such flag, and few links
