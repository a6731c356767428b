"""Who copied whom: documents that share words, or the same quotations, numbers and names in the same order."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, Literal

import msgspec

from witnessmark.evidence.reading import Reading
from witnessmark.evidence.text import Fingerprint
from witnessmark.reading.prints import fingerprint_of
from witnessmark.reading.same_quotations import shared_quotations
from witnessmark.text.fingerprint import sequence_overlap, similarity

#: Shared wording from which on two texts are copies; independent stories on one event stay far below.
_SAME_WORDS: Final = 0.2
#: Share of a sequence (of the shorter document) that stands in the other in the same order.
_SAME_ORDER: Final = 0.6
#: A sequence of fewer entries proves nothing: two outlets at one press conference quote the same sentence.
_LONG_ENOUGH: Final = {"numbers": 5, "names": 8}
#: How many of the three sequences must agree where the words do not.
_ENOUGH_SEQUENCES: Final = 2

Direction = Literal["first to second", "second to first", "unknown"]


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """Two readings (numbers from 0) of which one seems to copy the other, or both a third; with reasons in words.

    `direction` goes by publication dates and is unknown where one is missing or they are equal; the earlier need not be the
    origin: both may go back to a third text. `words` is the shared wording, 0 to 1.
    """

    first: int
    second: int
    direction: Direction
    words: float
    reasons: tuple[str, ...]


def who_copied_whom(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Return the pairs that seem copies, the most alike first; nothing for fewer than two readings."""
    prints = [fingerprint_of(reading) for reading in readings]
    found = []
    for first, second in combinations(range(len(readings)), 2):
        copy = _compare(readings, prints, first, second)
        if copy is not None:
            found.append(copy)
    return tuple(sorted(found, key=lambda each: (-each.words, each.first, each.second)))


def _compare(readings: Sequence[Reading], prints: Sequence[Fingerprint], first: int, second: int) -> Copy | None:
    a, b = prints[first], prints[second]
    words = similarity(a, b)
    reasons = [f"{words:.0%} of their wording is the same"] if words >= _SAME_WORDS else []
    orders = [*shared_quotations(readings[first], readings[second]), *_orders(a, b)]
    if not reasons and len(orders) < _ENOUGH_SEQUENCES:
        return None
    direction, when = _direction(readings[first], readings[second])
    return Copy(first=first, second=second, direction=direction, words=words, reasons=(*reasons, *orders, when))


def _orders(a: Fingerprint, b: Fingerprint) -> list[str]:
    """Return a reason for each sequence, names and numbers, that stands in the same order in both."""
    reasons = []
    for kind, share in sequence_overlap(a, b).items():
        if kind == "quotations":
            continue
        shorter = min(len(getattr(a, kind)), len(getattr(b, kind)))
        if shorter >= _LONG_ENOUGH[kind] and share >= _SAME_ORDER:
            reasons.append(f"{share:.0%} of the {kind} of the shorter one stand in the other in the same order")
    return reasons


def _direction(first: Reading, second: Reading) -> tuple[Direction, str]:
    if first.published is None or second.published is None:
        return "unknown", "which came first is not known: a publication date is missing"
    ours, theirs = first.published.value, second.published.value
    length = min(len(ours), len(theirs))
    if ours[:length] == theirs[:length]:
        return "unknown", f"which came first is not known: both are dated {ours[:length]}"
    if ours < theirs:
        return "first to second", f"the first is dated {ours}, the second {theirs}"
    return "second to first", f"the second is dated {theirs}, the first {ours}"
