"""Protected names found however they are written: script, case, accents, invisible characters, split by markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.text.scripts import name_key

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u0640]"
)
#: Letters of other scripts that look like Latin ones.
_LOOKALIKE: Final = str.maketrans(
    "абвеԁзіјкӏмнопрсѕтухүһгԛԝɡαβεηικνορτυχϲЅІЈ",
    "abbeдzijkimhoпpcstyxyhгqwgaβεhikvoptyxcSIJ".replace("д", "d")
    .replace("п", "n")
    .replace("г", "r")
    .replace("β", "b")
    .replace("ε", "e"),
)
#: Cyrillic and Arabic letters to a rough Latin skeleton: enough to meet a name in another script.
_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіѓјўєї",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts",
         "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "ng", "o", "u", "u", "h", "i", "g", "j", "u", "e", "i"],
        strict=True,
    )
)  # fmt: skip
_ARABIC: Final = dict(
    zip(
        "ابپتثجچحخدذرزژسشصضطظعغفقكگڭلمنهھوۇۆۈۋېىيیەئءأإآةؤ",
        ["a", "b", "p", "t", "s", "j", "ch", "h", "h", "d", "z", "r", "z", "zh", "s", "sh", "s", "d", "t", "z", "", "g", "f", "k",
         "k", "g", "ng", "l", "m", "n", "h", "h", "u", "u", "o", "u", "v", "e", "i", "i", "i", "a", "", "", "a", "i",
         "a", "a", "u"],
        strict=True,
    )
)  # fmt: skip
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ‘`-][^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SHORTEST: Final = 3
#: Fewest consonants for a skeleton to tell a name across scripts.
_FEWEST_CONSONANTS: Final = 4


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
    Looked for are the known forms in any case, accents, apostrophes and order of words; with invisible or look-alike
    characters; in Cyrillic, Arabic or Uyghur letters for Latin ones and the other way round; and a family name alone.
    """
    haystack = _Haystack(text)
    free = {_plain(word) for name in shown for word in _WORD.findall(name)}
    leaks: dict[tuple[int, int], Leak] = {}
    for person in protected.persons:
        for leak in (*_names(haystack, person, free), *_details(text, person)):
            leaks.setdefault((leak.start, leak.end), leak)
    return sorted(leaks.values(), key=lambda leak: leak.start)


class _Haystack:
    """A text without invisible characters, with the way back, and its words in comparable forms."""

    def __init__(self, text: str) -> None:
        kept = [(char, i) for i, char in enumerate(text) if not _INVISIBLE.match(char)]
        self.text = "".join(char for char, _ in kept)
        self.offsets = [i for _, i in kept] + [len(text)]
        self.words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(self.text)]
        self.plain = [_plain(word) for _, _, word in self.words]
        self.latin = [_latin(word) for _, _, word in self.words]
        self.bones = [_skeleton(word) for word in self.latin]
        self.alike = [_plain(word.translate(_LOOKALIKE)) for _, _, word in self.words]

    def span(self, first: int, last: int) -> tuple[int, int]:
        start, end = self.words[first][0], self.words[last][1]
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """Casefolded, without accents, apostrophes and hyphens; letters of every script kept."""
    bare = unicodedata.normalize("NFKD", name_key(word))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def _latin(word: str) -> str:
    """A rough Latin form of a word in Cyrillic or Arabic letters; Latin stays."""
    folded = unicodedata.normalize("NFC", word).casefold()
    if not any("\u0400" <= char <= "\u06ff" for char in folded):
        return _plain(word)
    return "".join(_CYRILLIC.get(char, _ARABIC.get(char, char)) for char in folded if char.isalpha())


@lru_cache(maxsize=65536)
def _skeleton(latin: str) -> str:
    """Consonants in the order they stand, in one spelling: what survives romanisation."""
    merged = latin.translate(str.maketrans("qwcxz", "kvkks"))
    for pair, single in (
        ("kh", "h"),
        ("gh", "g"),
        ("sh", "s"),
        ("ch", "j"),
        ("zh", "j"),
        ("ph", "f"),
        ("ng", "n"),
        ("dj", "j"),
    ):
        merged = merged.replace(pair, single)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", merged))


def _names(haystack: _Haystack, person: ProtectedPerson, free: set[str]) -> Iterator[Leak]:
    for name in person.names:
        if _HAN.search(name):
            yield from _han(haystack, name, person)
            continue
        words = [word for word in _WORD.findall(name) if len(word) > 1]
        if words:
            yield from _sequences(haystack, words, person)
            yield from _run_together(haystack, words, person)
            yield from _alone(haystack, words, person, free)


def _han(haystack: _Haystack, name: str, person: ProtectedPerson) -> Iterator[Leak]:
    wanted = [char for char in unicodedata.normalize("NFKC", name) if char.isalnum()]
    pattern = r"[\s·•・\-*_]*".join(re.escape(char) for char in wanted)
    for match in re.finditer(pattern, unicodedata.normalize("NFC", haystack.text)):
        yield Leak(
            haystack.offsets[match.start()], haystack.offsets[match.end() - 1] + 1, person.source, "the name itself"
        )


