"""Signed notes (C2SP signed-note): a short text, and lines that each sign it with one key."""

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from witnessmark.custody.errors import EncodingError, SignatureError

#: Signature type of plain Ed25519 (C2SP signed-note, "Signature types").
ED25519 = b"\x01"
_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")
_NAME = re.compile(r"[^\s+]+")


@dataclass(frozen=True)
class NoteKey:
    """A private key that signs notes, under the name that stands in its lines."""

    name: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> "NoteVerifier":
        """Return the public half."""
        return NoteVerifier(self.name, self.private.public_key().public_bytes_raw())


@dataclass(frozen=True)
class NoteVerifier:
    """A public key under its name; written down as a vkey `name+hash+base64`."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise EncodingError(
                "a key name has neither spaces nor plus signs", got=repr(self.name), expected="office.example/log"
            )

    @property
    def key_id(self) -> bytes:
        """Return the four bytes that name the key: SHA-256(name, 0x0A, type, key), cut."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """Return the key in the form that is printed and exchanged."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, vkey: str) -> "NoteVerifier":
        """Read a vkey; raise `EncodingError` unless it is written exactly as `vkey` writes it."""
        name, _, rest = vkey.strip().partition("+")
        material = strict_base64(rest.partition("+")[2], what="the key in a vkey")
        if len(material) != 1 + 32 or material[:1] != ED25519:
            raise EncodingError("this vkey holds no Ed25519 key", got=vkey, expected="name+hash+base64")
        key = cls(name, material[1:])
        if key.vkey != vkey.strip():
            raise EncodingError("the hash in this vkey belongs to another key", got=vkey.strip(), expected=key.vkey)
        return key


@dataclass(frozen=True)
class Note:
    """The text that is signed (ends with a line end) and its signature lines as (name, key id, signature)."""

    text: str
    signatures: tuple[tuple[str, bytes, bytes], ...]


def strict_base64(text: str, *, what: str) -> bytes:
    """Return the bytes of standard base64; raise `EncodingError` unless it is the one canonical spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise EncodingError(f"{what} is not base64", got=text[:40], expected="canonical base64") from error
    if base64.b64encode(data).decode() != text:
        raise EncodingError(
            f"{what} is not canonical base64", got=text[-8:], expected=base64.b64encode(data).decode()[-8:]
        )
    return data


def sign_note(text: str, *keys: NoteKey) -> str:
    """Return the note: text, an empty line, one line a key. Co-signers sign the same text."""
    if not text.endswith("\n") or "\n\n" in text or any(ord(c) < 32 and c != "\n" for c in text):  # noqa: PLR2004 - control characters end at 32
        raise EncodingError("this text cannot be signed as a note", got=repr(text[:60]), expected="lines, none empty")
    return text + "\n" + "".join(_line(text, key) for key in keys)


def cosign(note: str, key: NoteKey) -> str:
    """Return the note with one more signature line, as a witness adds it."""
    parsed = parse_note(note)
    return note + _line(parsed.text, key)


def _line(text: str, key: NoteKey) -> str:
    signature = key.public.key_id + key.private.sign(text.encode())
    return f"— {key.name} {base64.b64encode(signature).decode()}\n"


def parse_note(note: str) -> Note:
    """Read a note; raise `EncodingError` when its form is not exactly that of C2SP signed-note."""
    head, separator, tail = note.rpartition("\n\n")
    if not separator or not tail.endswith("\n") or not head:
        raise EncodingError("this is not a signed note", got=repr(note[:60]), expected="text, empty line, signatures")
    lines = tail[:-1].split("\n")
    matches = [_SIGNATURE.fullmatch(line) for line in lines]
    found = []
    for line, match in zip(lines, matches, strict=True):
        if match is None:
            raise EncodingError("this is not a signature line", got=repr(line), expected="— name base64")
        blob = strict_base64(match[2], what="a signature line")
        found.append((match[1], blob[:4], blob[4:]))
    return Note(head + "\n", tuple(found))


def verify_note(note: str, key: NoteVerifier) -> Note:
    """Return the parsed note; raise `SignatureError` unless this key signed it.

    Lines of other keys are allowed and say nothing; two lines of this key must both hold.
    """
    parsed = parse_note(note)
    ours = [signature for name, key_id, signature in parsed.signatures if (name, key_id) == (key.name, key.key_id)]
    if not ours:
        signers = ", ".join(f"{name}+{key_id.hex()}" for name, key_id, _ in parsed.signatures)
        raise SignatureError(
            "the note is not signed by this key", got=signers, expected=f"{key.name}+{key.key_id.hex()}"
        )
    for signature in ours:
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, parsed.text.encode())
        except InvalidSignature as error:
            raise SignatureError(
                "the signature on the note does not hold", got="a false signature", where=key.name
            ) from error
    return parsed
