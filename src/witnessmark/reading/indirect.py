"""Statements with a cue in one sentence: a subject, a verb of saying and what is said, in any order."""

from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading import contents, subjects
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_places import REFUSAL, CuePlace, find_cues
from witnessmark.reading.cues import ADVERBS, AUXILIARIES, INVERTING, PREPOSITIONS, SUBORDINATORS, TIME_WORDS
from witnessmark.reading.headlines import with_colon
from witnessmark.reading.nouns import according_to, figures, noun_cues, put_at
from witnessmark.reading.placing import is_relative, quotation_after, rest_of_clause, said_before, stands_after
from witnessmark.reading.sentence import Sentence, Subject
from witnessmark.reading.sharing import participle_subject, subject_of
from witnessmark.reading.word_sets import word_set
from witnessmark.reading.words import Word

#: Passive cues that tell of a statement although nobody is named as making it.
_PASSIVE_WITHOUT_AGENT: Final = word_set("accuse allege expect believe estimate ask report say")
#: Verbs of opinion that are statements all the same: who denies, rejects or declines has spoken.
_SPOKEN: Final = word_set("deny reject dismiss decline") | {REFUSAL}
#: Who asks not to be named says nothing about the matter.
_ANONYMOUS: Final = word_set("named withheld anonymity anonymous identified")
#: ", an accusation the junta": so many words at least stand before such a subject.
_NOUN_PHRASE: Final = 3
#: What nobody said is no statement.
_NOBODY: Final = frozenset({"no", "nobody", "none", "nothing", "neither"})
_NOT_A_SUBJECT: Final = SUBORDINATORS | PREPOSITIONS | TIME_WORDS | (ADVERBS - {"both", "all"})


def find_attributions(words: Sequence[Word], *, headline: bool = False) -> list[Attribution]:
    """Return the attributions of one sentence in the order of their cues; at most one for each cue."""
    sentence = Sentence(words, headline)
    for place in find_cues(words, headline=headline):
        found = _attribution(sentence, place)
        if found is not None:
            sentence.found.append(found)
            sentence.taken = max(sentence.taken, place.at + place.length)
    extra = [
        *according_to(sentence),
        *noun_cues(sentence),
        *put_at(sentence),
        *figures(sentence),
        *(with_colon(sentence) if headline else []),
    ]
    return sorted(sentence.found + extra, key=lambda each: each.cue)


def _attribution(sentence: Sentence, place: CuePlace) -> Attribution | None:
    words = sentence.words
    if place.cue.form == "past" and subjects.is_passive(words, place.at):
        after = [word.lower for word in words[place.at + place.length - 1 : place.at + 3]]
        if place.cue.lemma not in {"quote", "cite"} or after[-1:] != ["saying"]:
            return _passive(sentence, place)
        place = CuePlace(place.at, 3, place.cue)
    if place.cue.lemma in {"ask", "request"} and any(
        word.lower in _ANONYMOUS for word in words[place.at : place.at + 9]
    ):
        return None
    turned = _turned_round(sentence, place)
    if turned is not None:
        return turned
    subject = participle_subject(sentence, place) if place.cue.form == "ing" else subject_of(sentence, place)
    if subject is not None and place.cue.kind == "show" and sentence.words[subject.end - 1].text[-1:].isdigit():
        return None
    if subject is None or sentence.words[min(subject.start, place.at)].lower in _NOBODY:
        return None
    return _with_subject(sentence, place, subject)


def _passive(sentence: Sentence, place: CuePlace) -> Attribution | None:
    """Return "Y was accused by X of …", and without X for the few cues that report without saying who."""
    words, at = sentence.words, place.at + place.length
    end = contents.end_of(words, at, place.cue, relative=False)
    by = next((index for index in range(at, end) if words[index].lower == "by"), None)
    agent = subjects.right_phrase(words, by + 1) if by is not None else None
    patient = subjects.left_phrase(words, subjects.before(words, place.at))
    told = place.cue.kind == "tell"
    if agent is None and place.cue.lemma not in _PASSIVE_WITHOUT_AGENT and not told:
        return None
    spans = []
    if patient is not None and not told:
        spans.append(sentence.span(patient))
    if agent is not None and by is not None:
        spans += [span for span in (contents.trimmed(words, at, by), contents.trimmed(words, agent[1], end)) if span]
    else:
        spans += [span for span in (contents.trimmed(words, at, end),) if span]
    if (
        not spans
        or (place.cue.lemma == "say" and words[at : at + 1] and words[at].lower != "to")
        or (told and patient is None)
    ):
        return None
    source = (sentence.span(agent),) if agent else (sentence.span(patient),) if told and patient else ()
    return Attribution(
        content=tuple(sorted(spans)), source=source, cue=(sentence.span((place.at, at)),), lemma=place.cue.lemma,
        form=place.cue.form, scope=sentence.scope, confidence="medium" if agent else "low", told=told and agent is None,
        reason=f"passive: {words[place.at].text}" + (" by the agent after it" if agent else ", nobody is named as saying it"),
    )  # fmt: skip


