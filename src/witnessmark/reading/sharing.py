"""Who is the subject of a cue: before it, shared with the verb before, or of the sentence a participle hangs on."""

from typing import Final

from witnessmark.reading import subjects
from witnessmark.reading.cue_places import CuePlace
from witnessmark.reading.cues import AUXILIARIES, PREPOSITIONS
from witnessmark.reading.sentence import Sentence, Subject
from witnessmark.reading.word_sets import word_set

#: Past forms without the regular ending, by which the subject of a sentence is found.
_PAST: Final = word_set(
    """
    went took gave made came got began held met ran stood spoke told said won lost left put sent
    """
)
_ACCUSING: Final = word_set("accuse criticize criticise blame fault denounce")


def subject_of(sentence: Sentence, place: CuePlace) -> Subject | None:
    """Return the subject of a finite cue: the phrase before it, else the one it shares."""
    words = sentence.words
    end = subjects.before(words, place.at)
    bounds = subjects.left_phrase(words, end)
    if bounds is not None:
        phrase = sentence.span(bounds)
        return Subject(source=(phrase,), start=bounds[0], end=bounds[1], confidence="high", reason="its subject")
    if end and words[end - 1].lower in {"and", "but", ",", "or", "then"}:
        return _shared(sentence, end, place.cue.form)
    return None


def _shared(sentence: Sentence, at: int, form: str) -> Subject | None:
    """Return the subject that a joined verb shares with the cue before it, or with the sentence."""
    known = [each for each in sentence.found if each.source and not each.told]
    if known:
        last = next((each for each in reversed(known) if each.form == form), known[-1])
        return Subject(
            source=last.source,
            start=at,
            end=at,
            confidence="medium",
            shared=True,
            reason="the subject of the verb before",
        )
    bounds = _sentence_subject(sentence, at)
    if bounds is None:
        return None
    return Subject(
        source=(sentence.span(bounds),),
        start=at,
        end=at,
        confidence="medium",
        shared=True,
        reason="the subject of the sentence",
    )


def _sentence_subject(sentence: Sentence, before: int) -> tuple[int, int] | None:
    """Return the first noun phrase of the sentence that a finite verb follows, past an opening phrase of time or place."""
    words = sentence.words
    for index in range(1, before):
        word = words[index]
        if word.quote is None and (
            word.lower in AUXILIARIES or (word.lower.endswith(("ed", "s")) and index > 1) or word.lower in _PAST
        ):
            bounds = subjects.left_phrase(words, subjects.before(words, index))
            if bounds is not None and words[bounds[0]].lower not in PREPOSITIONS:
                return bounds
    return None


def participle_subject(sentence: Sentence, place: CuePlace) -> Subject | None:
    """Return whose *saying*, *adding*, *accusing* it is: that of the verb before, or who is accused of saying it."""
    words, at = sentence.words, place.at
    before = words[at - 1] if at else None
    if before is not None and before.lower in AUXILIARIES:
        return subject_of(sentence, place)
    if before is not None and before.lower in {"of", "for"} and sentence.found:
        bounds = subjects.left_phrase(words, at - 1)
        if bounds is not None and sentence.found[-1].lemma in {
            "accuse",
            "criticize",
            "criticise",
            "blame",
            "fault",
            "denounce",
        }:
            return Subject(
                source=(sentence.span(bounds),),
                start=bounds[0],
                end=bounds[1],
                confidence="medium",
                reason="who is accused of saying it",
            )
    if before is not None and before.lower.endswith("s") and before.is_word and place.cue.lemma in {"say", "tell"}:
        return subject_of(sentence, place)
    if (
        before is not None
        and before.is_word
        and before.lower not in {"while", "by", "and", "also", "in"}
        and not before.lower.endswith("ly")
    ):
        return _after_with(sentence, at)
    if at == 0:
        return _opening_participle(sentence)
    return _shared(sentence, at, "past")


def _after_with(sentence: Sentence, at: int) -> Subject | None:
    """Return who *with* brings in beside the sentence: "…, with officials reporting nine dead"."""
    words = sentence.words
    bounds = subjects.left_phrase(words, at)
    if bounds is None or bounds[0] == 0 or words[bounds[0] - 1].lower != "with":
        return None
    return Subject(
        source=(sentence.span(bounds),), start=bounds[0], end=bounds[1], confidence="medium", reason="the subject after *with*"
    )  # fmt: skip


def _opening_participle(sentence: Sentence) -> Subject | None:
    """Return the subject after the comma: "Citing the report, Zhang …"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word.lower == ",":
            bounds = subjects.right_phrase(words, index + 1)
            if bounds is None:
                return None
            return Subject(
                source=(sentence.span(bounds),),
                start=0,
                end=0,
                confidence="medium",
                reason="the subject after the comma",
            )
    return None
