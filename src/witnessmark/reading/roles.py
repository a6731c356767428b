"""Who has which role in a document: a phrase with *the* means the one person of whom the text told that role."""

import re
from typing import Final

from witnessmark.reading.person_words import ROLE_HEADS, head_of
from witnessmark.reading.states import state_of
from witnessmark.reading.word_sets import word_set

#: Words that make another office of one: "the minister" is no prime minister, "the president" no vice president.
_OTHER_OFFICE: Final = word_set("prime vice deputy former ex assistant acting associate press home lead")
_KIN: Final = word_set("father mother wife husband son daughter brother sister widow widower uncle aunt fiancé fiancée")
#: Titles that stand abbreviated before a name.
_IN_FULL: Final = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel", "dr": "doctor",
    "prof": "professor", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "maj": "major",
}  # fmt: skip
_DEFINITE: Final = re.compile(r"^(?:the|this|that|his|her|their|its|our|[\w.’' ]+[’']s)\s+", re.IGNORECASE)
_EMPTY: Final = word_set(
    "the a an of for on in at to and s who is was its his her their now new longtime long-time then"
)
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Roles:
    """Persons by the head of their roles, each with the other words of the role."""

    def __init__(self) -> None:
        self._by_head: dict[str, dict[str, set[str]]] = {}
        self._holders: set[str] = set()

    def __contains__(self, who: str) -> bool:
        """Tell whether the text told any role of a person."""
        return who in self._holders

    def learn(self, who: str, phrase: str) -> None:
        """Keep a role phrase of a person; a phrase that names no role is left aside."""
        head = _IN_FULL.get(head_of(phrase), head_of(phrase))
        if head in ROLE_HEADS or head in _KIN:
            self._holders.add(who)
            self._by_head.setdefault(head, {}).setdefault(who, set()).update(_modifiers(phrase, head))

    def holders(self, phrase: str) -> tuple[str, ...]:
        """Return the persons of whom the text told the role that a definite phrase names, sorted; () for any other phrase."""
        head = head_of(phrase)
        if head not in self._by_head or not (_DEFINITE.match(phrase) or phrase[:1].isupper()):
            return ()
        wanted = _modifiers(phrase, head)
        known = self._by_head[head]
        fitting = [
            who for who, told in known.items() if wanted - {"former"} <= told and not (told & _OTHER_OFFICE - wanted)
        ]
        plain = _DEFINITE.sub("", phrase).islower()
        if not fitting and plain and not wanted & _OTHER_OFFICE:
            fitting = [who for who, told in known.items() if not told]
        return tuple(sorted(fitting))


def _modifiers(phrase: str, head: str) -> set[str]:
    """Return the words of a role beside its head; a people or capital as its State ("Turkish": "turkey")."""
    words = [word for word in _WORD.findall(phrase.replace(".", "").lower()) if word not in _EMPTY and word != head]
    return {state_of(word).lower() or word for word in words}
