"""Names of persons: without titles, their longest forms, the short forms that stand for them, the roles beside them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from witnessmark.language.name_lists import COMMON, GROUPS, ORGANISATION_HEADS, PLACES, TITLES
from witnessmark.reading.person_words import ROLE_HEADS
from witnessmark.reading.word_sets import word_set

_PARTICLES: Final = "de|al|el|van|von|bin|ibn|bint|da|di|del|der|den|dos|la|le|ben|abu|zu|af|y|e"
_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
#: A run of capitalised words, particles between them, that may be a name with titles before it.
_CAP: Final = rf"[{_UPPER}](?:[\w-]|[’'‘](?=\w)(?!s\b)|\.(?=[\s\w]))*"
NAME: Final = re.compile(rf"{_CAP}(?:\s+(?:(?:{_PARTICLES})\s+){{0,2}}(?:(?:al|el|an|ad|ash|as)-)?{_CAP}){{0,7}}")
_GENITIVE: Final = re.compile(r"[’'‘]s?$")
_SHORT_TITLES: Final = word_set(
    "mr mrs ms miss dr sir dame lord lady sen rep gov gen col sgt lt prof rev maj capt mx hon st"
)
_TITLE_WORDS: Final = frozenset(word.lower() for title in TITLES for word in title.split()) | ROLE_HEADS | _SHORT_TITLES
#: So many persons of one surname are held against each other.
_MOST_SHARING: Final = 50
_SUFFIXES: Final = frozenset({"jr", "sr"})
#: "JP Morgan" may be a person, "CNN Vall" is none.
_INITIALS: Final = 3
_PLATFORMS: Final = frozenset({"Twitter", "Facebook", "Instagram", "YouTube", "Telegram", "WhatsApp", "TikTok"})
#: Last words of newspapers that no person is called by.
_PAPERS: Final = frozenset({"Times", "Mail", "Herald", "Tribune", "Telegraph", "Gazette", "Chronicle", "Observer"})
_OF_WHERE: Final = re.compile(r"\s+(?:of|from|in|at)\s.*$")
#: A role before a name, back to where its phrase begins; and one after it, between commas.
_BEFORE: Final = re.compile(r"((?:[\w’'.&-]+ ){0,7}[\w’'.-]+),?\s+$")
_AFTER: Final = re.compile(
    r"(?:,\s+(?:\d{1,3},\s+)?|\s+\(|,?\s+who (?:is|was|heads?|leads?|serves? as)\s+)"
    r"((?:an?|the|his|her|its|their|who is|who was|then|now|former)\s+)?(?P<role>[^,.;:()“”\"\n]{3,80})"
)
_SHORT_BEFORE: Final = re.compile(r"\b(Gov|Sen|Rep|Gen|Col|Dr|Prof|Sgt|Lt|Capt|Maj)\.\s+$")
_BREAK: Final = re.compile(
    r"[.;:,“”\"()—–]\s*|\b(?:by|with|against|that|and|when|while|as|said|says|told|from|between|after)\s"
)


def plain_name(words: str) -> str:
    """Return a name without the titles, peoples and offices before it and without a genitive ending."""
    parts = _OF_WHERE.sub("", _GENITIVE.sub("", words.strip()).replace("\u00a0", " ")).split()
    while len(parts) > 1 and _is_title(parts[0], parts[1:]):
        parts.pop(0)
    if parts and parts[0].rstrip(".").lower() in _SHORT_TITLES:
        parts.pop(0)
    while len(parts) > 1 and parts[-1].strip(".,").lower() in _SUFFIXES:
        parts.pop()
    return " ".join(parts).rstrip(",")


def _is_title(word: str, rest: list[str]) -> bool:
    low = word.rstrip(".").lower()
    if low in _SHORT_TITLES:
        return True
    if (
        low in _TITLE_WORDS
        or word in GROUPS
        or word in ORGANISATION_HEADS
        or (word.isupper() and len(word) > 1 and "." in word)
    ):
        return (
            low not in {"king", "prince", "pope", "queen", "dean", "judge", "page", "chase", "grant", "major"}
            or len(rest) > 1
        )
    return False


def full_names(names: Iterable[str], cores: AbstractSet[str]) -> dict[str, str]:
    """Return every form that names a person in full → the longest form of the same name.

    "Nabil al-Quaety" is "Nabil Hasan al-Quaety" when both stand in the text. A single word is a full name only where no
    longer one ends or begins with it.
    """
    forms = {name for name in names if name and not _is_ordinary(name) and not _is_run_together(name)}
    several = sorted((name for name in forms if " " in name), key=lambda name: (-len(name.split()), name))
    held = {word.lower() for name in several for word in name.split()}
    full: dict[str, str] = {}
    by_last: dict[str, list[str]] = {}
    for name in several:
        longer = [each for each in by_last.get(name.split()[-1].lower(), [])[:_MOST_SHARING] if _within(name, each)]
        full[name] = longer[0] if len(longer) == 1 else name
        by_last.setdefault(name.split()[-1].lower(), []).append(name)
    full |= {
        name: name
        for name in forms
        if " " not in name and name.lower() not in held and (name in cores or len(name) > 1)
    }
    return full


def _is_ordinary(name: str) -> bool:
    """Tell whether all words are capitalised for other reasons, or name a place or body."""
    words = name.split()
    return (
        all(word.lower() in COMMON or word in PLACES or word in ORGANISATION_HEADS for word in words)
        or words[-1] in ORGANISATION_HEADS
    )


def _is_run_together(name: str) -> bool:
    """Tell two names side by side, "told CNN Vall": initials of a body or a platform and a surname; or a newspaper's name."""
    words = name.split()
    initials = len(words[0]) >= _INITIALS and words[0].isupper() and "." not in words[0] and not name.isupper()
    return len(words) > 1 and (initials or words[0] in _PLATFORMS or words[-1] in _PAPERS)


def _within(short: str, long: str) -> bool:
    """Tell whether the words of a shorter name stand in the longer one in the same order, initials aside."""
    rest = iter(long.lower().split())
    return all(word in rest for word in short.lower().split() if not re.fullmatch(r"\w\.?", word))


def last_names(full: Mapping[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the persons by the last word of their names, and by any other word that may stand for them."""
    last: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for name in sorted(set(full.values())):
        words = name.split()
        last.setdefault(folded(words[-1]), []).append(name)
        for word in words[:-1]:
            if len(word) > 1 and word[0].isupper() and not word.endswith("."):
                other.setdefault(folded(word), []).append(name)
    return last, other


def folded(word: str) -> str:
    """Return a name in lower case without accents, for pages that print one with them and one without."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("ł", "l").replace("ø", "o")


def roles_around(before: str, words: str, after: str) -> Iterator[str]:
    """Yield the role phrases right before and after a name: "Valdoria's ambassador, X", "X, the head of Y, …"."""
    lead = _BEFORE.search(before)
    if lead is not None:
        role = _BREAK.split(lead[1])[-1]
        parts = role.lower().replace("’", "'").split()
        if parts and parts[-1].strip(",'") in ROLE_HEADS | {
            "father",
            "mother",
            "wife",
            "husband",
            "son",
            "daughter",
            "brother",
            "sister",
        }:
            yield role
    short = _SHORT_BEFORE.search(before)
    if short is not None:
        yield short[1]
    title = " ".join(part for part in words.split() if part.rstrip(".").lower() in _TITLE_WORDS)
    if title:
        yield title
    tail = _AFTER.match(after)
    if tail is not None:
        yield tail["role"]
