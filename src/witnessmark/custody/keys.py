"""The key ring: three separate keys, wrapped by a passphrase, outside the case folder."""

import base64
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from witnessmark.custody.canonical import canonical
from witnessmark.custody.disk import sync_folder
from witnessmark.custody.errors import KeyRingError, PassphraseError, SealError
from witnessmark.custody.note import NoteKey
from witnessmark.custody.sealing import KEY_BYTES, open_sealed, seal_bytes

KeyName = Literal["log", "release", "identities"]
KEY_NAMES: tuple[KeyName, ...] = ("log", "release", "identities")
#: Memory and time a guess costs (RFC 7914): 64 MiB. Key files with less are refused.
_SCRYPT_N = 2**16
_SCRYPT_LEAST = 2**15
#: A changed key file must not be able to make us claim gigabytes.
_SCRYPT_MOST = 2**20
_SCRYPT_R = 8
_SALT_BYTES = 16
_FORMAT = "witnessmark-key/1"


class KeyRing:
    """Keys `log` and `release` (Ed25519) and `identities` (32-byte secret) in a folder of mode 0700, files 0600.

    `passphrase` is called when a key is made or loaded: it may ask a person, or on a server read the environment.
    """

    def __init__(
        self, folder: Path, passphrase: Callable[[], str], *, random: Callable[[int], bytes] = os.urandom
    ) -> None:
        self.folder, self._passphrase, self._random = folder, passphrase, random

    def create(self) -> None:
        """Make all three keys; a key that exists already is an error and nothing is made."""
        for name in KEY_NAMES:
            if self.path(name).exists():
                raise KeyRingError(
                    "this key exists already", where=str(self.path(name)), do="Use it, or another folder"
                )
        passphrase = self._passphrase()
        if not passphrase:
            raise PassphraseError("an empty passphrase protects nothing", do="Choose several random words")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in KEY_NAMES:
            self._write(name, self._random(KEY_BYTES), passphrase)
        sync_folder(self.folder)

    def exists(self) -> bool:
        """Whether all three keys are there."""
        return all(self.path(name).exists() for name in KEY_NAMES)

    def path(self, name: KeyName) -> Path:
        """Return the file of a key."""
        return self.folder / f"{name}.key"

    def load(self, name: KeyName) -> Ed25519PrivateKey:
        """Return a signing key; raise `PassphraseError` when the passphrase does not open it."""
        if name == "identities":
            raise KeyRingError("the identities key does not sign", do="Use `secret`")
        return Ed25519PrivateKey.from_private_bytes(self._open(name))

    def secret(self) -> bytes:
        """Return the identities key, 32 bytes, which wraps the keys of protected sources."""
        return self._open("identities")

    def public(self, name: KeyName) -> bytes:
        """Return the 32 bytes of a public key; needs no passphrase."""
        if name == "identities":
            raise KeyRingError("the identities key has no public half")
        return base64.b64decode(self._read(name)["public"])

    def note_key(self, origin: str) -> NoteKey:
        """Return the log's key under its name, ready to sign checkpoints."""
        return NoteKey(origin, self.load("log"))

    def _write(self, name: KeyName, secret: bytes, passphrase: str) -> None:
        salt = self._random(_SALT_BYTES)
        record = {"format": _FORMAT, "name": name, "public": _public(name, secret), "n": _SCRYPT_N, "salt": salt.hex()}
        sealed = seal_bytes(_stretch(passphrase, salt, _SCRYPT_N), secret, canonical(record), random=self._random)
        data = json.dumps(record | {"sealed": base64.b64encode(sealed).decode()}, indent=1) + "\n"
        handle = os.open(self.path(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())

    def _open(self, name: KeyName) -> bytes:
        record = self._read(name)
        sealed = base64.b64decode(record.pop("sealed"))
        stretched = _stretch(self._passphrase(), bytes.fromhex(record["salt"]), record["n"])
        try:
            secret = open_sealed(stretched, sealed, canonical(record))
        except SealError as error:
            raise PassphraseError(
                "the passphrase does not open this key",
                where=str(self.path(name)),
                do="Try again; a lost passphrase cannot be recovered, only a backup with another one",
            ) from error
        if _public(name, secret) != record["public"]:
            raise KeyRingError("the public half does not belong to this key", where=str(self.path(name)))
        return secret

    def _read(self, name: KeyName) -> dict[str, Any]:
        path = self.path(name)
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError as error:
            raise KeyRingError(
                "there is no such key", where=str(path), do="Make the keys with `witnessmark keys`"
            ) from error
        if not stat.S_ISREG(mode) or mode & 0o077:
            got, expected = stat.filemode(mode), "-rw------- (only its owner reads it)"
            raise KeyRingError("a key file is open to others", where=str(path), got=got, expected=expected)
        try:
            return _checked(json.loads(path.read_bytes()), name)
        except (ValueError, KeyError, TypeError) as error:
            raise KeyRingError("this is not a key file", where=str(path), got=str(error), expected=_FORMAT) from error


def _checked(record: dict[str, Any], name: KeyName) -> dict[str, Any]:
    if record["format"] != _FORMAT or record["name"] != name:
        raise ValueError(f"{record['format']} of {record['name']}")
    if not _SCRYPT_LEAST <= record["n"] <= _SCRYPT_MOST:
        raise ValueError(f"scrypt n={record['n']}")
    bytes.fromhex(record["salt"])
    base64.b64decode(record["sealed"], validate=True)
    base64.b64decode(record["public"], validate=True)
    return record


def _stretch(passphrase: str, salt: bytes, n: int) -> bytes:
    return Scrypt(salt=salt, length=KEY_BYTES, n=n, r=_SCRYPT_R, p=1).derive(passphrase.encode())


def _public(name: KeyName, secret: bytes) -> str:
    if name == "identities":
        return ""
    return base64.b64encode(Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()).decode()
