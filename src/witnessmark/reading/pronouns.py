"""He, she, they, it, I: the speaker a pronoun means, or its candidates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.reading.cues import AUXILIARIES, DETERMINERS, TIME_WORDS
from witnessmark.reading.distance import Distance
from witnessmark.reading.heard import Heard, Speaker
from witnessmark.reading.people import People
from witnessmark.reading.person_words import Gender, gender_of, is_plural
from witnessmark.reading.states import state_of

HE: Final[dict[str, Gender]] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
THEY: Final = frozenset({"they", "them", "their", "theirs"})
IT: Final = frozenset({"it", "its"})
#: A pronoun is not read over more than this many code points of other text, nor over more sentences than these.
_REACH: Final = 1_200
_FAR: Final = 6
_GROUP_FAR: Final = 4
_FEW: Final = 5
#: Words at the beginning of a sentence that belong to no subject.
_NO_SUBJECT: Final = frozenset({"there", "do", "and", "but", "so", "this", "that", "here", "not", "if", "when", "what"})
#: The noun phrase in the plural that opens a sentence: "State prosecutors charged …, they said".
_OPENS: Final = re.compile(
    r"(?:(?:On|In|At|After|Before|But|And|Meanwhile)\b[^,.\n]{0,60},\s+)?(?P<group>(?:(?!to\b|of\b|and\b|in\b|by\b|with\b)[\w.’'-]+\s+){0,4}[\w’'-]+)\s"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a pronoun stands: the text, the offset, and who is quoted with it in his words (`inside`), if anybody."""

    text: str
    at: int
    inside: str = ""


def he_or_she(word: str, place: Place, people: People, heard: Heard, distance: Distance) -> Speaker:
    """Resolve he and she: who spoke last or was the subject since, else the only person near whom the pronoun fits."""
    gender, at = HE[word], place.at
    if (
        heard.single_at > heard.person_at
        and _near(heard.single_at, at, distance)
        and gender_of(heard.single) in {"", gender}
    ):
        subject, where = people.subject_before(at)
        if not (where > heard.single_at and people.fits(subject, gender)):
            return Speaker(name=heard.single, reason=f"“{word}”: who spoke last, not named", sure=False)
    spoke = heard.person if heard.person != place.inside else ""
    if spoke and _near(heard.person_at, at, distance) and people.fits(spoke, gender):
        return _last_person(word, place, people, heard, distance)
    near = [
        name for name in people.before(at, _FEW, reach=_REACH)
        if people.fits(name, gender) and name != place.inside
    ]  # fmt: skip
    return _of_near(word, near, place, people, distance)


def _near(before: int, at: int, distance: Distance) -> bool:
    return before >= 0 and at - before < _REACH and distance.between(before, at) <= _FAR


def _last_person(word: str, place: Place, people: People, heard: Heard, distance: Distance) -> Speaker:
    """Take the person who spoke last, unless another one named since is the subject of a sentence."""
    gender, at = HE[word], place.at
    since = [
        name for name in people.since(heard.person_at, at)
        if people.fits(name, gender) and name not in {heard.person, place.inside}
    ]  # fmt: skip
    subject, where = people.subject_before(at)
    back = distance.words(heard.person_at, at)
    if subject in since and where > heard.person_at:
        people.learn(subject, gender)
        return Speaker(name=subject, reason=f"“{word}”: the subject of {distance.words(where, at)}", sure=False)
    people.learn(heard.person, gender)
    more = ", though others are named since" if since else ""
    return Speaker(name=heard.person, reason=f"“{word}”: the person who spoke last, {back}{more}", sure=not since)


