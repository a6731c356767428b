"""The persons of a document: full names, the short forms that mean them, their roles, where they are named."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from witnessmark.evidence.reading import NameMention
from witnessmark.language.name_lists import ORGANISATION_HEADS, PLACES
from witnessmark.reading.person_names import NAME, folded, full_names, last_names, plain_name, roles_around
from witnessmark.reading.person_words import ROLE_HEADS, Gender, gender_of, gender_of_name, has_role
from witnessmark.reading.roles import Roles
from witnessmark.reading.source_phrase import SourcePhrase

#: A role stands within this many code points before a name, or after it.
_REACH: Final = 90
#: What a person is of is no part of the name: "Martin Smith of PBS".
_OF_BODY: Final = re.compile(r"(?<=\w)\s+(?:of|from|at)\s+(?:the\s+)?[A-Z].*$")
_IS_OF: Final = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z]\.)?\s[A-Z][\w’'-]+\s+(?:of|from|at)\s")
#: A title in front tells a person whom the names took for his body: "co-author Professor Carl Vall of Orsa College".
_LED: Final = re.compile(
    r"(?:[\w’'-]+\s+){0,6}?(?:Professor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Judge|General|Captain|Colonel|Sergeant)\s"
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z]\.)?\s[A-Z][\w’'-]+)(?=\s(?:of|from|at)\s|,|$)"
)
#: So many bare surnames are asked about in one text.
_MOST_ALONE: Final = 40
#: So many mentions are looked at for the persons named before a place.
_LOOK: Final = 60
_LINK: Final = re.compile(
    r"\b(?:of|for|to|with|from|by|about|against|near|in|at|on|than|under|behind)\s+(?:the\s+)?$", re.IGNORECASE
)
_TITLE: Final = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess)\.?\s")
#: Another name and *and* stand before a name, or *and* right before it: they are named together.
_TOGETHER: Final = re.compile(
    r"\band\s+$|[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s+and\s+(?:former\s+|the\s+)?(?:[\w.’'-]+\s+){0,4}$"
)
_AGE_FIRST: Final = re.compile(r"\d{1,3}-year-old ")
#: What stands before a name that opens a clause as its subject: only time, place or a role.
_SUBJECT: Final = re.compile(
    r"(?:^|[.!?…][”\"’)\]]*\s+|\n\s*|[“\"]\s*|;\s+)(?:(?:In|On|At|After|Before|During|But|And|Later|Meanwhile|However|Earlier|Yesterday|Today|"
    r"Also|Then|Since|Following|Speaking|Since|By|While)\b[^.\n]{0,80},?\s+)?(?:(?:the|a|an|his|her|its|former)\s+)?(?:[\w.’'&-]+\s+){0,7}$",
    re.IGNORECASE,
)
_VERBISH: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|told|will|would|by|with|against|to|for|from|that|between|about|"
    r"(?!retired|convicted|accused|alleged|disgraced|elected|suspended|appointed|united|hundred)[a-z]{3,}ed)\s",
)
#: A finite verb right after a name, a place or role between them at most.
_VERB_AFTER: Final = re.compile(
    r"(?:,[^,.\n]{1,60},|\s(?:of|from|in)\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?\s+(?:also\s+|then\s+|later\s+|\w+ly\s+)?(?:was|is|has|had|said|says|told|"
    r"wrote|met|went|came|took|made|gave|left|won|did|will|would|became|began|spoke|addressed|[a-z]{2,}ed)\b"
)
_SUBORDINATE: Final = re.compile(
    r"\b(?:while|when|as|since|after|before|because|if|where|whom|which|than)\s+(?:[\w.’'-]+\s+){0,3}$", re.IGNORECASE
)
_TAIL: Final = re.compile(r"\s*(?:$|[,;(—–]|\s(?:of|from|in|at|who|himself|herself|on|and|also|both)\b)")


class People:
    """Persons by any of their names; short forms mean the one full name that holds them, and shared ones nobody."""

    def __init__(self, text: str, names: Sequence[NameMention], phrases: Sequence[SourcePhrase]) -> None:
        found = [name for name in names if name.kind in {"person", "unknown"}]
        certain = [plain_name(name.words) for name in found if name.kind == "person"]
        adopted = [*_adopted(phrases, names), *_alone(text, phrases, names)]
        self._full = full_names([*certain, *adopted], {phrase.core for phrase in phrases})
        self._last, self._any = last_names(self._full)
        self._doubtful = _doubtful(text, self._full, certain)
        self._gender: dict[str, Gender] = {}
        self._roles = Roles()
        self._bound: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._at: list[int] = []
        self._who: list[str] = []
        self._subject: list[bool] = []
        for name in found:
            self._note(text, name)
        for phrase in phrases:
            self.named_in(phrase, len(text))
        self._bound.clear()

    def __contains__(self, name: str) -> bool:
        """Tell whether this is the full name of a known person."""
        return name in self._full

    def _note(self, text: str, name: NameMention) -> None:
        who = self.find(name.words, name.start)
        if not who:
            return
        before, after = text[max(0, name.start - _REACH) : name.start], text[name.end : name.end + _REACH]
        if re.match(r"[’'‘]s\s", after) is None or name.kind == "person":
            self._first.setdefault(who, name.start)
            self._at.append(name.start)
            self._who.append(who)
            self._subject.append(_is_subject(before, after))
        titled = _TITLE.search(before[-12:] + name.words + " ")
        if titled:
            self.learn(who, gender_of(titled[1]))
        for role in roles_around(before, name.words, after):
            self._roles.learn(who, role)
            self.learn(who, gender_of(role))

    def find(self, words: str, at: int = -1) -> str:
        """Return the full name that a name means at a place of the text; "" if none or several.

        A surname that several share means the one it meant before, else the only one of them named by then whose gender
        the title allows.
        """
        bare = plain_name(words)
        if not bare:
            return ""
        if bare in self._full:
            return self._full[bare]
        parts = bare.split()
        forename = len(parts) == 1 and bare not in PLACES
        meant = self._last.get(folded(parts[-1]), []) or (self._any.get(folded(bare), []) if forename else [])
        titled = _TITLE.search(words + " ")
        return self._one_of(bare, [each for each in meant if len(parts) == 1 or folded(parts[0]) in folded(each).split()],
                            at, gender_of(titled[1]) if titled else "")  # fmt: skip

    def _one_of(self, bare: str, meant: Sequence[str], at: int, gender: str) -> str:
        if gender in {"m", "f"}:
            told = [each for each in meant if self.gender(each) == gender]
            meant = told or [each for each in meant if not self.gender(each)]
        if len(meant) > 1 and not gender:
            if self._bound.get(bare) in meant:
                return self._bound[bare]
            known = [each for each in meant if self._first.get(each, at + 1) < at] if at >= 0 else []
            meant = known or meant
        if len(meant) != 1:
            return ""
        if not gender:
            self._bound.setdefault(bare, meant[0])
        return meant[0]

    def sharing(self, words: str) -> tuple[str, ...]:
        """Return the persons whose name a short form may be, sorted."""
        parts = folded(plain_name(words)).split()
        return tuple(sorted(self._last.get(parts[-1], []) or self._any.get(parts[-1], []))) if parts else ()

    def named_in(self, phrase: SourcePhrase, at: int) -> tuple[str, str]:
        """Return the person who heads a source phrase and the role it gives him; ("", "") when one is only mentioned in it."""
        for part in () if phrase.several else (phrase.core, *phrase.additions):
            who, role = self._in_part(part, at)
            if who and (part is phrase.core or has_role(phrase.core)):
                roles = [role, *(each for each in (phrase.core, *phrase.additions) if each is not part)]
                for each in roles:
                    self._roles.learn(who, each)
                    self.learn(who, gender_of(each) if has_role(each) else "")
                return who, next(filter(None, roles), "")
        return "", ""

    def _in_part(self, part: str, at: int) -> tuple[str, str]:
        part = _AGE_FIRST.sub("", part)
        for match in NAME.finditer(part):
            before, after = part[: match.start()], part[match.end() :]
            if re.match(r"[’'‘]s?\b", after) or _TAIL.match(after) is None:
                continue
            who, role = self._ending(match[0], at)
            if who and not (_LINK.search(before) and not role):
                if re.match(r"\s+and\b", after) or _TOGETHER.search(before):
                    return "", ""
                return who, f"{before} {role}".strip(" ,")
        return "", ""

    def _ending(self, words: str, at: int) -> tuple[str, str]:
        """Return the person whose name the capitalised words end with, and the words before ("High Commissioner", "Ms.")."""
        parts = words.split()
        for count in range(min(5, len(parts)), 0, -1):
            tail = " ".join(parts[-count:])
            titled = parts[-count - 1] if count < len(parts) else ""
            if count > 1 and plain_name(tail) in self._full:
                return self._full[plain_name(tail)], " ".join(parts[:-count])
            if count == 1 and (not titled or titled.rstrip(".").lower() in ROLE_HEADS or _TITLE.match(titled + " ")):
                return self.find(f"{titled} {tail}" if _TITLE.match(titled + " ") else tail, at), " ".join(parts[:-1])
        return "", ""

    def with_role(self, phrase: str) -> tuple[str, ...]:
        """Return the persons who have the role that a phrase names ("the ambassador"), sorted."""
        return self._roles.holders(phrase)

    def gender(self, name: str) -> str:
        """Return m or f as the text or the first name tells it, else the empty string."""
        return self._gender.get(name, "") or gender_of_name(name)

    def fits(self, name: str, gender: Gender) -> bool:
        """Tell whether a pronoun of this gender may mean the person: nothing known speaks against it."""
        return self.gender(name) == gender or (
            not self.gender(name) and (name not in self._doubtful or name in self._roles)
        )

    def learn(self, name: str, gender: str) -> None:
        """Keep the gender that a title, a role or a pronoun tells of a person; the first one told stands."""
        if gender:
            self._gender.setdefault(name, "f" if gender == "f" else "m")

    def before(self, at: int, count: int, *, reach: int = 10**9) -> tuple[str, ...]:
        """Return up to `count` different persons named before `at`, the nearest first."""
        found: dict[str, None] = {}
        index = bisect_left(self._at, at) - 1
        last = index - _LOOK
        while index > max(-1, last) and len(found) < count and at - self._at[index] <= reach:
            found.setdefault(self._who[index])
            index -= 1
        return tuple(found)

    def since(self, start: int, end: int) -> list[str]:
        """Return the last few persons named between two places."""
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        return self._who[max(low, high - 8) : high]

    def subject_before(self, at: int) -> tuple[str, int]:
        """Return the last person before `at` who opens a sentence, among the last few named, and where; ("", -1) if none."""
        index = bisect_left(self._at, at) - 1
        for step in range(8):
            if index - step < 0:
                break
            if self._subject[index - step]:
                return self._who[index - step], self._at[index - step]
        return "", -1


def _is_subject(before: str, after: str) -> bool:
    """Tell whether a name opens its sentence or has a verb right after it, and is no genitive or object of a preposition."""
    if re.match(r"[’'‘]s?\s", after) or _LINK.search(before) or _SUBORDINATE.search(before):
        return False
    match = _SUBJECT.search(before)
    opens = match is not None and not _VERBISH.search(match[0].rpartition(",")[2])
    return opens or _VERB_AFTER.match(after) is not None


def _alone(text: str, phrases: Iterable[SourcePhrase], names: Sequence[NameMention]) -> list[str]:
    """Return single words that speak and after which *he* or *she* stands more often than *it*: surnames never given in full."""
    unknown = {
        name.words for name in names if name.kind == "unknown" and name.words.isalpha() and not name.words.isupper()
    }
    spoken = dict.fromkeys(phrase.core for phrase in phrases if phrase.core in unknown)
    return [word for word in list(spoken)[:_MOST_ALONE] if _is_he(text, word)]


def _doubtful(text: str, full: Mapping[str, str], certain: Sequence[str]) -> frozenset[str]:
    """Return names of several words that may be of companies: nothing but their speaking makes them persons."""
    asked = [
        name
        for name in dict.fromkeys(full.values())
        if name not in certain and " " in name and not gender_of_name(name)
    ]
    return frozenset(name for name in asked[:_MOST_ALONE] if not _is_he(text, name))


def _is_he(text: str, word: str) -> bool:
    near = rf"\b{re.escape(word)}\b[^\n]{{0,120}}?\b(he|his|him|she|her|it|its)\b"
    after = [match[1].lower() for match in re.finditer(near, text)]
    return sum(each not in {"it", "its"} for each in after) > sum(each in {"it", "its"} for each in after)


def _adopted(phrases: Iterable[SourcePhrase], names: Sequence[NameMention]) -> list[str]:
    """Return names that are persons because they speak: with a role beside them, or as the longer form of a bare surname."""
    other = {name.words for name in names if name.kind in {"organisation", "place", "group", "instrument"}}
    unknown = {plain_name(name.words) for name in names if name.kind == "unknown" and " " in name.words}
    found = []
    for phrase in phrases:
        if any(each.startswith("which ") for each in phrase.additions):
            continue
        for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", phrase.core):
            led = _LED.match(part)
            if led is not None and not set(led["name"].split()) & ORGANISATION_HEADS:
                found.append(plain_name(led["name"]))
            core = _OF_BODY.sub("", part) if _IS_OF.match(part) else part
            if core is not part and NAME.fullmatch(core) and not set(core.split()) & ORGANISATION_HEADS:
                found.append(plain_name(core))
            if NAME.fullmatch(core) and core not in other:
                found += [each for each in unknown if each == core or each.split()[-1] == core]
        for one, beside in ((phrase.core, phrase.additions), *((each, (phrase.core,)) for each in phrase.additions)):
            run = NAME.fullmatch(one)
            if run is not None and one not in other and any(map(has_role, beside)) and " " in one:
                found.append(plain_name(one))
    return [each for each in found if each]
