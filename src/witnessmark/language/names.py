"""Names in running text: people, organisations, places, groups and legal instruments, by rules and lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from witnessmark.evidence.reading import NameMention
from witnessmark.language.instruments import find_instruments
from witnessmark.language.name_kinds import Phrase, split_phrase
from witnessmark.language.name_lists import COMMON, PLACES
from witnessmark.language.names_scripts import find_names_by_script
from witnessmark.language.overlaps import longest
from witnessmark.text.scripts import script_of

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_SHORT_TITLE: Final = r"(?:Mrs?|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Maj|Sgt|Capt|Prof|Rev|Jr|Sr)\."
_CAP: Final = (
    rf"(?:(?:[{_UPPER}]\.){{2,6}}|[A-Z]\.(?=\s[{_UPPER}])|{_SHORT_TITLE}|(?:al|el|an|ad|ash|as)-[{_UPPER}][^\W_]+"
    rf"|[{_UPPER}][^\W_]*(?:[-’'‘](?!s\b)[^\W_]+)*)"
)
_PARTICLE: Final = r"(?:of the|of|for|de la|de|del|da|dos|du|van der|van|von|der|den|bin|ibn|bint|ul|und|et|oglu)"
_SEQUENCE: Final = re.compile(
    rf"(?<![\w@#/-]){_CAP}(?:[ \u00a0](?:(?:{_PARTICLE}|and(?= (?:Herzegovina|Tobago|Barbuda|"
    rf"Nevis)))[ \u00a0])?{_CAP}){{0,11}}(?![@/\w&])"
)
_OPENS: Final = re.compile(r"(?:^|[.!?…:;]\s+|\n\s*|(?:^|[\s.!?…])[\"'“”‘«»(\[—–•*-]\s*|[-–—]\s+)$")
_LOWER_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
#: No person's bare surname stands after an article.
_THE: Final = re.compile(r"\b[Tt]he\s$")
_CONTRACTED: Final = re.compile(r"I[’'‘]")
#: Endings of cases, which Turkish writes behind an apostrophe onto names.
_ENDING: Final = re.compile(r"[’'‘][a-zçğıöşü]+$")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_LONGEST_UNKNOWN: Final = 4
_LONGEST_INITIALS: Final = 6
#: In these languages every noun is capitalised: a capital alone says nothing.
_CAPITALISED_NOUNS: Final = frozenset({"de", "lb"})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    start: int
    end: int
    words: str
    kind: str
    opens: bool = False


def find_names(text: str, *, language: str = "en", base: int = 0) -> list[NameMention]:
    """Return the names of `text` in order, not overlapping; offsets are code points plus `base`.

    `kind` is person, organisation, place, group, instrument, or unknown where the words do not tell. A word that is
    capitalised only because a sentence or a line starts with it is no name. Chinese, Arabic, Cyrillic and Uyghur names
    are told by lists, titles and verbs of speech, where these are sure. `language` matters for German, where a capital
    says nothing.
    """
    found = [
        _Found(start=start, end=end, words=text[start:end], kind="instrument") for start, end in find_instruments(text)
    ]
    if re.search("[A-Za-z]", text):
        sure_only = language in _CAPITALISED_NOUNS
        found += [
            one
            for one in _settled(list(_latin(text, turkish=language == "tr")), text)
            if not sure_only or one.kind != "unknown"
        ]
    found += [
        _Found(start=start, end=end, words=text[start:end], kind=kind)
        for start, end, kind in find_names_by_script(text)
    ]
    return [
        NameMention(
            start=one.start + base,
            end=one.end + base,
            words=text[one.start : one.end],
            kind=one.kind,
            script=script_of(one.words),
        )
        for one in longest(found)
    ]


def _latin(text: str, *, turkish: bool) -> Iterator[_Found]:
    for match in _SEQUENCE.finditer(text):
        phrase = Phrase(text=text, start=match.start(), end=match.end())
        if turkish:
            yield from _turkish(phrase)
            continue
        for part, kind in split_phrase(phrase):
            if part.end > part.start:
                opens = part.start == match.start() and bool(_OPENS.search(text[max(0, part.start - 4) : part.start]))
                yield _Found(start=part.start, end=part.end, words=part.name, kind=kind, opens=opens)


def _turkish(phrase: Phrase) -> Iterator[_Found]:
    """Yield the names of a run of capitalised Turkish words: an ending after an apostrophe closes a name ("Ankara'da")."""
    run: list[tuple[int, int]] = []
    for start, _, word in phrase.words:
        stem = _ENDING.sub("", word)
        cut = start + len(stem)
        if stem in PLACES:
            yield from _parts(phrase, run)
            yield from _parts(phrase, [(start, cut)])
            run = []
            continue
        run.append((start, cut))
        if stem != word:
            yield from _parts(phrase, run)
            run = []
    yield from _parts(phrase, run)


def _parts(phrase: Phrase, run: list[tuple[int, int]]) -> Iterator[_Found]:
    for part, kind in split_phrase(phrase.part(run[0][0], run[-1][1])) if run else ():
        if part.end > part.start:
            yield _Found(start=part.start, end=part.end, words=part.name, kind=kind)


def _settled(found: list[_Found], text: str) -> Iterator[_Found]:
    """Drop what is no name after all, and give a bare surname the kind of the person it repeats."""
    people = {word for one in found if one.kind == "person" for word in (*_surnames(one.words), one.words)}
    lower = {word for word in _LOWER_WORD.findall(text) if word[0].islower()}
    inside = {one.words for one in found if not one.opens}
    for one in found:
        if one.words in people and not _THE.search(text[max(0, one.start - 4) : one.start]):
            yield replace(one, kind="person")
        elif one.kind != "unknown" or not _is_accident(one, lower, inside):
            yield one


def _surnames(name: str) -> list[str]:
    """Parts of a person's name that may stand for the person alone: the last, and the first of two ("Zhang Jun")."""
    words = name.split()
    return [word for word in {words[0], words[-1]} if len(word) > 1] if len(words) > 1 else words


def _is_accident(one: _Found, lower: set[str], inside: set[str]) -> bool:
    words = one.words.split()
    if (
        len(words) > _LONGEST_UNKNOWN
        or _CONTRACTED.match(one.words)
        or all(word.lower() in COMMON or word.lower() in lower for word in words)
    ):
        return True
    if len(words) == 1 and (
        len(one.words) == 1
        or _ROMAN.fullmatch(one.words)
        or (one.words.isupper() and len(one.words) > _LONGEST_INITIALS)
    ):
        return True
    return one.opens and len(words) == 1 and one.words not in inside and not one.words.isupper()
