"""Reading protected identities, and keeping their names out of the fields that stand open."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import ProtectedIdentity, SourceKey
from witnessmark.casefile.services.protection import erased, unseal_json
from witnessmark.casefile.services.verdict_values import Identity
from witnessmark.casefile.session import Session

IDENTITY_PURPOSE = "identity"


def identity_of(session: Session, kept: ProtectedIdentity) -> Identity:
    """Open a protected identity."""
    return msgspec.convert(unseal_json(session, kept.key, kept.sealed, IDENTITY_PURPOSE), Identity)


def refuse_names(session: Session, key: SourceKey | None, where: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Refuse words for a record's open fields that hold a protected name of the source that the key belongs to."""
    kept = ProtectedIdentity.objects.filter(key=key).first() if key is not None else None
    if kept is None or erased(session, kept.key):
        return
    refuse_held(identity_of(session, kept), where, value)


def refuse_held(identity: Identity, where: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Refuse words that hold one of these names; which one is not repeated."""
    names = [_plain(name) for name in identity.names if name.strip()]
    if any(name in _plain(words) for words in _words(value) for name in names):
        raise JudgementError(
            "an open field would hold a protected name", where=where, got="a name of the protected source",
            expected="a pseudonym: these fields are not sealed, and may be published",
        )  # fmt: skip


def _plain(text: str) -> str:
    """Return a text as it is compared: compatibility forms and case do not tell names apart."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _words(part)
