"""Protected names found however they are written: script, case, endings, encoding, spelling, split by markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.identity_details import details_in, telling_words
from witnessmark.manuscript.identity_folding import lookalike_form, readings_of
from witnessmark.manuscript.identity_index import HAN, WORD, NameIndex, Part
from witnessmark.manuscript.identity_words import ABBREVIATED, BEFORE_MONTHS, MONTHS, NUMBERED, TITLES
from witnessmark.text.romanised import latin_form, plain_form

_JOINT: Final = re.compile(r"[\W_]{0,6}(?:[A-Z]\.\W{0,2})?")
_LETTERS_APART: Final = re.compile(r"[^\w]{0,3}_?")
_FILE_JOINT: Final = re.compile(r"[_./+\-]{1,2}")
_NUMBER_AFTER: Final = re.compile(r"[ \u00a0-]?(?:\d|[A-Z]\b|No\b|Nr\b)")
_STOP: Final = re.compile(r"[.!?。؟](?:\s|$)|\n\s*\n")
#: How many words may stand between two parts of a name that are ordinary words.
_NEARBY: Final = 4
_FEWEST_SPACED: Final = 4


@dataclass(frozen=True, slots=True)
class Leak:
    """Where a protected person shows: offsets in the text that was searched, and how. The name itself is not repeated."""

    start: int
    end: int
    source: str
    how: str


def find_identities(text: str, protected: Protected, *, shown: Iterable[str] = ()) -> list[Leak]:
    """Return every place where a protected name, or two of a person's telling details, stand in a text.

    `shown` are names that may be shown (pseudonyms, public figures): words of theirs do not count as a part of a name.
    Use an `IdentityFinder` for many texts.
    """
    return IdentityFinder(protected, shown=shown).find(text)


class IdentityFinder:
    """Looks for protected identities in one text after another; the time grows with the text, not with the persons.

    Every form of a name, and every part of four letters or more that is no ordinary word, counts in any case, with accents,
    endings and prefixes, as one half of a double name, in look-alike letters, in Cyrillic or Arabic letters for Latin ones
    and the other way round, spaced out, split, encoded or run together. A part that is also a word, a month or a name that
    may be shown counts only in the company of a title or of another part.
    """

    def __init__(self, protected: Protected, *, shown: Iterable[str] = ()) -> None:
        self._persons = protected.persons
        self._index = NameIndex(protected.persons, shown)
        self._telling: dict[str, list[tuple[int, int]]] = {}
        for number, person in enumerate(protected.persons):
            for place, detail in enumerate(person.details):
                for key in telling_words(detail):
                    self._telling.setdefault(key, []).append((number, place))

    def find(self, text: str) -> list[Leak]:
        """Return the leaks of a text in the order they stand."""
        leaks: dict[tuple[int, int], Leak] = {}
        for reading, offsets in readings_of(text):
            for start, end, source, how in self._found(_Words(reading)):
                span = offsets[start], offsets[end - 1] + 1
                leaks.setdefault(span, Leak(*span, source, how))
        for person in self._detailed(text):
            for start, end, count in details_in(text, person.details):
                how = f"{count} details that together tell who it is"
                leaks.setdefault((start, end), Leak(start, end, person.source, how))
        return sorted(leaks.values(), key=lambda leak: (leak.start, leak.end))

    def _detailed(self, text: str) -> list[ProtectedPerson]:
        """The persons of whom a text has telling words of two details or more; the time grows with the text."""
        met: dict[int, set[int]] = {}
        for key in telling_words(text):
            for person, detail in self._telling.get(key, ()):
                met.setdefault(person, set()).add(detail)
        return [self._persons[index] for index in sorted(met) if len(met[index]) > 1]

    def _found(self, words: "_Words") -> Iterator[tuple[int, int, str, str]]:
        yield from self._han(words.text)
        yield from self._whole(words)
        yield from self._parts(words)
        yield from self._rejoined(words)

    def _han(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        if HAN.search(text):
            for pattern, person in self._index.han:
                for match in pattern.finditer(text):
                    yield match.start(), match.end(), person.source, "the name itself"

    def _whole(self, words: "_Words") -> Iterator[tuple[int, int, str, str]]:
        """The words of a name next to one another in any order, compared in four ways."""
        known = self._index.words
        told = [(forms, [form in known for form in forms]) for forms in words.forms]
        for size in self._index.sizes:
            for first in range(len(words.spans) - size + 1):
                window = slice(first, first + size)
                near = (forms[window] for forms, ours in told if all(ours[window]))
                hit = next((found for forms in near if (found := self._index.whole(forms))), None)
                hit = hit or (self._index.boned(words.forms[1][window]) if words.capitals(window) else None)
                if hit and words.adjacent(window) and (not hit.weak or self._is_name(words, window)):
                    yield *words.span(first, first + size - 1), hit.source, hit.how

    @staticmethod
    def _is_name(words: "_Words", window: slice) -> bool:
        """Whether ordinary words next to one another are written as a name: capitals, no stop between, no month or block."""
        span = range(*window.indices(len(words.spans)))
        joined = all(_FILE_JOINT.fullmatch(words.between(i, i + 1)) for i in span[:-1]) and len(span) > 1
        named = words.capitals(window) and not any(_STOP.search(words.between(i, i + 1)) for i in span[:-1])
        return joined or (named and not any(words.ordinary_use(i) for i in (span[0], span[-1])))

    def _parts(self, words: "_Words") -> Iterator[tuple[int, int, str, str]]:
        """Parts of names: telling ones alone, ordinary ones in company."""
        weak: list[tuple[int, Part]] = []
        for i, (_, _, word) in enumerate(words.spans):
            for part in self._index.parts_of(word):
                if part.strength == "telling" and (not part.needs_capital or is_capital(word)):
                    yield *words.span(i, i), part.source, "a part of the name"
                elif part.strength != "telling" and is_capital(word) and not words.ordinary_use(i):
                    weak.append((i, part))
                    if part.strength == "ordinary" and words.titled(i):
                        yield *words.span(i, i), part.source, "a part of the name after a title"
                    elif part.only and not words.opens(i):
                        yield *words.span(i, i), part.source, "the name itself"
        for (i, one), (j, other) in pairwise(weak):
            apart = _NEARBY if {one.strength, other.strength} == {"ordinary"} else 1
            if one.names & other.names and one.form != other.form and 0 < j - i <= apart and words.one_sentence(i, j):
                yield *words.span(i, j), one.source, "parts of the name together"

    def _rejoined(self, words: "_Words") -> Iterator[tuple[int, int, str, str]]:
        """A part whose letters stand apart, or that is broken in two."""
        for run in words.letter_runs():
            letters = "".join(plain_form(words.spans[i][2]) for i in run)
            for part in self._index.inside(letters, shortest=_FEWEST_SPACED):
                yield *words.span(run[0], run[-1]), part.source, "the name spaced out"
        for i in range(len(words.spans) - 1):
            if re.fullmatch(r"[-‐‑]?\s{0,3}|[-‐‑._·*]", words.between(i, i + 1)):
                joined = words.forms[0][i] + words.forms[0][i + 1]
                whole = self._index.broken(joined)
                if whole is not None:
                    yield *words.span(i, i + 1), whole.source, "the name broken in two"


def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name: a capital, or a script without capitals."""
    return word[0].isupper() or not word[0].islower()


