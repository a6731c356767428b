"""Everything that a release is made from, as one value: two equal plans give the same bytes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.custody.commitments import PassageTree
from witnessmark.custody.proofs import LogProof
from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.check import Outcome
from witnessmark.release.redaction import Redaction


class TimeStampAuthority(Protocol):
    """What a release needs of a time stamp authority; `custody.authority.LocalAuthority` is one."""

    @property
    def root(self) -> bytes:
        """The root certificate, PEM."""
        ...

    @property
    def certificate(self) -> bytes:
        """The certificate that signs time stamps, PEM."""
        ...

    def answer(self, asked: bytes) -> bytes:
        """Return the DER TimeStampResp to a DER TimeStampReq."""
        ...


@dataclass(frozen=True, kw_only=True)
class ItemCommitment:
    """The salted commitment of an item's bytes and the index of the log entry that holds it; `salt` is 32 bytes."""

    commitment: str
    salt: bytes = field(repr=False)
    entry: int


@dataclass(frozen=True, kw_only=True)
class TextCommitment:
    """The passage tree of a text as committed at ingest and the index of the log entry that holds its root."""

    tree: PassageTree = field(repr=False)
    entry: int


@dataclass(frozen=True, kw_only=True)
class Proofs:
    """Commitments by internal id, and the log's answer: entry indices → checkpoint with inclusion proofs."""

    items: Mapping[str, ItemCommitment]
    texts: Mapping[str, TextCommitment]
    log: Callable[[Iterable[int]], LogProof]


@dataclass(frozen=True, kw_only=True)
class ReleasePlan:
    """What leaves, decided and proved: nothing in here is asked of the clock, the network or chance later on.

    `source` is the registered manuscript, `evidence` the internal snapshot, `originals` gives the bytes of an item by
    internal id, `redactions` are by internal item id. `outcome` is the checks' result on this manuscript and snapshot.
    `clock` is the time of release with offset, such as 2031-06-30T10:00:00+02:00. `authority` is None when no time
    stamp is wanted, which the record then says; `local_authority` marks one of the office's own, for exercises.
    `verifier` is the source of verify.py; `font_dirs` are searched for characters that the shipped fonts lack.
    """

    version: str
    source: str
    evidence: Evidence
    originals: Callable[[str], bytes]
    proofs: Proofs
    outcome: Outcome
    clock: str
    key: Ed25519PrivateKey = field(repr=False)
    verifier: bytes = field(repr=False)
    protected: Protected = field(default_factory=Protected)
    redactions: Mapping[str, tuple[Redaction, ...]] = field(default_factory=dict)
    authority: TimeStampAuthority | None = None
    local_authority: bool = False
    font_dirs: tuple[Path, ...] = ()