def _of_near(word: str, near: list[str], place: Place, people: People, distance: Distance) -> Speaker:
    """Choose among persons who are only named: one alone, one whose gender is told, or the subject before."""
    gender = HE[word]
    told = [name for name in near if people.gender(name) == gender]
    subject, where = people.subject_before(place.at)
    if len(near) == 1:
        people.learn(near[0], gender)
        return Speaker(name=near[0], reason=f"“{word}”: the only person named before it")
    if subject in near and distance.between(where, place.at) <= _FAR and (not told or subject in told):
        return Speaker(name=subject, reason=f"“{word}”: the subject of {distance.words(where, place.at)}", sure=False)
    if len(told) == 1:
        kind = "man" if gender == "m" else "woman"
        return Speaker(name=told[0], reason=f"“{word}”: the only {kind} named before it", sure=False)
    reason = f"“{word}” may be several persons" if near else f"“{word}”: no person before it"
    return Speaker(candidates=tuple(near), reason=reason)


def they(word: str, place: Place, heard: Heard, distance: Distance) -> Speaker:
    """Resolve they: the group that opens the sentence, else the one that spoke last and near."""
    start = distance.sentence(place.at)
    here = _opening_group(place.text, start, place.at)
    if here:
        return Speaker(name=here, reason=f"“{word}”: the subject of the same sentence", sure=False)
    if heard.group and distance.between(heard.group_at, place.at) <= _GROUP_FAR:
        back = distance.words(heard.group_at, place.at)
        return Speaker(name=heard.group, reason=f"“{word}”: the group that spoke last, {back}", sure=False)
    before = _opening_group(place.text, distance.sentence(max(0, start - 2)), start) if start else ""
    if before:
        return Speaker(name=before, reason=f"“{word}”: the subject of the sentence before", sure=False)
    if heard.body and heard.last.name == heard.body and distance.between(heard.body_at, place.at) <= 1:
        return Speaker(name=heard.body, reason=f"“{word}”: the body that spoke last, just before", sure=False)
    return _open(word, heard)


def _opening_group(text: str, start: int, end: int) -> str:
    match = _OPENS.match(text, start, end)
    if match is None:
        return ""
    words = match["group"].split()
    for count in range(1, len(words) + 1):
        group = " ".join(words[:count])
        if _goes_on(words, count - 1):
            return ""
        if is_plural(group) and not state_of(group) and not TIME_WORDS & set(group.lower().split()):
            ends = re.compile(r"\s(?:of|from|in)\s[A-Z][\w-]+").match(
                text, match.start("group") + match["group"].index(group) + len(group)
            )
            group += ends[0] if ends else ""
            return re.sub(r"^(?:the|some|many|several|these|those|all)\s+", "", group, flags=re.IGNORECASE)
    return ""


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is past the subject: a verb, a joining word, or a past form that stands right after a noun."""
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    if word in AUXILIARIES or word in _NO_SUBJECT:
        return True
    return (
        word.endswith("ed")
        and bool(before)
        and before not in DETERMINERS
        and not before.endswith(("ed", "ly", "al", "y"))
    )


def it(word: str, place: Place, heard: Heard, distance: Distance) -> Speaker:
    """Resolve it: the body or document that spoke last and near; else open, with who spoke last as candidate."""
    if heard.body and distance.between(heard.body_at, place.at) <= _GROUP_FAR:
        back = distance.words(heard.body_at, place.at)
        return Speaker(name=heard.body, reason=f"“{word}”: the body or document that spoke last, {back}", sure=False)
    return _open(word, heard)


def _open(word: str, heard: Heard) -> Speaker:
    candidates = (heard.last.name,) if heard.last.name else ()
    return Speaker(reason=f"“{word}” is not resolved: nothing it may mean spoke near", candidates=candidates)


def first_person(word: str, outer: Speaker | None, people: People) -> Speaker:
    """Resolve I as who is quoted saying it; *we* only where a body or group is quoted, for a person may speak for many."""
    if outer is None or not outer.name:
        return Speaker(reason=f"“{word}” is not resolved", candidates=outer.candidates if outer else ())
    if word in {"we", "us", "our", "ours"} and outer.name in people:
        return Speaker(reason=f"“{word}”: those for whom {outer.name} speaks are not named", candidates=(outer.name,))
    return Speaker(name=outer.name, reason=f"“{word}”: who is quoted", sure=outer.sure)
