"""What was published before: released versions, and the corrigenda that explain every later change."""

from typing import Literal

import msgspec


class Published(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A released version: its manuscript's name and digest, and the digests of its sentences, in order."""

    version: str
    manuscript: str
    manuscript_sha256: str
    at: str
    sentences: tuple[str, ...] = ()


class Corrigendum(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A numbered, dated, reasoned change of a released version (methodology: Add., Corr., Rev.).

    `of` is the version that it changes, `number` its place in the row of its kind, `findings` those it touches; `changes`
    quotes the sentences that are new or other than they were.
    """

    id: str
    kind: Literal["addendum", "corrigendum", "revision"]
    of: str
    number: int
    date: str
    reason: str
    findings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
