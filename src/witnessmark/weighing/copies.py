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
#: Figures, names and share from which a text is told again in other words, or in another language.
_FIGURES: Final = 3
_NAMES: Final = 2
_HALF: Final = 0.5
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
    return _told_again(a, b, round(kept["numbers"] * min(len(a.numbers), len(b.numbers))))


def _told_again(a: Fingerprint, b: Fingerprint, numbers: int) -> str:
    """The same figures in the same order, of the same days and names: retold, or told in another language."""
    fewest = min(len(a.numbers), len(b.numbers))
    if numbers < _FIGURES or numbers < KEPT * fewest:
        return ""
    names, of_names = _in_both(a.skeletons, b.skeletons)
    days, of_days = _in_both([one.value for one in a.dates], [one.value for one in b.dates])
    same_names = names >= _NAMES and names >= _HALF * of_names
    same_days = days >= 1 and days >= _HALF * of_days
    if same_names and (same_days or names > _NAMES or not of_days):
        told = "in two languages, " if a.language[:2] != b.language[:2] else ""
        return f"{told}the same sequence of numbers ({numbers}), with the same names ({names}) and days ({days})"
    return ""


def _in_both(first: Iterable[str], second: Iterable[str]) -> tuple[int, int]:
    """How many stand in both, and how many could: the smaller set."""
    ours, theirs = set(first), set(second)
    return len(ours & theirs), min(len(ours), len(theirs))


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
    yield from (f"k{value}" for value in fingerprint.skeletons)
    yield from (f"d{one.value}" for one in fingerprint.dates)
