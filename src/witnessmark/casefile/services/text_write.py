"""Adding Texts: immutable, named by what made them, committed passage by passage as they come in."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

import msgspec

from witnessmark.casefile.records import Item, Run, Text
from witnessmark.casefile.services.custody_write import commit_hidden, record_event
from witnessmark.casefile.services.protection import seal
from witnessmark.casefile.services.record_write import fresh_id
from witnessmark.casefile.services.text_read import READING_PURPOSE, TEXT_PURPOSE
from witnessmark.casefile.session import Session
from witnessmark.custody.canonical import canonical
from witnessmark.custody.commitments import commit_passages
from witnessmark.evidence.reading import Reading
from witnessmark.evidence.text import Segment, Tool
from witnessmark.text.scripts import direction_of

SEED_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class NewText:
    """A Text to be added: what made it, of what, and its content."""

    kind: str
    content: str
    tool: Tool
    language: str = ""
    input_sha256: str = ""
    segments: tuple[Segment, ...] = ()
    attested_by: str = ""
    trusted_layout: bool = True

    @property
    def identity(self) -> str:
        """The digest of tool, version, options, model and input: the same again is the same Text."""
        parts = {
            "kind": self.kind,
            "tool": msgspec.to_builtins(self.tool),
            "input": self.input_sha256 or hashlib.sha256(self.content.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        return hashlib.sha256(canonical(parts)).hexdigest()


def add_text(session: Session, item: Item, new: NewText, *, actor: str = "") -> Text:
    """Add a Text to an item, with its passage commitments in the custody log; the same Text again is returned as it is."""
    known = Text.objects.filter(item_record=item, identity=_identity(session, item, new)).first()
    if known is not None:
        return known
    seed = session.random(SEED_BYTES)
    tree = commit_passages(new.content, lambda index: leaf_salt(seed, index))
    commitment = commit_hidden(session, "text", bytes.fromhex(new.identity), item.key)
    index = record_event(
        session,
        "derived",
        actor=actor,
        item=item.commitment,
        text=commitment,
        texts_root=tree.root,
        leaves=len(tree.spans),
    )
    number, _ = fresh_id(session, "text")
    record = Text(
        investigation=session.investigation, number=number, item_record=item, identity=_identity(session, item, new),
        passage_seed=_guarded(session, item, seed, "passage seed"), passage_root=tree.root.hex(), log_index=index,
        **_columns(session, item, new),
    )  # fmt: skip
    record.save(force_insert=True)
    return record


def add_reading(session: Session, text: Text, reading: Reading) -> Run:
    """Keep what a machine proposes of a Text; the Text itself is kept once, not again in the reading."""
    bare = msgspec.structs.replace(reading, text=msgspec.structs.replace(reading.text, content=""))
    data = msgspec.json.encode(bare)
    key = text.item_record.key
    return Run.objects.create(
        text=text,
        tool=msgspec.to_builtins(reading.tool),
        reading=seal(session, key, data, READING_PURPOSE) if key else data,
        sealed=key is not None,
    )


def leaf_salt(seed: bytes, index: int) -> bytes:
    """Return the salt of one leaf of a Text's passage tree; one secret seed stands for all of them."""
    return hmac.new(seed, b"%d" % index, hashlib.sha256).digest()


def _columns(session: Session, item: Item, new: NewText) -> dict[str, Any]:
    """Return the columns of a new Text, its content sealed where the item is protected."""
    data = new.content.encode("utf-8", "surrogatepass")
    shared = {
        "text_kind": new.kind,
        "tool": msgspec.to_builtins(new.tool),
        "language": new.language,
        "direction": direction_of(new.content),
        "segments": msgspec.to_builtins(new.segments),
        "attested_by": new.attested_by,
        "trusted_layout": new.trusted_layout,
    }
    if item.key is not None:
        return shared | {"sealed": seal(session, item.key, data, TEXT_PURPOSE)}
    return shared | {
        "content": new.content,
        "sha256": hashlib.sha256(data).hexdigest(),
        "input_sha256": new.input_sha256,
    }


def _identity(session: Session, item: Item, new: NewText) -> str:
    """Return the Text's identity as the database may hold it: keyed for protected items, where a digest would tell."""
    return session.keys.keyed_digest(new.identity.encode()) if item.key else new.identity


def _guarded(session: Session, item: Item, data: bytes, purpose: str) -> bytes:
    """Return bytes as they are, or sealed where the item is protected."""
    return seal(session, item.key, data, purpose) if item.key else data
