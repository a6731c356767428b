"""Fingerprints: finding copies of a text, also reworded ones, without keeping its words."""

import heapq
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.text import Fingerprint
from witnessmark.text.analyser import tokens
from witnessmark.text.romanised import latin_form, skeleton
from witnessmark.text.scripts import name_key

#: Words in a shingle, and how many of the smallest hashes are kept (bottom-k sketch).
SHINGLE_WORDS: Final = 5
SKETCH_SIZE: Final = 64
_FEWEST_CONSONANTS: Final = 3


def hash_of(words: str) -> str:
    """Return 16 hex digits that stand for the words (BLAKE2b, 64 bits)."""
    return blake2b(words.encode(), digest_size=8).hexdigest()


def fingerprint(
    text: str,
    *,
    quotations: Iterable[str] = (),
    numbers: Iterable[str] = (),
    names: Iterable[str] = (),
    dates: Sequence[PartialDate] = (),
    language: str = "",
) -> Fingerprint:
    """Return what can be said of a text without its words.

    `quotations`, `numbers` and `names` are given in the order in which they stand in the text; each is hashed folded.
    """
    words, called = tokens(text), tuple(names)
    count = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    shingles = {hash_of(" ".join(words[i : i + SHINGLE_WORDS])) for i in range(count)}
    return Fingerprint(
        shingles=tuple(heapq.nsmallest(SKETCH_SIZE, shingles)),
        quotations=tuple(hash_of(" ".join(tokens(quotation))) for quotation in quotations),
        numbers=tuple(hash_of(re.sub(r"[\s,_\u202f\u00a0]", "", number)) for number in numbers),
        names=tuple(hash_of(name_key(name)) for name in called),
        skeletons=tuple(hash_of(bones) for name in called if len(bones := _bones(name)) >= _FEWEST_CONSONANTS),
        language=language,
        dates=tuple(dates),
    )


def _bones(name: str) -> str:
    """Return the consonants of a name in Latin letters; "" where its script is not romanised."""
    latin = latin_form(name)
    return skeleton(latin) if latin.isascii() else ""


def similarity(a: Fingerprint, b: Fingerprint) -> float:
    """Return the estimated Jaccard similarity of the shingle sets, 0 to 1 (bottom-k sketch); 0 when either is empty."""
    if not a.shingles or not b.shingles:
        return 0.0
    ours, theirs = set(a.shingles), set(b.shingles)
    union = heapq.nsmallest(min(SKETCH_SIZE, max(len(ours), len(theirs))), ours | theirs)
    return sum(item in ours and item in theirs for item in union) / len(union)


def sequence_overlap(a: Fingerprint, b: Fingerprint) -> dict[str, float]:
    """Return, for quotations, numbers and names, which share of the shorter sequence stands in the other in order.

    0 to 1 each; 0 where either has none. Reworded wire copies keep these sequences while they change the words between
    (methodology, "One real event").
    """
    return {kind: _in_order(getattr(a, kind), getattr(b, kind)) for kind in ("quotations", "numbers", "names")}


def _in_order(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the longest common subsequence (Hunt and Szymanski 1977) as a share of the shorter sequence."""
    if not first or not second:
        return 0.0
    places: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(second):
        places[item].append(index)
    ends: list[int] = []
    for item in first:
        for index in reversed(places.get(item, ())):
            at = bisect_left(ends, index)
            ends[at : at + 1] = [index]
    return len(ends) / min(len(first), len(second))
