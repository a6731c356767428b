"""Speakers: every source phrase resolved within the document to one entity, or to none with its candidates."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import NameMention
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.documents import Documents
from witnessmark.reading.heard import Heard, Speaker
from witnessmark.reading.people import People, has_role
from witnessmark.reading.pronouns import HE, he_or_she, of_last
from witnessmark.reading.states import state_of
from witnessmark.reading.word_sets import word_set

#: Pronouns of those who write or are quoted: who they are is not told by grammar.
_OPEN: Final = word_set("i we you me us my our one nobody everyone everybody someone there")
#: Pronouns of the languages whose quotations are read without resolving them; alone, or with words behind them.
_FOREIGN: Final = re.compile(
    r"(?:он|она|оно|они|я|мы|هو|هي|هم|هن|أنا|نحن|ئۇ|ئۇلار|مەن|بىز|[他她它](?:们|們)?|我(?:们|們)?|其)(?!\w)"
    r"|[他她它我](?:们|們)?", re.IGNORECASE
)  # fmt: skip
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_DETERMINER: Final = re.compile(r"^(?:the|a|an|this|that|these|those|one|its|our)\s+", re.IGNORECASE)
_EDGE: Final = " \t\r\n\u00a0,.;:“”\"'()—–-"
#: So many code points of a quotation tell it from others.
_OPENING: Final = 40
_FEW: Final = 5
#: What a clause adds to a phrase is no part of its name: "the letter, signed by 22 countries".
_ADDED: Final = re.compile(r",\s+(?:who|which|whose|dated|seen|signed|obtained|published|released|issued)\b")
#: "two other residents of" before a name: the group speaks, not the place it is of; so does a role.
_GROUP_OF: Final = re.compile(r"(?:[\w’'-]+\s+){1,3}(?:of|from|in|at|near|on|for|to)\s+$")


def resolve_speakers(text: str, attributions: Sequence[Attribution], names: Sequence[NameMention]) -> list[Speaker]:
    """Return the speaker of each attribution, in the same order; linear in the number of attributions and names."""
    people = People(text, names, [text[start:end] for each in attributions for start, end in each.source[:1]])
    documents = Documents(text, attributions)
    heard = Heard()
    found = []
    for each in attributions:
        speaker = _speaker(text, each, people, documents, heard)
        speaker = _repeated(text, each, speaker, heard)
        _remember(speaker, each, people, heard)
        found.append(speaker)
    return found


def _repeated(text: str, each: Attribution, speaker: Speaker, heard: Heard) -> Speaker:
    """Give a quotation without a source the speaker under whom the same words stood before: pages print them twice."""
    key = "".join(
        char for start, end in each.content[:1] for char in text[start : start + _OPENING] if char.isalnum()
    ).lower()
    if speaker.name:
        heard.words.setdefault(key, speaker.name)
        return speaker
    known = heard.words.get(key, "") if not each.source and len(key) > _FEW else ""
    return Speaker(name=known, reason="the same words are quoted from this speaker above") if known else speaker


def _speaker(text: str, each: Attribution, people: People, documents: Documents, heard: Heard) -> Speaker:
    if each.told:
        return Speaker(reason="the subject was told it; who said it is not named")
    if not each.source:
        return _without_source(each, heard)
    start, end = each.source[0]
    phrase = text[start:end].strip(_EDGE)
    phrase += "”" * (phrase.count("“") - phrase.count("”"))
    by_word = _by_word(phrase, start, people, heard)
    if by_word is not None:
        return by_word
    if phrase.lower() in _RELATIVE:
        phrase = _antecedent(text, each.scope[0], start)
        named = set(people.since(each.scope[0], start))
        if len(named) == 1 and has_role(phrase):
            return Speaker(name=named.pop(), reason="the person whose role stands before “who”")
        if not phrase:
            return Speaker(
                reason="what the relative word stands for was not found", candidates=people.before(start, _FEW)
            )
    return _phrase(phrase, people, documents, heard)


def _without_source(each: Attribution, heard: Heard) -> Speaker:
    if each.follows and heard.last.name:
        return Speaker(name=heard.last.name, reason="goes on from the words before", sure=heard.last.sure)
    last = (heard.last.name,) if heard.last.name else heard.last.candidates
    return Speaker(reason="nobody is named as saying it", candidates=last)


def _by_word(phrase: str, at: int, people: People, heard: Heard) -> Speaker | None:
    """Resolve a source phrase that is one pronoun; None for any other phrase."""
    lower = phrase.lower()
    if lower in HE:
        return he_or_she(lower, at, people, heard)
    if lower in {"they", "their"}:
        return of_last(heard.group, "the group that spoke before", heard)
    if lower in {"it", "its"}:
        return of_last(heard.body, "the body or document that spoke before", heard)
    if lower in _OPEN or _FOREIGN.match(lower):
        return Speaker(reason=f"“{phrase}” is not resolved", candidates=people.before(at, _FEW))
    return None


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


def _phrase(phrase: str, people: People, documents: Documents, heard: Heard) -> Speaker:
    person, role = people.named_in(phrase)
    phrase = _ADDED.split(phrase)[0]
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


def _same_phrase(phrase: str, heard: Heard) -> Speaker:
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


def _remember(speaker: Speaker, each: Attribution, people: People, heard: Heard) -> None:
    at = each.content[-1][1]
    if not speaker.name:
        return
    heard.last, heard.last_at = speaker, at
    if speaker.name in people:
        heard.person, heard.person_at = speaker.name, max(at, each.source[0][1] if each.source else at)
        return
    if has_role(speaker.name):
        heard.single, heard.single_at = speaker.name, at
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
