"""The stretches of a long text in which a protected person might be named: only these are looked at closely."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from witnessmark.evidence.protected import Protected
from witnessmark.manuscript.identities import find_identities

#: Code points on either side of a suspicious word that are looked at: two details so far apart belong together.
REACH: Final = 240
WORD: Final = re.compile(r"[^\W_]+")
#: A part of a name alone is common in public sources; redacted copies and the report itself may not hold it either.
PART: Final = "a part of the name"
SHORTEST: Final = 3
#: Consonants that romanisations of one letter share. The throat's (k, g, q, x, h) are left out: they vary most.
GROUPS: Final = (
    ("bpfvwбпвфبپفۋ", "b"), ("dtдтدتطضذظث", "t"), ("jzsčжшщжзсцчژجچسشصز", "s"), ("lлل", "l"), ("mмم", "m"), ("nңнنڭ", "n"),
    ("rрر", "r"),
)  # fmt: skip
CONSONANT: Final = {letter: group for letters, group in GROUPS for letter in letters}
MIXED: Final = re.compile(r"(?=.*[a-z])(?=.*[\u0370-\u052f])", re.IGNORECASE)


def identities_in(text: str, protected: Protected, shown: Iterable[str], *, parts: bool) -> set[str]:
    """Return the sources whose name, in any spelling, or two of whose details stand together in the text.

    `shown` are names that may be shown. `parts` counts a part of a name alone too.
    """
    names = tuple(shown)
    return {
        leak.source
        for start, end in stretches(text, protected, names)
        for leak in find_identities(text[start:end], protected, shown=names)
        if parts or leak.how != PART
    }


def stretches(text: str, protected: Protected, shown: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the spans round every word that resembles one of a protected name, and round every detail; merged."""
    merged: list[tuple[int, int]] = []
    for at in sorted({*resembling(text, protected, shown), *detailed(text, protected)}):
        start = max(at - REACH, 0)
        if merged and start <= merged[-1][1]:
            start = merged.pop()[0]
        merged.append((start, at + REACH))
    yield from merged


def resembling(text: str, protected: Protected, shown: tuple[str, ...]) -> Iterator[int]:
    """Yield where a word is a protected name by itself, and where two neighbours sound like words of one."""
    names = [name for person in protected.persons for name in person.names]
    bones = {coarse(word) for name in names for word in WORD.findall(name)}
    sounds: dict[str, bool] = {}
    named: dict[str, bool] = {}
    before = False
    for match in WORD.finditer(text):
        word = match[0]
        if word not in sounds:
            sounds[word] = coarse(word) in bones or MIXED.match(word) is not None
            named[word] = sounds[word] and bool(find_identities(word, protected, shown=shown))
        if named[word] or (before and sounds[word]):
            yield match.start()
        before = sounds[word]


@lru_cache(maxsize=65536)
def coarse(word: str) -> str:
    """Return the groups of the consonants of a word, neighbours of one group once."""
    plain = unicodedata.normalize("NFKD", word.casefold()).replace("ch", "s").replace("dj", "s")
    groups = "".join(CONSONANT.get(char, "") for char in plain).replace("ts", "s")
    return re.sub(r"(.)\1+", r"\1", groups)


def detailed(text: str, protected: Protected) -> Iterator[int]:
    """Yield where a telling detail begins."""
    folded = text.casefold()
    for detail in {" ".join(one.casefold().split()) for person in protected.persons for one in person.details}:
        for match in re.finditer(re.escape(detail), folded) if len(detail) >= SHORTEST else ():
            yield match.start()
