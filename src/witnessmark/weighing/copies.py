"""Copies among items by their fingerprints: candidates by shared hashes, then compared word by word and in sequence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from witnessmark.evidence.sources import Item
from witnessmark.evidence.text import Fingerprint
from witnessmark.text.fingerprint import sequence_overlap, similarity

#: Share of five-word sequences from which two texts are one text, lightly edited.
LIKE: Final = 0.2
#: Share of the shorter sequence of quotations, numbers or names that a reworded copy keeps.
KEPT: Final = 0.6
#: Fewest in common for a sequence to tell anything.
_FEWEST: Final = {"quotations": 2, "numbers": 4, "names": 4}
#: A hash that this many items share tells nothing (a name of the whole case, a round number).
_COMMON: Final = 60
#: Shared hashes that make a pair worth comparing.
_SHARED: Final = 2


def near_duplicates(items: Iterable[Item]) -> Iterator[tuple[str, str, str]]:
    """Yield (item, item, reason) for pairs of which one text was made from the other, reworded copies included.

    Reworded wire copies corrupt words but keep the sequence of quotations, numbers and names (methodology, last part).
    """
    printed = {item.id: item.fingerprint for item in items if item.fingerprint is not None}
    for a, b in sorted(_candidates(printed)):
        reason = copy_reason(printed[a], printed[b])
        if reason:
            yield a, b, reason


def copy_reason(a: Fingerprint, b: Fingerprint) -> str:
    """Return in words why two fingerprints are of one text, or "" when they are not.

    Either enough five-word sequences are shared, or the quotations stand in the same sequence, or numbers and names do.
    """
    like = similarity(a, b)
    if like >= LIKE:
        return f"{like:.0%} of the word sequences are the same"
    kept = sequence_overlap(a, b)
    shared = {kind: round(share * min(len(getattr(a, kind)), len(getattr(b, kind)))) for kind, share in kept.items()}
    told = {kind for kind in kept if kept[kind] >= KEPT and shared[kind] >= _FEWEST[kind]}
    if "quotations" in told or {"numbers", "names"} <= told:
        return "the same sequence of " + ", ".join(f"{kind} ({shared[kind]} in common)" for kind in sorted(told))
    return ""


def _candidates(printed: dict[str, Fingerprint]) -> set[tuple[str, str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for one, fingerprint in printed.items():
        for mark in set(_marks(fingerprint)):
            holders[mark].append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _COMMON:
            ordered = sorted(ids)
            shared.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    return {pair for pair, count in shared.items() if count >= _SHARED}


def _marks(fingerprint: Fingerprint) -> Iterator[str]:
    yield from (f"s{value}" for value in fingerprint.shingles)
    yield from (f"q{value}" for value in fingerprint.quotations)
    yield from (f"n{value}" for value in fingerprint.numbers)
    yield from (f"p{value}" for value in fingerprint.names)
