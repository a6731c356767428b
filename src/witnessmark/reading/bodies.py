"""The bodies of a document: organisations by their full names, initials, shorter forms and what kind of body they are."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import NameMention
from witnessmark.language.name_lists import ORGANISATION_HEADS
from witnessmark.reading.person_words import head_of
from witnessmark.reading.word_sets import word_set

#: "Federal Security Service (FSB)": the words before the bracket are checked against the letters in it.
#: Words are bounded and begin where a word does: the search stays linear in a run of letters without end.
_INITIALS: Final = re.compile(
    r"(?<!\w)((?:[A-Z][\w’'-]{0,40}|of|for|and|the|on|to|in|de|du)(?:\s+(?:[A-Z][\w’'-]{0,40}|of|for|and|the|on|to|in|de|du)){1,9})"
    r"\s+\((?:the\s+)?([A-Z][A-Za-z.]{1,9})\)"
)
_LITTLE: Final = word_set("of for and the on to in de du")
#: Nouns that stand for a body named before: "the group", "the ministry".
GENERIC: Final = word_set(
    """
    group organisation organization company firm agency body charity network newspaper paper outlet site website broadcaster
    party union
    institute institution university college school hospital court tribunal panel committee commission council authority ministry
    department bureau office service association federation foundation alliance coalition movement club team league airline bank
    corporation manufacturer operator publisher magazine channel station ngo nonprofit non-profit think-tank embassy consulate
    parliament senate congress assembly regulator watchdog campaign administration brand studio label church museum archive
    monitor collective syndicate tabloid daily platform startup retailer studio society force academy board
    observatory secretariat
    """
)
#: "The Russian defence ministry": a body of a State, written without capitals.
_OF_A_STATE: Final = re.compile(
    r"\b(?P<name>[A-Z][\w-]{1,40}(?:[’']s)?\s+(?:[a-z]{1,40}\s+){1,2}(?P<head>ministry|embassy|agency|department|parliament|commission))\b"
)
_GENITIVE: Final = re.compile(r"[’'‘]s?$")
_BESIDE: Final = re.compile(r"([a-z]+(?:-[a-z]+)?),?\s+$")
_APPOSITION: Final = re.compile(r",\s+(?:an?|the|one|its)\s+([^,.;:()“”\"\n]{3,60})")
_NEAR: Final = 64
#: Of these any body that spoke last may be meant; a court, a university, a ministry must be called so.
_ANY: Final = word_set(
    """
    group organisation organization company firm agency body charity network newspaper paper outlet site website broadcaster party
    union institute association federation foundation alliance coalition movement corporation manufacturer operator
    publisher magazine channel station ngo nonprofit non-profit think-tank watchdog startup retailer
    """
)
#: The last words of names of newspapers.
_PAPERS: Final = word_set(
    "Times Post Courier Herald Tribune Telegraph Guardian Gazette Journal Chronicle Observer Globe Examiner"
)
_PRESS: Final = re.compile(
    r"\b(?:Press|Reuters|News|Times|Post|BBC|CNN|AFP|TASS|Xinhua|Jazeera|Agence|Guardian|Tribune|Herald|Interfax|Wikinews)\b"
)
_OF_THE_PRESS: Final = word_set(
    """
    agency network newspaper paper outlet site website broadcaster company publisher magazine channel station organisation
    organization
    """
)
#: "The group", "the aid agency": what is longer says which one it is.
_GENERIC_WORDS: Final = (2, 3)


class Bodies:
    """Organisations by all that means them within the text; what means several means none."""

    def __init__(self, text: str, names: Sequence[NameMention]) -> None:
        self._initials = dict(_in_brackets(text))
        self._by_head: dict[str, dict[str, None]] = {}
        self._names: dict[str, None] = {}
        for name in names:
            if name.kind in {"organisation", "unknown"}:
                self._note(text, name)
        for match in _OF_A_STATE.finditer(text):
            self._by_head.setdefault(match["head"], {}).setdefault(" ".join(match["name"].split()))

    def _note(self, text: str, name: NameMention) -> None:
        full = self.full(_GENITIVE.sub("", name.words))
        words = full.split()
        if name.kind == "organisation" or (len(words) > 1 and (words[-1].lower() in GENERIC or words[-1] in _PAPERS)):
            self._names.setdefault(full.removeprefix("The "))
            if words[-1] in _PAPERS:
                for kind in ("newspaper", "paper", "daily"):
                    self._by_head.setdefault(kind, {}).setdefault(full.removeprefix("The "))
            for word in {words[-1], *(words if len(words) > 1 else ())}:
                if word in ORGANISATION_HEADS or (word == words[-1] and word.lower() in GENERIC):
                    self._by_head.setdefault(word.lower(), {}).setdefault(full)
        before = _BESIDE.search(text[max(0, name.start - _NEAR) : name.start])
        after = _APPOSITION.match(text, name.end, name.end + _NEAR)
        for kind in (before[1] if before else "", head_of(after[1]) if after else ""):
            if kind in GENERIC:
                self._by_head.setdefault(kind, {}).setdefault(full)

    def full(self, name: str) -> str:
        """Return the full name that initials stand for, else the name itself."""
        return self._initials.get(name.replace(".", ""), name)

    def named(self, phrase: str) -> tuple[str, ...]:
        """Return the bodies that a phrase may mean: by its initials, or by a shorter form with *the*, sorted; () if none."""
        bare = _GENITIVE.sub("", re.sub(r"^[Tt]he\s+", "", phrase))
        if bare.replace(".", "") in self._initials:
            return (self._initials[bare.replace(".", "")],)
        if bare in self._names:
            return (bare,)
        if not re.match(r"(?:the|this|that)\s", phrase, re.IGNORECASE):
            return ()
        wanted = set(bare.lower().split())
        known = self._by_head.get(head_of(bare), {})
        return tuple(sorted(each for each in known if wanted <= _words(each) or len(wanted) == 1))

    def __contains__(self, name: str) -> bool:
        """Tell whether this is the full name of a body that the text names."""
        return name in self._names


def is_generic(phrase: str) -> bool:
    """Tell whether a phrase is *the* with a noun for any body and no name in it: "the group", "the aid agency"."""
    words = phrase.split()
    the = len(words) in _GENERIC_WORDS and words[0].lower() in {"the", "this", "that"} and phrase[1:].islower()
    return the and words[-1] in _ANY


def may_be(body: str, phrase: str) -> bool:
    """Tell whether a body may be what a generic phrase calls it: a newspaper is no "aid group"."""
    return not _PRESS.search(body) or phrase.rsplit(maxsplit=1)[-1] in _OF_THE_PRESS


def _words(name: str) -> set[str]:
    return set(name.lower().split())


def _in_brackets(text: str) -> list[tuple[str, str]]:
    """Return initials → full name for every pair whose letters agree."""
    found = []
    for match in _INITIALS.finditer(text):
        letters = match[2].replace(".", "").upper()
        words = match[1].split()
        for count in range(len(letters), min(len(words), len(letters) + 3) + 1):
            tail = words[-count:]
            told = [word[0].upper() for word in tail if word not in _LITTLE]
            every = [word[0].upper() for word in tail]
            if letters in {"".join(told), "".join(every)} and tail[0] not in _LITTLE:
                found.append((match[2].replace(".", ""), " ".join(tail)))
                break
    return found
