"""The forms and parts of all protected names in tables, so that each word of a text is looked up once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from witnessmark.evidence.protected import ProtectedPerson
from witnessmark.manuscript.identity_folding import INVISIBLE, lookalike_form
from witnessmark.manuscript.identity_words import ORDINARY, PARTICLES
from witnessmark.text.romanised import latin_form, plain_form, skeleton

HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
WORD: Final = re.compile(r"(?=[\d@$]{0,3}[^\W\d_])[^\W_@$]*[^\W\d_](?:[\d@$]*[^\W_])*(?:['’ʼ‘`-][^\W\d_][^\W_]*)*")
_HYPHEN: Final = re.compile(r"[-‐‑]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_POSSESSIVE: Final = re.compile(r"['’ʼ‘`][sS]?$")
#: Endings that Latin letters give a name: plural, case, adjective, patronymic.
_ENDINGS: Final = frozenset(
    ["s", "es", "n", "ns", "in", "a", "e", "i", "u", "y", "an", "ian", "as", "ai", "am", "em", "om", "ov", "ova",
     "ev", "eva", "ow",
     "owa", "owi", "owie", "owna", "ski", "sky", "skiy", "ska", "ovich", "evich", "ovna", "evna", "oglu", "ogly", "kyzy", "qizi",
     "uly", "ning", "nin", "nun", "ni", "ga", "ge", "gha", "ka", "ke", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "lar",
     "ler", "im", "um", "ish", "ism", "ist", "ites", "ite", "ymi", "ami", "ach", "ovi"]
)  # fmt: skip
_CYRILLIC_VOWEL: Final = re.compile("[аеёиоуыэюяьйіүұөә]$")
_ARABIC_LEADS: Final = re.compile(r"(?:[وف]?[بلكس]?(?:ال|لل)?|لل)(?=.{3})")
_ARABIC_TAILS: Final = frozenset(
    ["ي", "ه", "ها", "هم", "هن", "نا", "ك", "كم", "ون", "ين", "ات", "ان", "يه", "نىڭ", "نى", "ني", "غا", "قا", "گه", "كه", "گە",
     "كە", "دا", "دە", "ده", "تا", "تە", "دىن", "تىن", "دين", "تين", "لار", "لەر", "نيڭ", "م", "ىم", "يم"]
)  # fmt: skip
_LONGEST_ENDING: Final = 5
_SHORTEST_PART: Final = 4
_LONG_PART: Final = 7
_BROKEN_PART: Final = 6
_FEWEST_CONSONANTS: Final = 4
_MOST_WRONG: Final = 2

Strength = Literal["telling", "ordinary", "shown"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a protected name: its form, how much it tells alone, and the names that it is a part of."""

    form: str
    source: str
    strength: Strength
    names: frozenset[int]
    only: bool
    needs_capital: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole name in one form; `weak` if every word of it is ordinary."""

    source: str
    how: str
    weak: bool


class NameIndex:
    """Tables of the whole names and their parts."""

    def __init__(self, persons: Sequence[ProtectedPerson], shown: Iterable[str]) -> None:
        self._free = {form(word) for name in shown for word in _split(name) for form in (plain_form, latin_form)}
        self._parts: dict[str, list[Part]] = {}
        self._wholes: dict[tuple[str, ...], Whole] = {}
        self._bones: dict[tuple[str, ...], Whole] = {}
        self._bone_parts: dict[str, list[Part]] = {}
        self._run: dict[str, Part] = {}
        self._seen: dict[str, tuple[Part, ...]] = {}
        self.han: list[tuple[re.Pattern[str], ProtectedPerson]] = []
        for number, (person, name) in enumerate((one, name) for one in persons for name in one.names):
            self._add(person, INVISIBLE.sub("", unicodedata.normalize("NFC", name)), number)
        self.sizes = sorted({len(key) for key in self._wholes})

    def _add(self, person: ProtectedPerson, name: str, number: int) -> None:
        if HAN.search(name):
            wanted = [char for char in unicodedata.normalize("NFKC", name) if char.isalnum()]
            self.han.append((re.compile(r"[\s·•・\-*_]{0,3}".join(map(re.escape, wanted))), person))
            return
        words = [word for word in (m[0] for m in WORD.finditer(name)) if len(word) > 1]
        if words:
            self._add_whole(person, words)
            self._add_run(person, words, number)
            for word in words:
                for one in dict.fromkeys((word, *(half for half in _HYPHEN.split(word) if len(half) > 1))):
                    self._add_part(person, one, number, only=len(words) == 1 and one == word)

    def _add_whole(self, person: ProtectedPerson, words: list[str]) -> None:
        weak = all(plain_form(word) in ORDINARY or len(word) < _SHORTEST_PART for word in words)
        for form, how in ((plain_form, "the name itself"), (latin_form, "the name in another script")):
            key = tuple(sorted(form(word) for word in words))
            self._wholes.setdefault(key, Whole(person.source, how, weak))
        bones = tuple(sorted(skeleton(latin_form(word)) for word in words))
        if len(words) > 1 and sum(map(len, bones)) >= _FEWEST_CONSONANTS and all(len(bone) > 1 for bone in bones):
            self._bones.setdefault(bones, Whole(person.source, "the name in another spelling", weak))

    def _add_run(self, person: ProtectedPerson, words: list[str], number: int) -> None:
        for form in (plain_form, latin_form):
            forms = [form(word) for word in words]
            for order in (forms, forms[::-1]):
                whole = "".join(order)
                if len(whole) >= _BROKEN_PART:
                    part = Part(whole, person.source, "telling", frozenset({number}), only=True, needs_capital=False)
                    self._run.setdefault(whole, part)

    def _add_part(self, person: ProtectedPerson, word: str, number: int, *, only: bool) -> None:
        plain = plain_form(word)
        if not only and plain in PARTICLES:
            return
        strength: Strength = "telling"
        if plain in ORDINARY or (len(plain) < _SHORTEST_PART and not only):
            strength = "ordinary"
        elif {plain, latin_form(word)} & self._free and not only:
            strength = "shown"
        part = Part(
            plain, person.source, strength, frozenset({number}), only=only, needs_capital=len(plain) < _SHORTEST_PART
        )
        for form in {plain, latin_form(word)}:
            self._parts.setdefault(form, []).append(part)
            bone = skeleton(form)
            if strength == "telling" and len(form) >= _BROKEN_PART and len(bone) >= _FEWEST_CONSONANTS:
                self._bone_parts.setdefault(bone, []).append(part)
            if _CYRILLIC_VOWEL.search(form) and len(form) > _SHORTEST_PART:
                self._parts.setdefault(form[:-1], []).append(part)
            if strength == "telling" and len(form) >= _LONG_PART:
                self._run.setdefault(form, part)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a whole name, in each form in which it is compared."""
        return frozenset(word for key in self._wholes for word in key)

    def whole(self, forms: Sequence[str]) -> Whole | None:
        """Return the name of which these are all the words, in any order."""
        return self._wholes.get(tuple(sorted(forms)))

    def boned(self, forms: Sequence[str]) -> Whole | None:
        """Return the name that has the consonants of these words."""
        return self._bones.get(tuple(sorted(skeleton(form) for form in forms))) if len(forms) > 1 else None

    def parts_of(self, word: str) -> tuple[Part, ...]:
        """Return the parts of names that a word of a text is a form of."""
        if word not in self._seen:
            found = [part for one in _cuts(word) for part in self._looked_up(one)]
            self._seen[word] = tuple(dict.fromkeys(found))
        return self._seen[word]

    def _looked_up(self, word: str) -> Iterator[Part]:
        plain = plain_form(word)
        if plain in self._free and not any(part.strength != "telling" for part in self._parts.get(plain, ())):
            return
        for form in dict.fromkeys((plain, latin_form(word), lookalike_form(word))):
            yield from self._ending(form, inflected=_POSSESSIVE.sub("", word) != word)
            yield from self.inside(form, shortest=_LONG_PART)
        bone = skeleton(latin_form(word))
        if word[:1].isupper() and len(bone) >= _FEWEST_CONSONANTS and plain not in ORDINARY:
            yield from (p for p in self._bone_parts.get(bone, ()) if _close(p.form, plain))

    def _ending(self, form: str, *, inflected: bool) -> Iterator[Part]:
        for length in range(len(form), max(len(form) - _LONGEST_ENDING, 1) - 1, -1):
            for part in self._parts.get(form[:length], ()):
                if _may_end(part, form[:length], form[length:], inflected=inflected):
                    yield part
        if _ARABIC.match(form):
            lead = _ARABIC_LEADS.match(form)
            if lead and lead[0]:
                for cut in range(1, lead.end() + 1):
                    yield from self._led(form[cut:])

    def _led(self, rest: str) -> Iterator[Part]:
        for length in range(len(rest), max(len(rest) - _LONGEST_ENDING, 3), -1):
            for part in self._parts.get(rest[:length], ()):
                if part.strength == "telling" and _may_end(part, rest[:length], rest[length:], inflected=False):
                    yield part

    def inside(self, form: str, *, shortest: int) -> Iterator[Part]:
        """Yield what stands inside a run of letters: a whole name run together, or a long part."""
        if len(form) < shortest:
            return
        if shortest == _LONG_PART:
            yield from (part for run, part in self._run.items() if len(run) <= len(form) and run in form)
            return
        yield from (
            part for own, parts in self._parts.items() for part in parts
            if len(own) >= shortest and part.strength != "shown" and own in form
        )  # fmt: skip

    def broken(self, joined: str) -> Part | None:
        """Return the telling part that two words make when they are joined."""
        for length in range(len(joined), max(len(joined) - 3, _BROKEN_PART - 1), -1):
            for part in self._parts.get(joined[:length], ()):
                if part.strength == "telling" and (length == len(joined) or joined[length:] in _ENDINGS):
                    return part
        return None


