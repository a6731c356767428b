"""Of several readings of one place, the longest."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class _Spanned(Protocol):
    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


_T = TypeVar("_T", bound=_Spanned)


def longest(items: Iterable[_T]) -> list[_T]:
    """Return the items in the order of the text; where two overlap the longer stands, and of equals the first."""
    kept: list[_T] = []
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        if kept and item.start < kept[-1].end:
            if item.end - item.start > kept[-1].end - kept[-1].start:
                kept[-1] = item
            continue
        kept.append(item)
    return kept
