"""He, she, they, it: the speaker a pronoun means, or its candidates."""

from typing import Final

from witnessmark.reading.heard import Heard, Speaker
from witnessmark.reading.people import Gender, People, gender_of

HE: Final[dict[str, Gender]] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
#: A pronoun is not read over more than this many code points of other text.
_REACH: Final = 1_200
_FEW: Final = 5


def he_or_she(word: str, at: int, people: People, heard: Heard) -> Speaker:
    """Resolve he and she: who spoke last and near, else the only person named before it and near."""
    gender = HE[word]
    if heard.single_at > heard.person_at and at - heard.single_at < _REACH and gender_of(heard.single) in {"", gender}:
        return Speaker(name=heard.single, reason=f"“{word}”: who spoke last, not named", sure=False)
    if heard.person and at - heard.person_at < _REACH and people.fits(heard.person, gender):
        return _last_person(word, at, people, heard)
    near = tuple(name for name in people.before(at, _FEW, reach=_REACH) if people.fits(name, gender))
    subject = people.subject_before(at)
    if len(near) == 1:
        people.learn(near[0], gender)
        return Speaker(name=near[0], reason=f"“{word}”: the only person named before it")
    if subject in near:
        return Speaker(name=subject, reason=f"“{word}”: the person who is the subject before it", sure=False)
    return Speaker(
        candidates=near, reason=f"“{word}” may be several persons" if near else f"“{word}”: no person before it"
    )


def _last_person(word: str, at: int, people: People, heard: Heard) -> Speaker:
    """Take the person who spoke last, unless another one named since is the subject of a sentence."""
    gender = HE[word]
    since = [name for name in people.since(heard.person_at, at) if people.fits(name, gender) and name != heard.person]
    subject = people.subject_before(at)
    if subject in since:
        people.learn(subject, gender)
        return Speaker(name=subject, reason=f"“{word}”: the person who is the subject before it", sure=False)
    people.learn(heard.person, gender)
    more = ", though others are named since" if since else ""
    return Speaker(name=heard.person, reason=f"“{word}”: the person who spoke last{more}", sure=not since)


def of_last(name: str, reason: str, heard: Heard) -> Speaker:
    """Take the group, body or document that spoke last; else nothing, with who spoke last as candidate."""
    if name:
        return Speaker(name=name, reason=reason, sure=False)
    return Speaker(reason="the pronoun is not resolved", candidates=(heard.last.name,) if heard.last.name else ())
