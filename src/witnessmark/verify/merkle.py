"""Inclusion proofs in the tree of RFC 6962, checked with the algorithm of RFC 9162 §2.1.3.2."""

from hashlib import sha256

from witnessmark.verify.faults import BrokenError


def tree_leaf(data: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + data).digest()


def root_reached(leaf: bytes, index: int, size: int, path: list[bytes], where: str) -> bytes:
    """Return the root that a path leads to from a leaf hash."""
    if index >= size:
        raise BrokenError("wrong-proof", where, f"leaf {index} of {size}", "an index below the size")
    hashed, last = leaf, size - 1
    for sibling in path:
        if last == 0:
            raise BrokenError("wrong-proof", where, f"{len(path)} hashes", "fewer")
        if index & 1 or index == last:
            hashed = sha256(b"\x01" + sibling + hashed).digest()
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            hashed = sha256(b"\x01" + hashed + sibling).digest()
        index, last = index >> 1, last >> 1
    if last:
        raise BrokenError("wrong-proof", where, f"{len(path)} hashes", "more")
    return hashed
