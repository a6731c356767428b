"""Proofs as a release carries them (docs/release-format.md): of the log, of items, of cited passages."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from witnessmark.custody.commitments import PassageTree
from witnessmark.custody.errors import ProofError
from witnessmark.custody.log import Log
from witnessmark.custody.note import NoteKey

LOG_FORMAT = "witnessmark-log-proofs/1"
ITEMS_FORMAT = "witnessmark-item-proofs/1"
PASSAGES_FORMAT = "witnessmark-passage-proofs/2"


class EntryProof(msgspec.Struct, frozen=True, kw_only=True):
    """One leaf of the custody log, byte for byte as text, with the hex path that leads to the checkpoint's root."""

    index: int
    leaf: str
    path: tuple[str, ...]


class LogProof(msgspec.Struct, frozen=True, kw_only=True):
    """The signed checkpoint, the public key that signed it (vkey), and the leaves that are shown."""

    checkpoint: str
    vkey: str
    entries: tuple[EntryProof, ...]


class ItemProof(msgspec.Struct, frozen=True, kw_only=True):
    """What binds one published item to the log: its commitment, and the index of the log entry that holds it.

    Where the original itself is in the bundle, `file` names it and `salt` (hex) opens the commitment:
    commit("item", SHA-256 of the file, salt). Where it is redacted or withheld both are empty, and `copy` names the
    redacted copy, if one is in the bundle.
    """

    item: str
    commitment: str
    entry: int
    file: str = ""
    salt: str = ""
    copy: str = ""


class LeafProof(msgspec.Struct, frozen=True, kw_only=True):
    """One leaf of a text: index, its words, its salt and its path, both hex."""

    index: int
    text: str
    salt: str
    path: tuple[str, ...]


class PassageProof(msgspec.Struct, frozen=True, kw_only=True):
    """What binds a cited passage to the text that was committed when it came in.

    `statement` is the public id, `text` the public id of its text; `start` and `end` are code points from the beginning
    of the first of `leaves`, and `quote` stands there. `root` and `size` describe the tree over the text; `entry` is
    the log entry that holds the root. `size` and the indices tell about how long a text is: only a text that is
    published whole may have such a proof.
    """

    statement: str
    item: str
    text: str
    start: int
    end: int
    quote: str
    root: str
    size: int
    entry: int
    leaves: tuple[LeafProof, ...]


def log_proof(log: Log, key: NoteKey, indices: Iterable[int]) -> LogProof:
    """Return a checkpoint of the log as it stands and inclusion proofs of these entries, in order."""
    checkpoint, tree = log.checkpoint(key), log.tree()
    entries = tuple(
        EntryProof(index=index, leaf=log.leaf(index).decode(), path=_hex(tree.inclusion(index)))
        for index in sorted(set(indices))
    )
    return LogProof(checkpoint=checkpoint, vkey=key.public.vkey, entries=entries)


def passage_proof(
    tree: PassageTree, start: int, end: int, *, statement: str, item: str, text: str, entry: int
) -> PassageProof:
    """Return the proof that content[start:end] stood in the text when it was committed."""
    covering = tree.covering(start, end)
    first = tree.spans[covering[0]][0]
    return PassageProof(
        statement=statement,
        item=item,
        text=text,
        start=start - first,
        end=end - first,
        quote=tree.content[start:end],
        root=tree.root.hex(),
        size=len(tree.spans),
        entry=entry,
        leaves=tuple(_leaf_proof(tree, index) for index in covering),
    )


def _leaf_proof(tree: PassageTree, index: int) -> LeafProof:
    start, end = tree.spans[index]
    path, salt = _hex(tree.proof(index)), tree.salts[index].hex()
    return LeafProof(index=index, text=tree.content[start:end], salt=salt, path=path)


def _hex(path: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(hashed.hex() for hashed in path)


def to_json(proofs: LogProof | Sequence[ItemProof] | Sequence[PassageProof], *, kind: str = "") -> bytes:
    """Return the JSON file for `proofs/`: one LogProof, or all item proofs, or all passage proofs.

    An empty sequence needs `kind` ("items" or "passages"), since it does not tell by itself what it holds.
    """
    if isinstance(proofs, LogProof):
        return _file({"format": LOG_FORMAT, **msgspec.to_builtins(proofs)})
    kind = kind or _kind(proofs)
    form = {"items": ITEMS_FORMAT, "passages": PASSAGES_FORMAT}[kind]
    return _file({"format": form, kind: msgspec.to_builtins(list(proofs))})


def _kind(proofs: Sequence[ItemProof] | Sequence[PassageProof]) -> str:
    kinds = {type(proof) for proof in proofs}
    if kinds == {ItemProof}:
        return "items"
    if kinds == {PassageProof}:
        return "passages"
    raise ProofError("one file holds proofs of one kind", got=", ".join(kind.__name__ for kind in kinds) or "none")


def policy_json(
    *,
    seal: Sequence[str],
    release_key: str,
    log_vkey: str,
    tsa_certificates: Sequence[bytes] = (),
    exercise: bool = False,
) -> bytes:
    """Return `proofs/policy.json`: the exact names in `seal/`, and which keys the signer says were used.

    `release_key` is the minisign one-line form. What is listed here is what the signer says; a verifier trusts only
    keys from outside. `tsa_certificates` are DER; only their SHA-256 is listed.
    """
    return _file({
        "format": "witnessmark-policy/1",
        "seal": sorted(seal),
        "release_key": release_key,
        "log_key": log_vkey,
        "tsa": [sha256(der).hexdigest() for der in tsa_certificates],
        "exercise": exercise,
    })  # fmt: skip


def _file(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
