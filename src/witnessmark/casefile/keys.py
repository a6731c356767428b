"""The keys of one case, unlocked once a process: opening a key costs a guesser, and so us, a quarter of a second."""

import hmac
import time
from collections.abc import Callable
from functools import cached_property
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.casefile.folder import CaseFolder
from witnessmark.custody.errors import SealError
from witnessmark.custody.keys import KeyRing
from witnessmark.custody.note import NoteKey, NoteVerifier
from witnessmark.custody.source_keys import SourceKeys

#: How often, and how long apart, a key is tried that another process is just writing.
WAITS, WAIT_SECONDS = 40, 0.05
_DIGEST_DOMAIN = b"witnessmark/private-digest/v1\0"


class CaseKeys:
    """Log, release and identities key of a case, and the data keys of its protected sources, all outside its folder."""

    def __init__(self, folder: CaseFolder, passphrase: Callable[[], str], random: Callable[[int], bytes]) -> None:
        self.ring = KeyRing(folder.keys, passphrase, random=random)
        self._sources = SourceKeys(folder.keys / "sources", lambda: self.identities, random=random)
        self._data_keys: dict[str, bytes] = {}

    @cached_property
    def identities(self) -> bytes:
        """The secret that wraps the keys of protected sources."""
        return self.ring.secret()

    @cached_property
    def _log(self) -> Ed25519PrivateKey:
        return self.ring.load("log")

    @cached_property
    def release(self) -> Ed25519PrivateKey:
        """The key that signs releases."""
        return self.ring.load("release")

    def log_key(self, origin: str) -> NoteKey:
        """Return the key that signs heads of the custody log, under the log's name."""
        return NoteKey(origin, self._log)

    def log_verifier(self, origin: str) -> NoteVerifier:
        """Return the public half of the log key; needs no passphrase."""
        return NoteVerifier(origin, self.ring.public("log"))

    def data_key(self, label: str, *, create: bool = False) -> bytes:
        """Return the data key of a protected source; raises `KeyRingError` when it was destroyed or never made."""
        if label not in self._data_keys:
            self._data_keys[label] = self._made_or_got(label) if create else self._sources.get(label)
        return self._data_keys[label]

    def _made_or_got(self, label: str) -> bytes:
        """Return a source's key, made now unless there is one; another process may make it at the same moment."""
        try:
            return self._sources.get_or_create(label)
        except (FileExistsError, SealError):
            return self._got_when_whole(label)

    def _got_when_whole(self, label: str) -> bytes:
        """Return a key that another process is writing: its file is there before its bytes are."""
        for _ in range(WAITS):
            try:
                return self._sources.get(label)
            except SealError:
                time.sleep(WAIT_SECONDS)
        return self._sources.get(label)

    def destroyed(self, label: str) -> bool:
        """Whether the data key of a protected source was destroyed."""
        return self._sources.destroyed(label)

    def destroy(self, label: str) -> None:
        """Erase what a source gave, by destroying its data key."""
        self._sources.destroy(label)
        self._data_keys.pop(label, None)

    def keyed_digest(self, data: bytes) -> str:
        """Return a digest that tells nothing to somebody without the identities key."""
        return hmac.new(self.identities, _DIGEST_DOMAIN + data, sha256).hexdigest()
