"""A stream sealed by a passphrase: chunks of AES-256-GCM, numbered, the last one marked, so that none can be lost.

Layout: one header line of JSON (format, scrypt cost, salt), then for each chunk its length (four bytes, the
highest bit marks the last) and its ciphertext. Number and mark of a chunk are bound in: chunks cannot be swapped,
dropped or cut off without failing.
"""

import io
import json
import struct
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from witnessmark.casefile.errors import CaseError

FORMAT: Final = "witnessmark-backup/1"
CHUNK: Final = 1 << 20
TAG: Final = 16
LAST: Final = 1 << 31
#: Memory and time that one guess of the passphrase costs: 128 MiB. A file that asks for other costs is refused.
SCRYPT_N: Final = 1 << 17
SALT_BYTES: Final = 16
HEADER_LIMIT: Final = 1024


class SealedWriter(io.RawIOBase):
    """Write plain bytes, get sealed chunks in `target`; `finish` writes the last chunk."""

    def __init__(self, target: BinaryIO, passphrase: str, salt: bytes) -> None:
        super().__init__()
        self._target, self._buffer, self._index = target, bytearray(), 0
        self._cipher = AESGCM(_key(passphrase, salt))
        header = {"format": FORMAT, "scrypt_n": SCRYPT_N, "salt": salt.hex()}
        target.write(json.dumps(header).encode() + b"\n")

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take plain bytes."""
        self._buffer += data
        while len(self._buffer) > CHUNK:
            self._seal(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Write what is left as the last chunk."""
        self._seal(bytes(self._buffer), last=True)
        self._buffer.clear()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._index), plain, _bound(self._index, last=last))
        self._target.write(struct.pack(">I", len(sealed) | (LAST if last else 0)) + sealed)
        self._index += 1


class SealedReader(io.RawIOBase):
    """Read plain bytes out of a sealed stream; raises `CaseError` for a wrong passphrase or changed bytes."""

    def __init__(self, source: BinaryIO, passphrase: str, name: str) -> None:
        super().__init__()
        self._source, self._name, self._plain, self._index, self._done = source, name, b"", 0, False
        self._cipher = AESGCM(_key(passphrase, _salt(source, name)))

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` plain bytes (all that is left when negative), b"" at the end."""
        parts = []
        while size != 0:
            if not self._plain:
                if self._done:
                    break
                self._open_chunk()
                continue
            part = self._plain if size < 0 else self._plain[:size]
            self._plain = self._plain[len(part) :]
            size -= len(part) if size > 0 else 0
            parts.append(part)
        return b"".join(parts)

    def _open_chunk(self) -> None:
        head = self._source.read(4)
        length = struct.unpack(">I", head)[0] if len(head) == 4 else 0  # noqa: PLR2004 - a length takes four bytes
        last, length = bool(length & LAST), length & ~LAST
        sealed = self._source.read(length) if TAG <= length <= CHUNK + TAG else b""
        try:
            self._plain = self._cipher.decrypt(_nonce(self._index), sealed, _bound(self._index, last=last))
        except (InvalidTag, ValueError) as error:
            raise CaseError(
                "the backup does not open", where=f"{self._name}, chunk {self._index}", got="changed or cut-off bytes",
                expected="the passphrase it was made with, and every byte as it was written",
            ) from error  # fmt: skip
        if last and self._source.read(1):
            raise CaseError("bytes follow the end of the backup", where=self._name)
        self._index, self._done = self._index + 1, last


def _salt(source: BinaryIO, name: str) -> bytes:
    """Read the header line and return its salt."""
    try:
        header = json.loads(source.readline(HEADER_LIMIT))
        found, salt = (header["format"], header["scrypt_n"]), bytes.fromhex(header["salt"])
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError("this is not a backup", where=name, got=str(error), expected=FORMAT) from error
    if found != (FORMAT, SCRYPT_N):
        raise CaseError("this is another kind of backup", where=name, got=str(found), expected=str((FORMAT, SCRYPT_N)))
    return salt


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=SCRYPT_N, r=8, p=1).derive(passphrase.encode())


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")


def _bound(index: int, *, last: bool) -> bytes:
    return b"witnessmark-backup/1 %d %d" % (index, last)
