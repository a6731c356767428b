"""Whose voice a sentence speaks in: a cited speaker, publisher or record as its subject, or that of the sentence before."""

import re
from typing import Final

from witnessmark.evidence.findings import Reply
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.kinds import classify
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.sentences import bare_text
from witnessmark.manuscript.wording import ACT, ACTIVE, OFFICE
from witnessmark.text.wordlists import word_set
from witnessmark.weighing.origins import above

_TOKEN: Final = re.compile(r"[^\W\d_][\w-]+")
#: Words of names that tell nobody apart.
_COMMON: Final = word_set("the of for and in on de la el al state republic national central office new mr mrs ms dr")
_LINKING: Final = re.compile(
    r"(?:that|this|it|he|she|they|these|those|the (?:two|three|four|five|other|same|rest|latter|former)) ",
    re.IGNORECASE,
)
_OFFICE_FIRST: Final = re.compile(rf"(?:[^,]{{1,60}}, )?{OFFICE}\b|this report\b", re.IGNORECASE)
_IT: Final = re.compile(r"(?:it|they)\b|its\b|their\b", re.IGNORECASE)
_ACTS: Final = re.compile(rf"(?:{ACTIVE})", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"^(?:s?he|they)\b|, (?:s?he|they) (?!was\b|were\b)\w+(?: on)?\b|\bby (?:this|that|her|his) account\b",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(?:[^,]{1,60}, )?(?P<subject>[^,]{1,80})")
_FOR: Final = re.compile(r"(?:for|to) [^,]{1,60},", re.IGNORECASE)
#: What stands before the subject of a sentence.
_IN_FRONT: Final = re.compile(
    r"(?:in|on|at|by|after|before|during|under|for|from|to|when|while|since|near|inside|with|without|as|until|between|although|if|"
    r"because|despite|among|within|behind|beside|outside|around|against|through|upon|along|across)\b",
    re.IGNORECASE,
)
#: A name stands before the verb: so many words of a sentence are asked for one.
_SUBJECT_WORDS: Final = 4


def voices_of(context: Context, sentence: Sentence) -> frozenset[str]:
    """Return the words, in small letters, by which the speakers and publishers of what a sentence cites are called."""
    words: set[str] = set()
    for one in context.cited(sentence):
        words |= _voices(context, one)
    return frozenset(words)


def _voices(context: Context, record_id: str) -> set[str]:
    index = context.evidence.index
    record = index.get(record_id)
    names: list[str] = []
    sources: list[str] = []
    if isinstance(record, Reply):
        request = index.get(record.request)
        sources.append(getattr(request, "to", ""))
        record = index.get(record.item)
    if isinstance(record, Statement):
        names.append(record.speaker_phrase)
        sources.append(record.speaker)
        record = index.get(record.item)
    if isinstance(record, Item):
        names += [record.title, record.genre]
        sources += [record.source, record.publisher]
    for source in filter(None, sources):
        names += [getattr(index.get(one), "name", "") for one in (source, *above(context.evidence, source))]
    return {word.lower() for name in names for word in _TOKEN.findall(name)} - _COMMON


def attributed(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence of the report's own voice speaks, by its subject, for whom or what it cites.

    A subject that is said to have done harm speaks for nobody. "That is …" and "She was …" stand on the sentence before
    if that is attributed and both cite the same.
    """
    text = bare_text(context.manuscript, sentence)
    if _ACTS.search(text):
        return False
    if _quoting_person(sentence, text) or _quotes_its_subject(context, sentence, text):
        return True
    if _LINKING.match(text):
        return _inherits(context, sentence)
    return _carries_on(context, sentence, text) or _names_its_voice(context, sentence, text)


def _names_its_voice(context: Context, sentence: Sentence, text: str) -> bool:
    """The first words of the sentence, or of what stands behind its opening, name who or what is cited."""
    subject = _SUBJECT.match(text)
    head = _TOKEN.findall(subject["subject"]) if subject else []
    if _IN_FRONT.match(text) is None:
        head = [*_TOKEN.findall(text.split(",", 1)[0])[:_SUBJECT_WORDS], *head[:_SUBJECT_WORDS]]
        return any(word.lower() in voices_of(context, sentence) for word in head)
    if _FOR.match(text):
        head = _TOKEN.findall(text.split(",", 1)[0])[1:]
    return any(word.lower() in voices_of(context, sentence) for word in head[:_SUBJECT_WORDS])


def _quoting_person(sentence: Sentence, text: str) -> bool:
    """Tell “She counted ~”, “he found, ~”: a person as subject and a quotation as what they say."""
    quoted = any(not quotation.term for quotation in sentence.quotations)
    return quoted and _PERSON.search(text) is not None


def _quotes_its_subject(context: Context, sentence: Sentence, text: str) -> bool:
    """Tell “Witness K-3, who worked there, never ~”: the cited speaker, by a name with a capital, and then their words."""
    if not any(not one.term for one in sentence.quotations):
        return False
    opening = text.split("~", 1)[0]
    names = {word.lower() for word in _TOKEN.findall(opening)[:_SUBJECT_WORDS] if word[0].isupper()}
    return bool(names & voices_of(context, sentence))


def _carries_on(context: Context, sentence: Sentence, text: str) -> bool:
    """Tell whether a sentence goes on with what the one before gave as its source's: the same items, no harm, no new voice."""
    if ACT.search(text) or context.manuscript.div(sentence, "finding") is not None:
        return False
    before = previous(context, sentence)
    mine = _items(context, sentence)
    return (
        before is not None
        and len(context.cited(sentence)) == 1
        and mine <= _items(context, before)
        and _inherits(context, sentence)
    )


def _inherits(context: Context, sentence: Sentence) -> bool:
    before = previous(context, sentence)
    if before is None:
        return False
    shared = _items(context, sentence) & _items(context, before)
    return bool(shared) and (before.kind == "attribution" or (before.kind == "fact" and attributed(context, before)))


def _items(context: Context, sentence: Sentence) -> set[str]:
    records = {one: context.evidence.index.get(one) for one in context.cited(sentence)}
    return {record.item if isinstance(record, Statement) else one for one, record in records.items()}


def previous(context: Context, sentence: Sentence) -> Sentence | None:
    """Return the sentence before in the same block, or None."""
    before = context.manuscript.sentences[sentence.ordinal - 1] if sentence.ordinal else None
    return before if before is not None and before.block == sentence.block else None


def speaks_of_office(context: Context, sentence: Sentence) -> bool:
    """Tell whether "it" is the office, so that the sentence is on the office's own work."""
    text = bare_text(context.manuscript, sentence)
    pronoun = _IT.match(text)
    before = previous(context, sentence)
    while pronoun and before is not None:
        said = bare_text(context.manuscript, before)
        if _OFFICE_FIRST.match(said):
            name = "the Office's" if pronoun[0].lower() in {"its", "their"} else "the Office"
            kind, _ = classify(name + text[pronoun.end() :], block="paragraph", divs=())
            return kind in {"method", "analysis"}
        before = previous(context, before) if _IT.match(said) or said.lower().startswith("this report") else None
    return False
