"""One data key per protected source, wrapped by the identities key: destroying the wrapped key is erasure."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from witnessmark.custody.disk import sync_folder
from witnessmark.custody.errors import KeyRingError
from witnessmark.custody.sealing import new_key, open_sealed, seal_bytes

_SOURCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")


def wrap(identities: bytes, source: str, key: bytes, *, random: Callable[[int], bytes] = os.urandom) -> bytes:
    """Return the data key of a source, sealed under the identities key for this source alone."""
    return seal_bytes(identities, key, _purpose(source), random=random)


def unwrap(identities: bytes, source: str, wrapped: bytes) -> bytes:
    """Return the data key of a source; raise `SealError` when it is another's or was sealed by another key."""
    return open_sealed(identities, wrapped, _purpose(source))


def _purpose(source: str) -> bytes:
    return b"witnessmark/source-key/v1\0" + source.encode()


class SourceKeys:
    """Wrapped keys of protected sources as files of mode 0600; what they seal is unreadable once they are gone."""

    def __init__(
        self, folder: Path, identities: Callable[[], bytes], *, random: Callable[[int], bytes] = os.urandom
    ) -> None:
        self.folder, self._identities, self._random = folder, identities, random

    def get(self, source: str) -> bytes:
        """Return the data key of a source; raise `KeyRingError` when there is none, or it was destroyed."""
        try:
            wrapped = self._path(source).read_bytes()
        except FileNotFoundError as error:
            raise KeyRingError("there is no key for this source: never made, or destroyed", got=source) from error
        return unwrap(self._identities(), source, wrapped)

    def get_or_create(self, source: str) -> bytes:
        """Return the data key of a source, made now if there was none. A destroyed key is never made again."""
        if self._path(source).exists():
            return self.get(source)
        if self.destroyed(source):
            raise KeyRingError("what this source gave was erased", got=source, do="Record it as a new source")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = new_key(self._random)
        handle = os.open(self._path(source), os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(wrap(self._identities(), source, key, random=self._random))
            out.flush()
            os.fsync(out.fileno())
        sync_folder(self.folder)
        return key

    def destroy(self, source: str) -> None:
        """Erase what a source gave: overwrite and remove its wrapped key, and remember that it is gone.

        Copies of the key in backups made earlier keep what they hold; destroy those too.
        """
        path = self._path(source)
        if not path.exists():
            raise KeyRingError("there is no key to destroy", got=source)
        size = path.stat().st_size
        with path.open("r+b") as out:
            out.write(self._random(size))
            out.flush()
            os.fsync(out.fileno())
        path.rename(self._tomb(source))
        os.truncate(self._tomb(source), 0)
        sync_folder(self.folder)

    def destroyed(self, source: str) -> bool:
        """Whether the key of this source was destroyed."""
        return self._tomb(source).exists()

    def _path(self, source: str) -> Path:
        if not _SOURCE.fullmatch(source):
            raise KeyRingError("this is not the id of a source", got=repr(source), expected="such as O3")
        return self.folder / f"{source}.key"

    def _tomb(self, source: str) -> Path:
        return self._path(source).with_suffix(".destroyed")
