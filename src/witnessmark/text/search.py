"""Every exact place of folded words, between boundaries, in bounded time."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from witnessmark.text.boundaries import end_fault, start_fault
from witnessmark.text.fold import Folded
from witnessmark.text.prepared import PreparedText

#: More places than this are not listed: the answer (ambiguous) no longer depends on them.
MAX_PLACES: Final = 100
#: Work spent on candidates that fail at their boundaries, in code points compared (hostile texts of one character).
_MAX_WORK: Final = 20_000_000
_MAX_TRIES: Final = 5_000
_PLAIN_RUN: Final = re.compile(r"[0-9A-Za-z_]*")


class Hit(NamedTuple):
    """A place in a folded view."""

    view: Folded
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """The place in the original."""
        return self.view.original_span(self.start, self.end)


@dataclass(slots=True)
class Search:
    """What a search found: places, why other candidates failed, whether all candidates were looked at."""

    hits: list[Hit] = field(default_factory=list)
    faults: list[tuple[str, Hit]] = field(default_factory=list)
    complete: bool = True


def search(prepared: PreparedText, wanted: str) -> Search:
    """Return every place where folded words stand between boundaries, at most `MAX_PLACES`."""
    found = Search()
    for view in prepared.views(wanted):
        _search_view(view, wanted, found)
    return found


def _search_view(view: Folded, wanted: str, found: Search) -> None:
    """Add the places in one view."""
    text, size = view.text, len(wanted)
    tries = min(_MAX_TRIES, max(50, _MAX_WORK // size))
    at = text.find(wanted)
    while at >= 0:
        if len(found.hits) >= MAX_PLACES:
            return
        if tries == 0:
            found.complete = False
            return
        tries -= 1
        fault = start_fault(text, at) or end_fault(text, at + size)
        if fault:
            if not found.faults:
                found.faults.append((fault, Hit(view, at, at + size)))
            at = text.find(wanted, _next_start(text, at))
        else:
            found.hits.append(Hit(view, at, at + size))
            at = text.find(wanted, at + size)


def _next_start(text: str, at: int) -> int:
    """Return the next offset at which a quotation could begin: not inside the plain word that begins at `at`."""
    run = _PLAIN_RUN.match(text, at)
    return max(at + 1, run.end() if run else 0)
