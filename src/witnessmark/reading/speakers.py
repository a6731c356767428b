"""Speakers: every source phrase resolved within the document to one entity, or to none with its candidates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from witnessmark.evidence.reading import NameMention
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.documents import Documents
from witnessmark.reading.people import Gender, People
from witnessmark.reading.states import state_of
from witnessmark.reading.word_sets import word_set

_HE: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
#: Pronouns of those who write or are quoted: who they are is not told by grammar.
_OPEN: Final = word_set("i we you me us my our one nobody everyone everybody someone there")
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_DETERMINER: Final = re.compile(r"^(?:the|a|an|this|that|these|those|one|its|our)\s+", re.IGNORECASE)
_EDGE: Final = " \t\r\n\u00a0,.;:“”\"'()—–-"
#: So many code points of a quotation tell it from others.
_OPENING: Final = 40
#: A pronoun is not read over more than this many code points of other text.
_REACH: Final = 1_200
_FEW: Final = 5
#: "two other residents of" before a name: the group speaks, not the place it is of.
_GROUP_OF: Final = re.compile(r"(?:[\w’'-]+\s+){1,3}(?:of|from|in|at|near)\s+$")


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """The entity that speaks, "" with candidates when several could be meant; `reason` says how it was found."""

    name: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""
    sure: bool = True


@dataclass
class _Heard:
    """Who spoke so far, last first in time: for pronouns, bodies and quotations that go on."""

    last: Speaker = field(default_factory=Speaker)
    last_at: int = -1
    person: str = ""
    person_at: int = -1
    body: str = ""
    group: str = ""
    phrases: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)


def resolve_speakers(text: str, attributions: Sequence[Attribution], names: Sequence[NameMention]) -> list[Speaker]:
    """Return the speaker of each attribution, in the same order; linear in the number of attributions and names."""
    people = People(text, names, [text[start:end] for each in attributions for start, end in each.source[:1]])
    documents = Documents(text, attributions)
    heard = _Heard()
    found = []
    for each in attributions:
        speaker = _speaker(text, each, people, documents, heard)
        speaker = _repeated(text, each, speaker, heard)
        _remember(speaker, each, people, heard)
        found.append(speaker)
    return found


def _repeated(text: str, each: Attribution, speaker: Speaker, heard: _Heard) -> Speaker:
    """Give a quotation without a source the speaker under whom the same words stood before: pages print them twice."""
    key = "".join(
        char for start, end in each.content[:1] for char in text[start : start + _OPENING] if char.isalnum()
    ).lower()
    if speaker.name:
        heard.words.setdefault(key, speaker.name)
        return speaker
    known = heard.words.get(key, "") if not each.source and len(key) > _FEW else ""
    return Speaker(name=known, reason="the same words are quoted from this speaker above") if known else speaker


def _speaker(text: str, each: Attribution, people: People, documents: Documents, heard: _Heard) -> Speaker:
    if each.told:
        return Speaker(reason="the subject was told it; who said it is not named")
    if not each.source:
        if each.follows and heard.last.name:
            return Speaker(name=heard.last.name, reason="goes on from the words before", sure=heard.last.sure)
        last = (heard.last.name,) if heard.last.name else heard.last.candidates
        return Speaker(reason="nobody is named as saying it", candidates=last)
    start, end = each.source[0]
    phrase = text[start:end].strip(_EDGE)
    phrase += "”" * (phrase.count("“") - phrase.count("”"))
    by_word = _by_word(phrase, start, people, heard)
    if by_word is not None:
        return by_word
    if phrase.lower() in _RELATIVE:
        phrase = _antecedent(text, each.scope[0], start)
    if phrase:
        return _phrase(phrase, people, documents, heard)
    return Speaker(reason="what the relative word stands for was not found", candidates=people.before(start, _FEW))


def _by_word(phrase: str, at: int, people: People, heard: _Heard) -> Speaker | None:
    """Resolve a source phrase that is one pronoun; None for any other phrase."""
    lower = phrase.lower()
    if lower in _HE:
        return _pronoun(lower, at, people, heard)
    if lower in {"they", "their"}:
        return _of_last(heard.group, "the group that spoke before", heard)
    if lower in {"it", "its"}:
        return _of_last(heard.body, "the body or document that spoke before", heard)
    if lower in _OPEN:
        return Speaker(reason=f"“{phrase}” is not resolved", candidates=people.before(at, _FEW))
    return None


def _pronoun(word: str, at: int, people: People, heard: _Heard) -> Speaker:
    """Resolve he and she: the person who spoke last and near, else the only person named before it and near."""
    gender: Gender = _HE[word]  # type: ignore[assignment]
    near = [name for name in people.before(at, _FEW, reach=_REACH) if people.fits(name, gender)]
    if heard.person and at - heard.person_at < _REACH and people.fits(heard.person, gender):
        named_since = [
            name for name in people.since(heard.person_at, at) if people.fits(name, gender) and name != heard.person
        ]
        if not named_since:
            people.learn(heard.person, gender)
            return Speaker(name=heard.person, reason=f"“{word}”: the person who spoke last")
        subject = people.subject_before(at)
        if subject and people.fits(subject, gender):
            people.learn(subject, gender)
            return Speaker(name=subject, reason=f"“{word}”: the person who is the subject before it", sure=False)
        return Speaker(
            name=heard.person, reason=f"“{word}”: the person who spoke last, though others are named since", sure=False
        )
    if len(set(near)) == 1:
        people.learn(near[0], gender)
        return Speaker(name=near[0], reason=f"“{word}”: the only person named before it")
    subject = people.subject_before(at)
    if subject and people.fits(subject, gender) and subject in near:
        return Speaker(name=subject, reason=f"“{word}”: the person who is the subject before it", sure=False)
    return Speaker(
        candidates=tuple(dict.fromkeys(near)),
        reason=f"“{word}” may be several persons" if near else f"“{word}”: no person before it",
    )


def _of_last(name: str, reason: str, heard: _Heard) -> Speaker:
    if name:
        return Speaker(name=name, reason=reason, sure=False)
    return Speaker(reason="the pronoun is not resolved", candidates=(heard.last.name,) if heard.last.name else ())


def _antecedent(text: str, scope: int, at: int) -> str:
    """Return the noun phrase that a relative word stands for: the last words before it, back to where a phrase begins."""
    before = text[max(scope, at - 120) : at].rstrip(" ,—–-")
    name = re.search(r"(?:[A-Z][\w’'.-]*)(?:\s+(?:of|for|the|de|al|van|von|[A-Z][\w’'.-]*))*$", before)
    if name and not re.fullmatch(r"(?:of|for|the)", name[0]):
        group = _GROUP_OF.search(before[: name.start()])
        return (group[0] if group else "") + name[0]
    plain = re.search(
        r"(?:\b(?:some|many|other|several|the|a|an|those|former|most|all)\s+)?(?:[\w’'-]+\s+){0,1}[\w’'-]+$", before
    )
    return plain[0] if plain else ""


def _phrase(phrase: str, people: People, documents: Documents, heard: _Heard) -> Speaker:
    person, role = people.named_in(phrase)
    if person:
        return Speaker(name=person, reason="named" if not role else "named with a role")
    state = state_of(phrase)
    if state:
        return Speaker(
            name=state, reason=f"“{phrase}” stands for {state}" if state.lower() not in phrase.lower() else "named"
        )
    document = documents.named(phrase)
    if document:
        return Speaker(name=document, reason="a document that speaks")
    by_role = people.with_role(phrase)
    if len(by_role) == 1:
        return Speaker(name=by_role[0], reason=f"the only person with the role “{phrase}”")
    if len(by_role) > 1:
        return Speaker(candidates=by_role, reason=f"several persons have the role “{phrase}”")
    return _same_phrase(phrase, heard)


def _same_phrase(phrase: str, heard: _Heard) -> Speaker:
    """Return the phrase itself, or the fuller phrase before that it shortens ("the office" after "the rights office")."""
    bare = _DETERMINER.sub("", phrase).removesuffix("’s").removesuffix("'s")
    key = bare.lower().replace(".", "")
    if key in heard.phrases:
        return Speaker(name=heard.phrases[key], reason="named before in the same words")
    words = key.split()
    known = heard.by_head.get(words[-1], [])[-_FEW:] if words else []
    fuller = [heard.phrases[each] for each in known if set(words) < set(each.split())]
    if phrase.lower().startswith(("the ", "those ", "these ")) and len(set(fuller)) == 1:
        return Speaker(name=fuller[0], reason=f"the only “{words[-1]}” named before")
    return Speaker(name=bare, reason="as the text calls it")


def _remember(speaker: Speaker, each: Attribution, people: People, heard: _Heard) -> None:
    at = each.content[-1][1]
    if not speaker.name:
        return
    heard.last, heard.last_at = speaker, at
    if speaker.name in people:
        heard.person, heard.person_at = speaker.name, max(at, each.source[0][1] if each.source else at)
        return
    key = speaker.name.lower().replace(".", "")
    if key not in heard.phrases and key:
        heard.phrases[key] = speaker.name
        heard.by_head.setdefault(key.split()[-1], []).append(key)
    if re.search(r"(?:[^s]s|people|police|men|women|children)$", key.split(",")[0].split(" of ")[0]) and not state_of(
        speaker.name
    ):
        heard.group = speaker.name
    else:
        heard.body = speaker.name
