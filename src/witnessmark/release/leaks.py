"""The last gate: no protected name, in any script or encoding, and no bare digest of protected content leaves."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from witnessmark.evidence.protected import Protected
from witnessmark.release.errors import ReleaseRefusedError
from witnessmark.release.near import identities_in
from witnessmark.release.readable import readable
from witnessmark.release.redact_text import begins_word, lowered
from witnessmark.text.fold import fold
from witnessmark.text.scripts import name_key

#: Encodings in which names are looked for in bytes that no reader of ours opens.
ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "cp1256", "koi8-r", "cp866", "iso8859-6", "gb18030")
#: Shorter keys, folded across spaces and marks, meet in ordinary words.
KEY_LENGTH: Final = 7
#: Fewer bytes than this are found by chance in pictures and sound.
BYTES_LENGTH: Final = 6
SHOWN: Final = 5


@dataclass(frozen=True, kw_only=True)
class Leak:
    """A protected person or digest in a file: which source's, and where; never the name itself."""

    path: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Guarded:
    """What may not leave: protected persons, staff who sign nothing, and `secret`, whose digests may not either.

    `shown` are names that the release shows (pseudonyms, bodies): words of theirs are no part of a protected name.
    `secret` are protected originals and texts, as bytes.
    """

    protected: Protected = field(default_factory=Protected)
    staff: frozenset[str] = frozenset()
    shown: tuple[str, ...] = ()
    secret: tuple[bytes, ...] = field(default=(), repr=False)


def refuse_leaks(files: Mapping[str, bytes], guarded: Guarded, *, parts: bool = False) -> None:
    """Raise `ReleaseRefusedError` when anything that leaves names a protected person or holds a digest of a secret.

    `parts` counts a first or family name alone too. The message tells the file and the source, not the name.
    """
    digests = [form for data in guarded.secret if data for form in digest_forms(data)]
    found = [
        leak for path, data in sorted(files.items()) for leak in leaks_in(path, data, guarded, digests, parts=parts)
    ]
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise ReleaseRefusedError(
            "the release would give away what is protected",
            got="; ".join(f"{leak.what} in {leak.path}" for leak in found[:SHOWN]) + more, expected="nothing of the kind",
            do="Redact the item or change the sentence; then check again",
        )  # fmt: skip


def digest_forms(data: bytes) -> list[bytes]:
    """Return the SHA-256 of the data in the forms in which a digest is written."""
    digest = hashlib.sha256(data).digest()
    coded = base64.b64encode(digest)
    return [
        digest.hex().encode(),
        digest.hex().upper().encode(),
        coded,
        base64.urlsafe_b64encode(digest),
        coded.rstrip(b"="),
    ]


def leaks_in(path: str, data: bytes, guarded: Guarded, digests: Iterable[bytes], *, parts: bool = False) -> list[Leak]:
    """Return what one file gives away, its name included."""
    found = [Leak(path=path, what="the digest of something protected") for form in digests if form in data]
    texts = list(dict.fromkeys([path, *readable(data)]))
    searched = [lowered(fold(text).text) for text in texts]
    keys = [name_key(text) for text in texts]
    protected = guarded.protected
    close = {source for text in texts for source in identities_in(text, protected, guarded.shown, parts=parts)}
    found += [
        Leak(path=path, what=f"a name of the protected source {person.source or 'without number'}")
        for person in protected.persons
        if person.source in close or any(named_in(name, data, searched, keys) for name in person.names)
    ]
    if any(named_in(name, data, searched, ()) for name in guarded.staff):
        found.append(Leak(path=path, what="a name of a member of staff who signs nothing"))
    return found


def named_in(name: str, data: bytes, searched: Iterable[str], keys: Iterable[str]) -> bool:
    """Tell whether a name stands in the texts of a file or in its bytes."""
    needle, key = lowered(fold(name).text.strip()), name_key(name)
    if needle and any(begins_somewhere(text, needle) for text in searched):
        return True
    if len(key) >= KEY_LENGTH and any(key in text for text in keys):
        return True
    return any(form in data for form in byte_forms(name))


def begins_somewhere(text: str, needle: str) -> bool:
    """Tell whether the needle stands in the text and not merely inside a word of a script without prefixes."""
    at = text.find(needle)
    while at >= 0:
        if begins_word(text, at):
            return True
        at = text.find(needle, at + 1)
    return False


def byte_forms(name: str) -> Iterable[bytes]:
    """Yield the name in each encoding that can write it, where that is too long to be met by chance."""
    for encoding in ENCODINGS:
        form = name.encode(encoding, errors="ignore")
        if len(form) >= BYTES_LENGTH and form.decode(encoding, errors="ignore") == name:
            yield form