def _sequences(haystack: _Haystack, words: list[str], person: ProtectedPerson) -> Iterator[Leak]:
    """The words of a name next to one another in any order, compared in four ways."""
    count = len(words)
    plain, latin = sorted(_plain(word) for word in words), sorted(_latin(word) for word in words)
    bones = sorted(_skeleton(word) for word in latin)
    for first in range(len(haystack.words) - count + 1):
        last = first + count - 1
        if not _adjacent(haystack, first, last):
            continue
        window = slice(first, last + 1)
        if sorted(haystack.plain[window]) == plain:
            yield Leak(*haystack.span(first, last), person.source, "the name itself")
        elif sorted(haystack.alike[window]) == plain:
            yield Leak(*haystack.span(first, last), person.source, "the name in look-alike letters")
        elif sorted(haystack.latin[window]) == latin:
            yield Leak(*haystack.span(first, last), person.source, "the name in another script")
        elif _same_bones(haystack, bones, window):
            yield Leak(*haystack.span(first, last), person.source, "the name in another spelling")


def _same_bones(haystack: _Haystack, bones: list[str], window: slice) -> bool:
    """Tell whether words written as names have the consonants of the name, and enough of them to tell anything."""
    tells = sum(len(bone) for bone in bones) >= _FEWEST_CONSONANTS and all(len(bone) > 1 for bone in bones)
    return (
        tells
        and sorted(haystack.bones[window]) == bones
        and all(_is_written_as_name(word) for _, _, word in haystack.words[window])
    )


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() or not (word[0].islower() or word[0].isupper())


def _adjacent(haystack: _Haystack, first: int, last: int) -> bool:
    return all(
        re.fullmatch(r"[\W_]{0,6}(?:[A-Z]\.\W{0,2})?", haystack.text[haystack.words[i][1] : haystack.words[i + 1][0]])
        for i in range(first, last)
    )


def _run_together(haystack: _Haystack, words: list[str], person: ProtectedPerson) -> Iterator[Leak]:
    """The name without its spaces, as in a file name or a handle, or with its letters spaced out."""
    whole = "".join(_plain(word) for word in words)
    if len(whole) < _SHORTEST * 2:
        return
    for form in {whole, "".join(_plain(word) for word in reversed(words))}:
        for index, (plain, latin) in enumerate(zip(haystack.plain, haystack.latin, strict=True)):
            if form in plain or form in latin:
                yield Leak(*haystack.span(index, index), person.source, "the name run together")
        pattern = r"[\s.·_*-]{1,3}".join(re.escape(char) for char in form)
        for match in re.finditer(pattern, haystack.text, re.IGNORECASE):
            span = haystack.offsets[match.start()], haystack.offsets[match.end() - 1] + 1
            yield Leak(*span, person.source, "the name spaced out")


def _alone(haystack: _Haystack, words: list[str], person: ProtectedPerson, free: set[str]) -> Iterator[Leak]:
    """A part of the name alone, written as a name and not a word that the report may show."""
    if len(words) < 2:  # noqa: PLR2004 - a name of one word is looked for as a whole
        return
    parts = {_plain(word) for word in words if len(_plain(word)) > _SHORTEST} - free
    for index, plain in enumerate(haystack.plain):
        word = haystack.words[index][2]
        if (
            (plain in parts or haystack.alike[index] in parts)
            and _is_written_as_name(word)
            and not _opens(haystack, index)
        ):
            yield Leak(*haystack.span(index, index), person.source, "a part of the name")


def _opens(haystack: _Haystack, index: int) -> bool:
    """A capital at the head of a sentence tells nothing of a common word; two-part names are caught as a whole."""
    before = haystack.text[: haystack.words[index][0]].rstrip(" *_“\"'‘[(")
    return (not before or before[-1] in ".!?:\n#|-") and haystack.words[index][2].lower() in _ENGLISH


_ENGLISH: Final = frozenset(
    [
        "rose", "grace", "hope", "faith", "summer", "april", "may", "june", "august", "mark", "will", "bill", "rich",
        "field", "young", "long", "short", "brown", "green", "white", "black", "king", "baker", "smith", "hunter",
        "mason", "cook", "hill", "lake", "rivers", "stone", "wood", "woods", "church",
    ]
)  # fmt: skip  # fmt: skip


def _details(text: str, person: ProtectedPerson) -> Iterator[Leak]:
    """Two telling details of one person in one stretch of text give the person away."""
    found = []
    folded = text.casefold()
    for detail in person.details:
        wanted = " ".join(detail.casefold().split())
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded) if len(wanted) > 2 else None  # noqa: PLR2004 - no detail is so short
        if match and len(folded) == len(text):
            found.append(match.span())
    if len(found) > 1:
        start, end = min(span[0] for span in found), max(span[1] for span in found)
        yield Leak(start, end, person.source, f"{len(found)} details that together tell who it is")
