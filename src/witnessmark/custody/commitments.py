"""Salted commitments: proof later, nothing told now; of items as a whole and of texts passage by passage."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from witnessmark.custody.errors import CustodyError
from witnessmark.custody.merkle import Tree, leaf_hash

SALT_BYTES = 32
_DOMAIN = b"witnessmark/commitment/v1\0"
#: No leaf is longer, in code points: a published passage shows whole leaves, so leaves must be short.
LEAF_LENGTH = 400
#: A leaf ends after a line end (and the blank lines behind it), after a sentence, or where the length is reached.
_LEAF = re.compile(r"[^\n]*?(?:\n\s{0,80}|(?<=[.!?…؟۔])[\"'”’»)\]]{0,3}[ \t]+|[。！？][”’」』）]{0,3}|$)")


def commit(kind: str, payload: bytes, salt: bytes) -> bytes:
    """Return SHA-256(domain, kind, 0, salt, payload): it hides the payload as long as the salt is secret.

    `kind` is a word such as `item`, `actor`, `file`; `salt` is 32 random bytes, another for each commitment. The
    payload of an item is the SHA-256 of its bytes; of an actor or a file name, its UTF-8 form.
    """
    _check_salt(salt)
    if not kind or "\0" in kind:
        raise CustodyError("the kind of a commitment is a word", got=repr(kind), expected="such as item, actor, file")
    return sha256(_DOMAIN + kind.encode() + b"\0" + salt + payload).digest()


def _check_salt(salt: bytes) -> None:
    if len(salt) != SALT_BYTES:
        raise CustodyError("a salt has another length", got=f"{len(salt)} bytes", expected=f"{SALT_BYTES} bytes")


def passage_leaf(salt: bytes, text: str) -> bytes:
    """Return the data of one leaf: salt, its words in UTF-8. Its place is bound by its index in the tree alone.

    Where it starts is no part of it: a published start would tell how long the words before it are.
    """
    _check_salt(salt)
    return salt + text.encode()


def leaf_spans(content: str) -> list[tuple[int, int]]:
    """Return spans (code points) that cover a text exactly, each at most 400 long, cut at line and sentence ends."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(content):
        match = _LEAF.match(content, start, min(len(content), start + LEAF_LENGTH))
        end = match.end() if match else start
        if end == start:
            end = min(len(content), start + LEAF_LENGTH)
        spans.append((start, end))
        start = end
    return spans


@dataclass(frozen=True)
class PassageTree:
    """A text committed passage by passage: spans, one salt each, and the tree over the salted leaves."""

    content: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]
    salts: tuple[bytes, ...] = field(repr=False)
    tree: Tree = field(repr=False, compare=False)

    @property
    def root(self) -> bytes:
        """Return the root that goes into the custody log."""
        return self.tree.root()

    def covering(self, start: int, end: int) -> range:
        """Return the indices of the leaves that together hold content[start:end]."""
        if not 0 <= start < end <= len(self.content):
            got = f"{start} to {end}"
            raise CustodyError("this span lies outside the text", got=got, expected=f"0 to {len(self.content)}")
        hit = [index for index, (first, last) in enumerate(self.spans) if first < end and start < last]
        return range(hit[0], hit[-1] + 1)

    def proof(self, index: int) -> list[bytes]:
        """Return the path from one leaf to the root."""
        return self.tree.inclusion(index)

    def leaf(self, index: int) -> bytes:
        """Return the data of one leaf."""
        start, end = self.spans[index]
        return passage_leaf(self.salts[index], self.content[start:end])


def commit_passages(content: str, salt_source: Callable[[int], bytes]) -> PassageTree:
    """Commit a text passage by passage; `salt_source(index)` gives 32 random bytes for each leaf.

    The spans depend on the content alone, so with the stored salts the same tree is made again at any time.
    """
    spans = tuple(leaf_spans(content))
    salts = tuple(salt_source(index) for index in range(len(spans)))
    leaves = (passage_leaf(salt, content[start:end]) for salt, (start, end) in zip(salts, spans, strict=True))
    return PassageTree(content, spans, salts, Tree(leaf_hash(leaf) for leaf in leaves))
