"""What is trusted: only what comes from outside the bundle."""

from dataclasses import dataclass

from witnessmark.verify.faults import BrokenError
from witnessmark.verify.jsonform import hash_from, list_of, load_json, text_of
from witnessmark.verify.keys import ReleaseKey, parse_key
from witnessmark.verify.note import parse_vkey

TRUST_FORMAT = "witnessmark-trust/1"
_PREFIX = "SHA256:"
_FINGERPRINT_LENGTH = len(_PREFIX) + 43
_FIELDS = {"format", "release_key", "log_key", "tsa"}


@dataclass(frozen=True)
class Trust:
    """The signer's key or its fingerprint, the log's key, and certificates of time stamp authorities (SHA-256, hex)."""

    key: ReleaseKey | None = None
    fingerprint: str = ""
    log_key: str = ""
    tsa: tuple[str, ...] = ()

    @property
    def names_signer(self) -> bool:
        """Whether anything from outside says who must have signed."""
        return self.key is not None or bool(self.fingerprint)


def parse_fingerprint(text: str) -> str:
    """Return a fingerprint as `ssh-keygen -l` prints it; raise `BrokenError` for anything shorter or other."""
    for word in text.split():
        if word.startswith(_PREFIX) and len(word) == _FINGERPRINT_LENGTH:
            return word
    raise BrokenError("wrong-key-form", "the fingerprint", text[:80], "SHA256: and 43 characters")


def parse_trust(data: bytes, where: str) -> Trust:
    """Return what a policy file from outside says; a field that it does not know raises `BrokenError`."""
    record = load_json(data, where, TRUST_FORMAT)
    if set(record) - _FIELDS:
        raise BrokenError("wrong-field", where, ", ".join(sorted(set(record) - _FIELDS)), ", ".join(sorted(_FIELDS)))
    signer = text_of(record, "release_key", where) if "release_key" in record else ""
    by_print = signer.startswith(_PREFIX)
    log_key = text_of(record, "log_key", where) if "log_key" in record else ""
    if log_key:
        parse_vkey(log_key, where)
    authorities = list_of(record, "tsa", where) if "tsa" in record else []
    return Trust(
        key=parse_key(signer, where) if signer and not by_print else None,
        fingerprint=parse_fingerprint(signer) if by_print else "",
        log_key=log_key,
        tsa=tuple(hash_from(value, where).hex() for value in authorities),
    )


def merged(first: Trust, second: Trust) -> Trust:
    """Return both together; two that name different signers raise `BrokenError`."""
    key, fingerprint = first.key or second.key, first.fingerprint or second.fingerprint
    for named in (first, second):
        if named.key and key and named.key.raw != key.raw:
            raise BrokenError("wrong-key-form", "the signer", named.key.fingerprint, key.fingerprint)
        if named.fingerprint and named.fingerprint != fingerprint:
            raise BrokenError("wrong-key-form", "the signer", named.fingerprint, fingerprint)
    if key and fingerprint and key.fingerprint != fingerprint:
        raise BrokenError("wrong-key-form", "the signer", key.fingerprint, fingerprint)
    return Trust(key, fingerprint, first.log_key or second.log_key, (*first.tsa, *second.tsa))
