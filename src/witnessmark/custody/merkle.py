"""The tree over the log's leaves (RFC 6962 §2.1), with every complete node kept so that proofs are look-ups."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from witnessmark.custody.errors import LogError, ProofError

#: Root of the tree without leaves: the hash of nothing (RFC 6962 §2.1).
EMPTY_ROOT = sha256(b"").digest()
#: Level (0 for leaves) and index from the left → hash of a complete node.
NodeOf = Callable[[int, int], bytes]


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf; the prefix 0x00 keeps leaves and nodes apart (RFC 6962 §2.1)."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node over its two children (RFC 6962 §2.1)."""
    return sha256(b"\x01" + left + right).digest()


def right_edge(node: NodeOf, size: int) -> list[bytes]:
    """Return, per level, the hash of the last node of the tree with `size` leaves, complete or not; last, the root."""
    if size == 0:
        return [EMPTY_ROOT]
    last = size - 1
    edge = [node(0, last)]
    while last:
        edge.append(node_hash(node(len(edge) - 1, last - 1), edge[-1]) if last & 1 else edge[-1])
        last >>= 1
    return edge


def climb(node: NodeOf, edge: Sequence[bytes], level: int, index: int, size: int) -> list[bytes]:
    """Return the siblings met on the way from a node to the root of the tree with `size` leaves."""
    path: list[bytes] = []
    last = (size - 1) >> level
    while last:
        sibling = index ^ 1
        if sibling < last:
            path.append(node(level, sibling))
        elif sibling == last:
            path.append(edge[level])
        index >>= 1
        last >>= 1
        level += 1
    return path


def consistency_path(node: NodeOf, edge: Sequence[bytes], old: int, new: int) -> list[bytes]:
    """Return the nodes that prove the tree of `old` leaves to be the beginning of that of `new` (RFC 6962 §2.1.2)."""
    if old in (0, new):
        return []
    index, level = old - 1, 0
    while index & 1:
        index >>= 1
        level += 1
    first = [node(level, index)] if index else []
    return first + climb(node, edge, level, index, new)


class Tree:
    """A growing tree in memory: every complete node is kept, so a proof costs one look-up a level."""

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        self._edge: tuple[int, list[bytes]] = (0, [EMPTY_ROOT])
        self.extend_hashes(leaf_hashes)

    def __len__(self) -> int:
        return len(self._levels[0])

    def append(self, leaf: bytes) -> bytes:
        """Add one encoded leaf and return its hash."""
        added = hashed = sha256(b"\x00" + leaf).digest()
        index, level = len(self._levels[0]), 0
        self._levels[0].append(hashed)
        while index & 1:
            hashed = sha256(b"\x01" + self._levels[level][index - 1] + hashed).digest()
            index >>= 1
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(hashed)
        return added

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add encoded leaves in order."""
        self.extend_hashes(sha256(b"\x00" + leaf).digest() for leaf in leaves)

    def extend_hashes(self, hashes: Iterable[bytes]) -> None:
        """Add leaves by their hashes, in order, level by level."""
        self._levels[0].extend(hashes)
        level = 0
        while len(below := self._levels[level]) > 1:
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            above = self._levels[level]
            pairs = range(2 * len(above), len(below) - 1, 2)
            above += [sha256(b"\x01" + below[i] + below[i + 1]).digest() for i in pairs]

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of a complete node, counted from the left at a level (0 for leaves)."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first `size` leaves (all when left out)."""
        return self._edge_of(self._known(len(self) if size is None else size))[-1]

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """Return the path that proves leaf `index` in the tree over the first `size` leaves (RFC 6962 §2.1.1)."""
        size = self._known(len(self) if size is None else size)
        if not 0 <= index < size:
            raise LogError("no such leaf", got=str(index), expected=f"0 to {size - 1}")
        return climb(self.node, self._edge_of(size), 0, index, size)

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the path that proves the first `old` leaves to be the beginning of the first `new`."""
        new = self._known(len(self) if new is None else new)
        if not 0 <= old <= new:
            raise LogError("no such earlier size", got=str(old), expected=f"0 to {new}")
        return consistency_path(self.node, self._edge_of(new), old, new)

    def _known(self, size: int) -> int:
        if not 0 <= size <= len(self):
            raise LogError("the tree is not that large", got=str(size), expected=f"0 to {len(self)} leaves")
        return size

    def _edge_of(self, size: int) -> list[bytes]:
        # Proofs are mostly asked for one size after the other: the ragged right side is worked out once for it.
        if self._edge[0] != size:
            self._edge = (size, right_edge(self.node, size))
        return self._edge[1]


def root_from_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that a path leads to from a leaf hash; raise `ProofError` when its length cannot fit.

    The algorithm is that of RFC 9162 §2.1.3.2.
    """
    if not 0 <= index < size:
        raise ProofError("the leaf lies outside the tree", got=str(index), expected=f"0 to {size - 1}")
    hashed, last = leaf, size - 1
    for sibling in path:
        if last == 0:
            raise ProofError("the inclusion proof is too long", got=f"{len(path)} nodes")
        if index & 1 or index == last:
            hashed = node_hash(sibling, hashed)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            hashed = node_hash(hashed, sibling)
        index, last = index >> 1, last >> 1
    if last:
        raise ProofError("the inclusion proof is too short", got=f"{len(path)} nodes")
    return hashed


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Raise `ProofError` unless the path leads from the leaf hash at `index` to `root`."""
    reached = root_from_inclusion(leaf, index, size, path)
    if reached != root:
        raise ProofError("the inclusion proof leads to another root", got=reached.hex(), expected=root.hex())


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> None:
    """Raise `ProofError` unless the tree of `old` leaves is the beginning of that of `new` (RFC 9162 §2.1.4.2)."""
    if not 0 <= old <= new:
        raise ProofError("the sizes are the wrong way round", got=f"{old} and {new}", expected="old ≤ new")
    if old in (0, new):
        expected = EMPTY_ROOT if old == 0 else new_root
        if path or old_root != expected:
            raise ProofError("the earlier root is another", got=old_root.hex(), expected=expected.hex())
        return
    reached_old, reached_new = _roots_from_consistency(old, new, old_root, list(path))
    if reached_old != old_root:
        raise ProofError("the log was rewritten: earlier root", got=reached_old.hex(), expected=old_root.hex())
    if reached_new != new_root:
        raise ProofError("the log was rewritten: later root", got=reached_new.hex(), expected=new_root.hex())


def _roots_from_consistency(old: int, new: int, old_root: bytes, path: list[bytes]) -> tuple[bytes, bytes]:
    index, last = old - 1, new - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    if index == 0:
        path = [old_root, *path]
    if not path:
        raise ProofError("the consistency proof is empty")
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise ProofError("the consistency proof is too long", got=f"{len(path)} nodes")
        if index & 1 or index == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        index, last = index >> 1, last >> 1
    if last:
        raise ProofError("the consistency proof is too short", got=f"{len(path)} nodes")
    return first, second