class _Words:
    """The words of one reading of a text, in comparable forms: as they are, in Latin letters, as they look."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [(m.start(), m.end(), m[0]) for m in WORD.finditer(self.text)]
        words = [unicodedata.normalize("NFC", word) for _, _, word in self.spans]
        self.forms = (
            [plain_form(word) for word in words],
            [latin_form(word) for word in words],
            [lookalike_form(word) for word in words],
        )

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.spans[first][0], self.spans[last][1]

    def between(self, first: int, second: int) -> str:
        return self.text[self.spans[first][1] : self.spans[second][0]]

    def adjacent(self, window: slice) -> bool:
        return all(_JOINT.fullmatch(self.between(i, i + 1)) for i in range(window.start, window.stop - 1))

    def capitals(self, window: slice) -> bool:
        return all(is_capital(word) for _, _, word in self.spans[window])

    def one_sentence(self, first: int, last: int) -> bool:
        return not _STOP.search(self.text[self.spans[first][1] : self.spans[last][0]]) and not self.opens(first)

    def opens(self, index: int) -> bool:
        before = self.text[: self.spans[index][0]][-8:].rstrip(" *_“\"'‘[(\t")
        return not before or before[-1] in ".!?:\n#|-"

    def titled(self, index: int) -> bool:
        """A title or an initial stands before the word."""
        before = self.forms[0][index - 1] if index else ""
        joint = re.fullmatch(r"(\.?)[ \u00a0]{1,2}", self.between(index - 1, index)) if index else None
        if joint is None:
            return False
        return (len(before) == 1 or before in ABBREVIATED) if joint[1] else before in TITLES

    def ordinary_use(self, index: int) -> bool:
        """A month after “in”, or a block, gate or ward with its letter or number."""
        form = self.forms[0][index]
        before = self.forms[0][index - 1] if index else ""
        dated = re.search(r"\d\W{0,2}$", self.text[max(0, self.spans[index][0] - 4) : self.spans[index][0]])
        after = self.text[self.spans[index][1] : self.spans[index][1] + 4]
        month = form in MONTHS and (bool(dated) or before in BEFORE_MONTHS or bool(re.match(r" \d", after)))
        return month or (form in NUMBERED and bool(_NUMBER_AFTER.match(after)))

    def letter_runs(self) -> Iterator[list[int]]:
        run: list[int] = []
        for i, (_, _, word) in enumerate(self.spans):
            near = bool(run) and _LETTERS_APART.fullmatch(self.between(i - 1, i)) is not None
            if len(word) == 1 and (near or not run):
                run.append(i)
                continue
            if len(run) >= _FEWEST_SPACED:
                yield run
            run = [i] if len(word) == 1 else []
        if len(run) >= _FEWEST_SPACED:
            yield run