def _split(name: str) -> list[str]:
    words = [match[0] for match in WORD.finditer(name)]
    return [*words, *(half for word in words for half in _HYPHEN.split(word))]


def _cuts(word: str) -> list[str]:
    """A word, and the halves of a word with hyphens, each without a possessive."""
    halves = [half for half in _HYPHEN.split(word) if len(half) > 1] if _HYPHEN.search(word) else []
    return list(dict.fromkeys((word, *(_POSSESSIVE.sub("", one) for one in (word, *halves)), *halves)))


def _may_end(part: Part, stem: str, ending: str, *, inflected: bool) -> bool:
    """Whether a word that begins with a part is a form of it."""
    if not ending:
        return stem == part.form or not _CYRILLIC.search(stem) or len(stem) > _SHORTEST_PART
    if part.strength != "telling":
        return ending == "s" and (inflected or part.strength == "ordinary")
    if _CYRILLIC.search(stem):
        return len(ending) <= 3 and len(stem) >= _SHORTEST_PART  # noqa: PLR2004 - the longest case ending
    if _ARABIC.search(stem):
        return ending in _ARABIC_TAILS and len(stem) >= _SHORTEST_PART
    return ending in _ENDINGS and (len(stem) > _SHORTEST_PART or ending == "s")


def _close(form: str, other: str) -> bool:
    """Whether two words with the same consonants differ in at most two letters."""
    return abs(len(form) - len(other)) <= _MOST_WRONG and len(set(form) ^ set(other)) <= _MOST_WRONG
