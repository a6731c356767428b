"""The persons of a document: full names, the short forms that mean them, their roles, where they are named."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from witnessmark.evidence.reading import NameMention
from witnessmark.language.name_lists import TITLE_FIELDS
from witnessmark.reading.word_sets import word_set

Gender = Literal["m", "f"]
_TITLED: Final = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Prof|Rev|Sir|Dame|Lord|Lady)\.?\s+)+")
_MALE: Final = word_set(
    """
    mr sir lord king prince chairman spokesman congressman father
    """
)
_FEMALE: Final = word_set(
    """
    mrs ms miss dame lady queen princess chairwoman spokeswoman congresswoman mother
    """
)
_ROLE_HEADS: Final = word_set(
    """
    ambassador commissioner president minister spokesman spokeswoman spokesperson chief director chairman chairwoman
    chair secretary envoy lawyer attorney governor mayor senator representative judge prosecutor professor
    researcher analyst activist candidate nominee leader premier chancellor rapporteur commander general colonel
    officer manager executive strategist adviser advisor aide editor reporter journalist author pollster doctor
    teacher head coach king queen pope bishop imam expert detainee survivor
    """
)
_ONE_PERSON: Final = word_set(
    """
    woman man girl boy witness survivor resident villager neighbour neighbor wife husband widow sister brother mother father
    daughter son student worker prisoner inmate source official farmer nurse refugee relative schoolteacher
    """
)
_MEN: Final = frozenset({"man", "boy", "husband", "brother", "son"})
#: A role stands within this many code points before a name.
_ROLE_REACH: Final = 90
_POSSESSIVE: Final = re.compile(r"[’']s\b|[’'](?=\s)")
_LINKS: Final = re.compile(r"\b(?:of|for|to|with|from|by|about|against|near|in|at)\s+$", re.IGNORECASE)
_SENTENCE_START: Final = re.compile(
    r"(?:^|[.!?…][”\"’']*\s+|\n\s*)(?:(?:In|On|At|But|And|Later|Meanwhile)\b[^,.\n]{0,40},?\s+)?$"
)


class People:
    """Persons by any of their names. Short forms mean the one full name that holds them; shared ones mean nobody."""

    def __init__(self, text: str, names: Sequence[NameMention], phrases: Sequence[str]) -> None:
        persons = [name for name in names if name.kind == "person"]
        held = {name for phrase in phrases for name in _in_apposition(phrase)}
        persons = [name for name in names if name.kind == "person" or name.words in held]
        self._full = _full_names(persons)
        self._short: dict[str, set[str]] = {}
        for full in self._full:
            for word in full.split():
                if len(word) > 1 and word[0].isupper() and not word.endswith("."):
                    self._short.setdefault(word.lower(), set()).add(full)
        self._gender: dict[str, Gender] = {}
        self._roles: dict[str, set[str]] = {}
        self._at: list[int] = []
        self._who: list[str] = []
        self._subject: list[bool] = []
        for name in persons:
            self._note(text, name)
        for phrase in phrases:
            self.named_in(phrase)

    def __contains__(self, name: str) -> bool:
        """Tell whether this is the full name of a known person."""
        return name in self._full

    def _note(self, text: str, name: NameMention) -> None:
        who = self.find(name.words)
        if not who:
            return
        self._at.append(name.start)
        self._who.append(who)
        before = text[max(0, name.start - _ROLE_REACH) : name.start]
        self._subject.append(bool(_SENTENCE_START.search(before)) or before.endswith("\n") or not before)
        title = re.search(r"(\w+)\.?\s*$", before)
        first = re.match(r"(\w+)\.?\s", name.words)
        for word in (title, first):
            self._learn_from(who, word[1].lower() if word else "")
        role = re.search(r"((?:[\w’'.-]+ ){0,7}[\w’'.-]+),?\s+$", before)
        if role:
            self._learn_role(who, role[1])

    def _learn_from(self, who: str, word: str) -> None:
        if word in _MALE:
            self._gender.setdefault(who, "m")
        elif word in _FEMALE:
            self._gender.setdefault(who, "f")

    def _learn_role(self, who: str, words: str) -> None:
        tail = words.lower().replace("’", "'").split()[-4:]
        heads = [word for word in tail if word in _ROLE_HEADS]
        if heads:
            self._roles.setdefault(heads[-1], set()).add(who)
            self._learn_from(who, heads[-1])

    def find(self, words: str) -> str:
        """Return the full name that a name means: itself, or the only full name it is a part of; "" if none or several."""
        bare = _TITLED.sub("", words).strip()
        bare = _POSSESSIVE.sub("", bare)
        if bare in self._full:
            return bare
        meant = self._short.get(bare.lower().split()[-1] if bare else "", set())
        return next(iter(meant)) if len(meant) == 1 else ""

    def named_in(self, phrase: str) -> tuple[str, str]:
        """Return the person who heads a phrase and the role it gives him; ("", "") when a person is only mentioned in it."""
        for match in re.finditer(r"[A-Z][\w’'‘.-]*(?:\s+(?:[A-Z][\w’'‘.-]*|de|al|van|von|bin|el|da))*", phrase):
            words = match[0].rstrip(".")
            if _POSSESSIVE.search(words[-2:] if len(words) > 1 else ""):
                continue
            who = self._ending(words)
            before, after = phrase[: match.start()], phrase[match.end() :]
            rest = re.sub(re.escape(who) + r"$", "", words).strip() if who else ""
            linked = _LINKS.search(before) and rest not in TITLE_FIELDS
            if (
                not who
                or linked
                or (
                    re.match(r"\s+(?:[a-z]+)", after)
                    and not re.match(r"\s+(?:who|and|of|in|from|himself|herself)\b", after)
                )
            ):
                continue
            if re.match(r"\s+and\b", after) or re.search(r"\band\s+$", before):
                continue
            role = (before + " " + re.sub(re.escape(who) + r"$", "", words)).strip(" ,")
            if role:
                self._learn_role(who, role)
            if after.startswith(","):
                self._learn_role(who, " ".join(after[1:].split()[:5]))
            return who, role
        return "", ""

    def _ending(self, words: str) -> str:
        """Return the person whose name the capitalised words end with ("High Commissioner Michelle Bachelet")."""
        parts = words.split()
        for count in (4, 3, 2, 1):
            if len(parts) >= count:
                tail = " ".join(parts[-count:])
                if tail in self._full:
                    return tail
        return self.find(parts[-1]) if parts else ""

    def with_role(self, phrase: str) -> tuple[str, ...]:
        """Return the persons who have the role that a phrase names ("the ambassador"), sorted."""
        words = phrase.lower().split()
        if not words or words[0] not in {"the", "this"} or words[-1] not in _ROLE_HEADS:
            return ()
        return tuple(sorted(self._roles.get(words[-1], ())))

    def fits(self, name: str, gender: Gender) -> bool:
        """Tell whether a pronoun of this gender may mean the person: nothing known speaks against it."""
        return self._gender.get(name, gender) == gender

    def learn(self, name: str, gender: Gender) -> None:
        """Keep the gender of the pronoun that was read as this person."""
        self._gender.setdefault(name, gender)

    def before(self, at: int, count: int, *, reach: int = 10**9) -> tuple[str, ...]:
        """Return up to `count` different persons named before `at`, the nearest first."""
        found: dict[str, None] = {}
        index = bisect_left(self._at, at) - 1
        while index >= 0 and len(found) < count and at - self._at[index] <= reach:
            found.setdefault(self._who[index])
            index -= 1
        return tuple(found)

    def since(self, start: int, end: int) -> list[str]:
        """Return the last few persons named between two places."""
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        return self._who[max(low, high - 8) : high]

    def subject_before(self, at: int) -> str:
        """Return the last person before `at` who opens a sentence, among the last few named."""
        index = bisect_left(self._at, at) - 1
        for step in range(8):
            if index - step < 0:
                break
            if self._subject[index - step]:
                return self._who[index - step]
        return ""


def _in_apposition(phrase: str) -> list[str]:
    """Return the name that ends a phrase after a comma and a role: "a spokesman for the junta, Zaw Min Tun"."""
    match = re.search(r",\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3})$", phrase)
    return [match["name"]] if match and has_role(phrase[: match.start()]) else []


def has_role(phrase: str) -> bool:
    """Tell whether a phrase names one person by what he is: a role, *woman*, *witness*."""
    head = re.split(r"\b(?:of|for|on|in|at|from|to|with|who|near)\b|,", phrase)[0].lower().split()
    return bool(head) and head[-1] in _ROLE_HEADS | _ONE_PERSON


def gender_of(phrase: str) -> str:
    """Return m or f where the head word tells it, else the empty string."""
    words = set(phrase.lower().split())
    return (
        "f"
        if words & (_FEMALE | {"woman", "girl", "wife", "widow", "sister", "daughter"})
        else "m"
        if words & (_MALE | _MEN)
        else ""
    )


def _full_names(persons: Sequence[NameMention]) -> frozenset[str]:
    """Return the longest forms: names of several words, and single ones that no longer name holds."""
    bare = {_POSSESSIVE.sub("", _TITLED.sub("", name.words)).strip() for name in persons}
    several = {name for name in bare if " " in name}
    held = {word.lower() for name in several for word in name.split()}
    return frozenset(several | {name for name in bare if name and " " not in name and name.lower() not in held})
