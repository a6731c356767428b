"""Maps of offsets across changes of length, as compact as the changes are few."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """One change: `old_start:old_end` of the text became `new`; `kind` says what was done, `new_start` where."""

    old_start: int
    old_end: int
    new: str
    kind: str
    new_start: int = 0


class Layer:
    """One pass of changes; outside them offsets run one for one."""

    __slots__ = ("_new_starts", "edits")

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.edits = edits
        self._new_starts = [edit.new_start for edit in edits]

    def between(self, start: int, end: int) -> tuple[Edit, ...]:
        """Return the edits that lie after `start` and before `end` of the new text."""
        return self.edits[bisect_right(self._new_starts, start) : bisect_left(self._new_starts, end)]

    def old_start(self, new: int) -> int:
        """Return where the character at `new` began before the pass."""
        i = bisect_right(self._new_starts, new) - 1
        if i < 0:
            return new
        edit = self.edits[i]
        new_end = edit.new_start + len(edit.new)
        return edit.old_start if new < new_end else new - new_end + edit.old_end

    def old_end(self, new: int) -> int:
        """Return where the character that ends at `new` ended before the pass."""
        i = bisect_right(self._new_starts, new - 1) - 1
        if i < 0:
            return new
        edit = self.edits[i]
        new_end = edit.new_start + len(edit.new)
        return edit.old_end if new - 1 < new_end else new - new_end + edit.old_end


def make_layer(text: str, edits: Iterable[Edit]) -> tuple[str, Layer]:
    """Return the text with the edits made (sorted, apart from one another) and the layer that maps it back.

    An edit that changes one character into one is made, and kept only if its kind must be known.
    """
    parts: list[str] = []
    kept: list[Edit] = []
    last = shift = 0
    for old_start, old_end, new, kind, _ in edits:
        parts += (text[last:old_start], new)
        kept.append(Edit(old_start, old_end, new, kind, old_start + shift))
        shift += len(new) - (old_end - old_start)
        last = old_end
    parts.append(text[last:])
    return "".join(parts), Layer(tuple(kept))
