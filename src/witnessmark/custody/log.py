"""The custody log: canonical events, appended and never changed, with proofs over them."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from witnessmark.custody.audit import Fault, LogReport, verify
from witnessmark.custody.canonical import canonical
from witnessmark.custody.checkpoint import sign_checkpoint
from witnessmark.custody.errors import LogError
from witnessmark.custody.merkle import Tree, climb, consistency_path, right_edge
from witnessmark.custody.note import NoteKey
from witnessmark.custody.storage import CursorStorage, LogStorage, MemoryStorage, Node, SqliteStorage

__all__ = [
    "CursorStorage",
    "Fault",
    "Log",
    "LogReport",
    "LogStorage",
    "MemoryStorage",
    "SqliteStorage",
    "event",
    "verify",
]


def event(kind: str, /, at: str, **fields: Any) -> bytes:  # noqa: ANN401 - any JSON value, and bytes, which become hex
    """Return one event as a canonical leaf `{"at":…,"type":…,…}`.

    `at` is a time with its offset (`2031-05-02T14:00:00+03:00`); bytes (commitments, roots) are written as
    lower-case hex. Events hold commitments of items, actors and file names, never the names themselves.
    """
    try:
        offset = datetime.fromisoformat(at).utcoffset()
    except ValueError as error:
        raise LogError("this is not a time", got=repr(at), expected="ISO 8601 with an offset") from error
    if offset is None:
        raise LogError("a time without an offset names no moment", got=at, expected="such as 2031-05-02T14:00:00+03:00")
    if not kind or "type" in fields:
        raise LogError(
            "an event needs one type", got=repr(kind), expected="such as collected, derived, moved, released"
        )
    values = {name: value.hex() if isinstance(value, bytes) else value for name, value in fields.items()}
    return canonical({"type": kind, "at": at, **values})


class Log:
    """An append-only log over a storage; remembers nothing itself, so a rolled-back transaction cannot mislead it."""

    def __init__(self, storage: LogStorage) -> None:
        self.storage = storage

    def __len__(self) -> int:
        return self.storage.size()

    def append(self, *leaves: bytes) -> int:
        """Add encoded leaves in order and return the sequence number of the first; the caller owns the transaction."""
        return self.extend(leaves)

    def extend(self, leaves: Sequence[bytes]) -> int:
        """Add many leaves at once; as `append`."""
        first = self.storage.size()
        frontier = self._frontier(first)
        hashes = [sha256(b"\x00" + leaf).digest() for leaf in leaves]
        nodes: list[Node] = []
        for index, hashed in enumerate(hashes, first):
            _close(nodes, frontier, index, hashed)
        self.storage.append(first, leaves, hashes, nodes)
        return first

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first `size` leaves (all when left out)."""
        return right_edge(self.storage.node, self._known(size))[-1]

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """Return the path that proves leaf `index`; for many proofs of one size ask `tree()` instead."""
        size = self._known(size)
        if not 0 <= index < size:
            raise LogError("no such leaf", got=str(index), expected=f"0 to {size - 1}")
        return climb(self.storage.node, right_edge(self.storage.node, size), 0, index, size)

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the path that proves the first `old` leaves to be the beginning of the first `new`."""
        new = self._known(new)
        if not 0 <= old <= new:
            raise LogError("no such earlier size", got=str(old), expected=f"0 to {new}")
        return consistency_path(self.storage.node, right_edge(self.storage.node, new), old, new)

    def leaf(self, index: int) -> bytes:
        """Return one leaf."""
        for _, leaf, _ in self.storage.rows(index, index + 1):
            return leaf
        raise LogError("no such leaf", got=str(index), expected=f"0 to {len(self) - 1}")

    def leaves(self, start: int = 0, stop: int | None = None) -> list[bytes]:
        """Return leaves in order, `start` included, `stop` not."""
        return [leaf for _, leaf, _ in self.storage.rows(start, stop)]

    def tree(self) -> Tree:
        """Return the whole tree in memory, from the stored hashes, for many proofs."""
        return Tree(hashed for _, _, hashed in self.storage.rows())

    def checkpoint(self, key: NoteKey, *, keep: bool = True) -> str:
        """Return a signed checkpoint of the log as it stands; it is kept in the log's storage unless told otherwise.

        Export it (print it, send it away): only a checkpoint kept elsewhere shows that a log was cut short.
        """
        size = len(self)
        note = sign_checkpoint(key.name, size, self.root(size), key)
        if keep:
            self.storage.add_head(size, note)
        return note

    def _known(self, size: int | None) -> int:
        held = len(self)
        if size is None:
            return held
        if not 0 <= size <= held:
            raise LogError("the log is not that long", got=str(size), expected=f"0 to {held} leaves")
        return size

    def _frontier(self, size: int) -> dict[int, bytes]:
        """Return, for each bit set in the size, the hash of the complete node that stands for it."""
        levels = (level for level in range(size.bit_length()) if size >> level & 1)
        return {level: self.storage.node(level, (size >> level) - 1) for level in levels}


def _close(nodes: list[Node], frontier: dict[int, bytes], index: int, hashed: bytes) -> None:
    """Put a leaf hash on the frontier and note every node that it completes."""
    level = 0
    while index & 1:
        hashed = sha256(b"\x01" + frontier.pop(level) + hashed).digest()
        index >>= 1
        level += 1
        nodes.append((level, index, hashed))
    frontier[level] = hashed
