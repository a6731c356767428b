"""The content-addressed store: original bytes under the name of their own SHA-256, written once, never overwritten."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from witnessmark.custody.disk import sync_folder
from witnessmark.custody.errors import StoreError

_NAME = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20
#: Half-written files carry this ending until they are complete, on disk and named.
_TEMPORARY = ".part"


@dataclass(frozen=True)
class Stored:
    """What was stored: SHA-256 of the bytes as hex, and how many; `new` is False when the store held them already."""

    sha256: str
    size: int
    new: bool = True


class Store:
    """Bytes by their SHA-256 below `root`, as `ab/cdef…`, mode 0400 in folders of mode 0700."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, source: BinaryIO | bytes, *, progress: Callable[[int], None] = lambda _: None) -> Stored:
        """Copy a stream (or bytes) into the store and return its digest and size; memory use does not grow with size.

        The bytes are on disk, and their folder entry too, before this returns. Bytes already held are read
        again and compared, never overwritten. `progress` is told how many bytes were copied so far.
        """
        stream = BytesIO(source) if isinstance(source, bytes) else source
        self._folder(self.root)
        temporary = self._temporary()
        try:
            digest, size = _copy(stream, temporary, progress)
            new = self._settle(temporary, digest)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            do = (
                "Free disk space and try again" if full else "Check that this folder can be written and take hard links"
            )
            raise StoreError("the bytes could not be kept", where=str(self.root), got=str(error), do=do) from error
        finally:
            temporary.unlink(missing_ok=True)
        return Stored(digest, size, new)

    def __contains__(self, digest: str) -> bool:
        return os.path.lexists(self.path(digest))

    def path(self, digest: str) -> Path:
        """Return where bytes with this SHA-256 lie, whether they are held or not."""
        if not _NAME.fullmatch(digest):
            raise StoreError("this is not a SHA-256", got=repr(digest), expected="64 lower-case hex digits")
        return self.root / digest[:2] / digest[2:]

    @contextmanager
    def open(self, digest: str) -> Iterator[BinaryIO]:
        """Open held bytes for reading, without checking them: `verify` does, and `read`."""
        path = self.path(digest)
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        except FileNotFoundError as error:
            raise StoreError("the store does not hold these bytes", where=str(self.root), got=digest) from error
        except OSError as error:
            raise StoreError("a stored file cannot be opened", where=str(path), got=str(error)) from error
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise StoreError("a stored file is no plain file", where=str(path))
            yield stream

    def read(self, digest: str) -> bytes:
        """Return held bytes; raise `StoreError` when they have changed since."""
        with self.open(digest) as stream:
            data = stream.read()
        found = sha256(data).hexdigest()
        if found != digest:
            raise self._rotten(digest, found)
        return data

    def verify(self, digest: str) -> int:
        """Read held bytes again and return their size; raise `StoreError` when they have changed since."""
        hashed, size = sha256(), 0
        with self.open(digest) as stream:
            while chunk := stream.read(_CHUNK):
                hashed.update(chunk)
                size += len(chunk)
        if hashed.hexdigest() != digest:
            raise self._rotten(digest, hashed.hexdigest())
        return size

    def sha256s(self) -> list[str]:
        """Return the digests of all that is held, sorted; a file that does not belong there raises `StoreError`."""
        found = []
        for path in sorted(self.root.glob("*/*")):
            digest = path.parent.name + path.name
            if not _NAME.fullmatch(digest) or path.is_symlink():
                raise StoreError("a file in the store is not the store's own", where=str(path), do="Move it away")
            found.append(digest)
        return found

    def clean(self) -> int:
        """Remove what a killed run left half-written and return how many files that were.

        Call it only while nothing else writes to the store.
        """
        left = [path for path in self.root.glob(f"*{_TEMPORARY}") if path.is_file()]
        for path in left:
            path.unlink()
        return len(left)

    def _rotten(self, digest: str, found: str) -> StoreError:
        return StoreError(
            "stored bytes have changed",
            where=str(self.path(digest)),
            got=found,
            expected=digest,
            do="Restore this file from a backup; do not cite it until then",
        )

    def _folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink():
            raise StoreError("the store refuses links", where=str(folder))

    def _temporary(self) -> Path:
        return self.root / f"{os.getpid()}-{os.urandom(8).hex()}{_TEMPORARY}"

    def _settle(self, temporary: Path, digest: str) -> bool:
        """Give a complete file its name; return False when the store held the bytes already."""
        target = self.path(digest)
        self._folder(target.parent)
        try:
            os.link(temporary, target)  # unlike rename, a link never replaces what is there
        except FileExistsError:
            self.verify(digest)
            return False
        sync_folder(target.parent)
        sync_folder(self.root)
        return True


def _copy(stream: BinaryIO, target: Path, progress: Callable[[int], None]) -> tuple[str, int]:
    hashed, size = sha256(), 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o400)
    with os.fdopen(handle, "wb") as out:
        while chunk := stream.read(_CHUNK):
            hashed.update(chunk)
            out.write(chunk)
            size += len(chunk)
            progress(size)
        out.flush()
        os.fsync(out.fileno())
    return hashed.hexdigest(), size