def _turned_round(sentence: Sentence, place: CuePlace) -> Attribution | None:
    """Return "…, said X": the verb stands before its subject, after a quotation or a comma."""
    words, at = sentence.words, place.at
    if place.cue.lemma not in INVERTING or at == 0 or place.cue.form not in {"past", "present"} or at + 1 >= len(words):
        return None
    before, following = words[at - 1], words[at + 1]
    if before.quote is None and before.lower != ",":
        return None
    if not following.is_word or following.lower in _NOT_A_SUBJECT:
        return None
    if before.quote is None and (subjects.left_phrase(words, at) is not None or following.lower in {"it", "there"}):
        return None
    bounds = subjects.right_phrase(words, at + 1)
    if bounds is None or (before.quote is None and bounds[1] < len(words) and _goes_on(words[bounds[1]])):
        return None
    subject = Subject(
        source=(sentence.span(bounds),), start=at, end=bounds[1], confidence="high", reason="the subject after it"
    )
    spans = said_before(sentence, at)
    spans += quotation_after(sentence, bounds[1])
    return _made(sentence, place, subject, spans) if spans else None


def _goes_on(word: Word) -> bool:
    """Tell whether a verb follows what seemed a turned-round subject: then it is the subject of a clause of its own."""
    return word.lower in AUXILIARIES or (word.is_word and word.lower.endswith("ed"))


def _with_subject(sentence: Sentence, place: CuePlace, subject: Subject) -> Attribution | None:
    words = sentence.words
    at = contents.past_aside(words, place.at + place.length)
    relative = is_relative(sentence, subject)
    colon = at < len(words) and words[at].lower == ":"
    end = len(words) if colon else contents.end_of(words, at, place.cue, relative=relative)
    after = contents.after(words, at, place.cue, end)
    first = words[at] if at < len(words) else None
    audience = sentence.span(after.audience) if after.audience else None
    if not relative and not subject.shared and stands_after(sentence, subject, after, first):
        spans = said_before(sentence, subject.start)
        if spans:
            spans += quotation_after(sentence, at) or rest_of_clause(sentence, at, place)
            return _made(sentence, place, subject, spans, audience)
    if after.begin is None:
        spans = _without_words(sentence, place, subject)
    else:
        said = contents.trimmed(words, after.begin, end)
        spans = [said] if said else []
    return _made(sentence, place, subject, spans, audience)


def _without_words(sentence: Sentence, place: CuePlace, subject: Subject) -> list[Span]:
    """Return what a cue with nothing after it is about: the refusal itself, or the clause that an accusation sums up."""
    words = sentence.words
    if place.cue.lemma == REFUSAL:
        return [sentence.span((place.at, place.at + place.length))]
    if subject.start > _NOUN_PHRASE and words[subject.start - 1].lower in contents.DENIABLE:
        if sentence.found:
            return list(sentence.found[-1].content)
        comma = next((index for index in range(subject.start - 1, 0, -1) if words[index].lower == ","), 0)
        return said_before(sentence, comma) if comma else []
    return []


def _made(
    sentence: Sentence, place: CuePlace, subject: Subject, spans: list[Span], audience: Span | None = None
) -> Attribution | None:
    if not spans:
        return None
    cue = sentence.span((place.at, place.at + place.length))
    weak = place.cue.kind in {"view", "show", "stance"} and place.cue.lemma not in _SPOKEN
    return Attribution(
        content=tuple(spans), source=subject.source, cue=(cue,), lemma=place.cue.lemma, form=place.cue.form,
        scope=sentence.scope, audience=audience,
        confidence="low" if weak and subject.shared else "medium" if weak else subject.confidence,
        reason=f"“{sentence.words[place.at].text}” with {subject.reason}",
    )  # fmt: skip
