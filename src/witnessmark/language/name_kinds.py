"""Which kind of name a capitalised phrase is, and which part of it is the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from witnessmark.language.name_lists import (
    COMMON,
    FIRST_NAMES,
    GROUPS,
    LOWER_TITLES,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PLACE_HEADS,
    PLACE_STARTS,
    PLACES,
    SPEECH,
    TITLE_FIELDS,
    TITLES,
)

_WORD: Final = re.compile(r"[^\s\u00a0]+")
_SPEECH_AFTER: Final = re.compile(rf"(?:,[^,.\n]{{1,60}},)?\s+(?:also\s+|has\s+|had\s+)?(?:{SPEECH})\b")
_SPEECH_BEFORE: Final = re.compile(rf"(?:[,”\"’]\s?|\s)(?:{SPEECH}|according to)\s+$")
_ROLE_AFTER: Final = re.compile(r",\s+(?:\d\d,|an?\s+|the\s+|who\b|whose\b|head of|chief|director|spokes|a former)")
#: Who is taken up by *which* is nobody.
_WHICH_AFTER: Final = re.compile(r",\s+which\b")
_ROLE_BEFORE: Final = re.compile(r"\b([a-z]+),?\s+$")
_TITLE_BEFORE: Final = re.compile(
    r"\b(?:Ambassador|President|Minister|Secretary|Commissioner|Director|Chairman|Governor|Spokes\w+),\s+$"
)
_PLACE_BEFORE: Final = re.compile(r"\b(?:in|near|outside|throughout|inside)\s+$")
_PLURAL: Final = re.compile(r"(?:s|men|women)$")
_LONGEST_TITLE: Final = 3
_MOST_PERSON_WORDS: Final = 5
_MOST_PLACE_WORDS: Final = 2
#: "Office of X": so many words at least.
_OFFICE_WORDS: Final = 3
_POSSESSIVE: Final = re.compile(r"[’'‘]s\b")


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A capitalised phrase at `start`..`end` of `text`."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> list[tuple[int, int, str]]:
        """The words with their offsets."""
        found = _WORD.finditer(self.text, self.start, self.end)
        return [(word.start(), word.end(), word[0].rstrip(",")) for word in found]

    def part(self, start: int, end: int) -> "Phrase":
        """Return a part of this phrase."""
        return Phrase(text=self.text, start=start, end=end)

    @property
    def name(self) -> str:
        """The words with single spaces."""
        return " ".join(word for _, _, word in self.words)


def split_phrase(phrase: Phrase, *, after_title: bool = False) -> Iterator[tuple[Phrase, str]]:
    """Yield the names in a phrase with their kinds: "Chinese President Xi Jinping" holds a group and a person."""
    phrase = _trimmed(phrase)
    words = phrase.words
    if not words:
        return
    known = _known(phrase.name)
    if known:
        yield phrase, known
        return
    if len(words) > _OFFICE_WORDS - 1 and words[0][2] in ORGANISATION_HEADS and words[1][2] in {"of", "for"}:
        yield phrase, "organisation"
        return
    title = _find_title(words)
    if title is not None:
        yield from _around_title(phrase, words, *title)
        return
    if len(words) > 1 and _is_group(words[0][2]) and _by_heads([word for _, _, word in words]) == "":
        yield phrase.part(words[0][0], words[0][1]), "group"
        yield from split_phrase(phrase.part(words[1][0], phrase.end), after_title=after_title)
        return
    of = _person_of(words, after_title=after_title)
    if of:
        yield phrase.part(words[0][0], words[of - 1][1]), "person"
        yield from split_phrase(phrase.part(words[of + 1][0], phrase.end))
        return
    yield phrase, _kind(phrase, words, after_title=after_title)


def _person_of(words: list[tuple[int, int, str]], *, after_title: bool) -> int:
    """Return where "of" stands that ties a person to a place or body ("Martin Smith of PBS"), 0 where there is none."""
    names = [word for _, _, word in words]
    at = names.index("of") if "of" in names[:-1] else 0
    return at if at > 1 and (after_title or names[0] in FIRST_NAMES) else 0


def _trimmed(phrase: Phrase) -> Phrase:
    words = list(phrase.words)
    while words and (words[0][2].lower() in COMMON) and not _known(" ".join(word for _, _, word in words)):
        words.pop(0)
    while words and words[-1][2].lower() in COMMON:
        words.pop()
    if len(words) == len(phrase.words):
        return phrase
    return phrase.part(words[0][0], words[-1][1]) if words else phrase.part(phrase.start, phrase.start)


def _known(name: str) -> str:
    if name in ORGANISATIONS:
        return "organisation"
    if name in PLACES:
        return "place"
    return "group" if _is_group(name) else ""


def _is_group(word: str) -> bool:
    return (
        word in GROUPS or (word.endswith("s") and word[:-1] in GROUPS) or (word.endswith("es") and word[:-2] in GROUPS)
    )


def _find_title(words: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """The first title in the words as (first word, word after it), with the field it is of."""
    names = [word.rstrip(".") for _, _, word in words]
    for first in range(len(names)):
        if first and names[first - 1] in {"of", "for"}:
            continue
        for size in range(min(_LONGEST_TITLE, len(names) - first), 0, -1):
            if " ".join(names[first : first + size]) in TITLES:
                return first, _after_field(names, first + size)
    return None


def _after_field(names: list[str], at: int) -> int:
    while at < len(names) and names[at - 1] != names[at] and " ".join(names[at - 1 : at + 1]) in TITLES:
        at += 1
    if at < len(names) and names[at] in {"of", "for"}:
        for size in (3, 2, 1):
            field = names[at + 1 : at + 1 + size]
            if " ".join(field) in TITLE_FIELDS or (size == 1 and " ".join(field) in PLACES):
                return at + 1 + len(field)
    return at


def _around_title(
    phrase: Phrase, words: list[tuple[int, int, str]], first: int, after: int
) -> Iterator[tuple[Phrase, str]]:
    if first:
        yield from split_phrase(phrase.part(phrase.start, words[first - 1][1]))
    rest = words[after:]
    joined = [word for _, _, word in words]
    if rest and first == 0 and _by_heads(joined) == "organisation" and joined[-1] in ORGANISATION_HEADS:
        yield phrase, "organisation"
    elif rest and rest[0][2] not in {"of", "for"}:
        yield from split_phrase(phrase.part(rest[0][0], phrase.end), after_title=True)
    elif rest and len(rest) > 1:
        yield from split_phrase(phrase.part(rest[1][0], phrase.end))


def _by_heads(names: list[str]) -> str:
    if names[-1] in PLACE_HEADS and len(names) > 1 and names[-1] != "Bank":
        return "place"
    if len(names) > 1 and (names[-1] in ORGANISATION_HEADS or any(name in ORGANISATION_HEADS for name in names[:-1])):
        return "organisation"
    return ""


def _kind(phrase: Phrase, words: list[tuple[int, int, str]], *, after_title: bool) -> str:
    names = [word for _, _, word in words]
    if after_title and len(names) <= _MOST_PERSON_WORDS:
        return "person"
    by_heads = _by_heads(names)
    if by_heads:
        return by_heads
    if names[0] in FIRST_NAMES and 1 < len(names) <= _MOST_PERSON_WORDS:
        return "person"
    if len(names) > 1 and names[0] in PLACE_STARTS and names[-1] in PLACES:
        return "place"
    return _by_context(phrase, names)


def _by_context(phrase: Phrase, names: list[str]) -> str:
    before, after = phrase.text[max(0, phrase.start - 40) : phrase.start], phrase.text[phrase.end : phrase.end + 80]
    if names[0].isupper() and len(names) == 1:
        return "unknown"
    if _is_addressed(before, names):
        return "person"
    if len(names) > 1 and _WHICH_AFTER.match(after):
        return "organisation" if _SPEECH_AFTER.match(after) else "unknown"
    if _PLACE_BEFORE.search(before) and len(names) <= _MOST_PLACE_WORDS and not _POSSESSIVE.match(after):
        return "place"
    speaks = _SPEECH_AFTER.match(after) or _SPEECH_BEFORE.search(before) or _ROLE_AFTER.match(after)
    return "person" if speaks and 1 < len(names) <= _MOST_PERSON_WORDS - 1 else "unknown"


def _is_addressed(before: str, names: list[str]) -> bool:
    """Whether a title or role stands right before: "spokesman Wang Wenbin", "U.N. Ambassador, Zhang Jun"."""
    role = _ROLE_BEFORE.search(before)
    titled = _TITLE_BEFORE.search(before) is not None or (role is not None and role[1] in LOWER_TITLES)
    return titled and len(names) <= _MOST_PERSON_WORDS
