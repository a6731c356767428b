"""WM306, WM307: a treaty is held against a State only for the time it bound it, and no instrument before it was made."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.sources import Source
from witnessmark.manuscript.checks.certainty import finding_divs
from witnessmark.manuscript.checks.instruments import instruments_in
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import block_of, place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.weighing.origins import name_of
from witnessmark.weighing.treaties import standing, treaties, treaty

#: The sentence measures conduct by the treaty.
_MEASURED: Final = re.compile(
    r"\b(?:violat\w+|breach\w*|contraven\w+|contrary to|incompatible with|inconsistent with|obligat\w+|bound by|binds?|"
    r"concerns? under|"
    r"prohibited (?:by|under)|protected (?:by|under)|guaranteed (?:by|under|in)|in accordance with|pursuant to|under articles?|"
    r"infring\w+|party to|required (?:by|under))\b",
    re.IGNORECASE,
)
_EXCUSED: Final = re.compile(
    r"\b(?:signator\w+|signed but|not (?:yet )?ratified|has not ratified|never ratified|customary|not (?:a )?party|not bound|"
    r"did not bind|does not bind|before it (?:bound|entered)|not (?:yet )?in force|reservation\w*|recommend\w*|should ratify|"
    r"ratify|accede)\b",
    re.IGNORECASE,
)
_RESERVED: Final = re.compile(r"\breserv\w+|\bdeclar(?:ation|ed)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\barticles?\s+(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A State measured by an article (`iccpr/9`, or a treaty alone) for conduct between two days."""

    sentence: Sentence
    article: str
    state: str
    first: str
    last: str
    start: int | None = None
    end: int | None = None


def _ends(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    return first[:10], (last or first)[:10]


def measures(context: Context) -> Sequence[Measure]:
    """Return every measuring of a State: by the record of a finding, and by the words of a sentence."""
    if "measures" not in context.shared:
        context.shared["measures"] = [*_by_record(context), *_by_words(context)]
    found: Sequence[Measure] = context.shared["measures"]
    return found


def _by_record(context: Context) -> list[Measure]:
    found = []
    for _, finding, sentences in finding_divs(context):
        if finding.articles and finding.state and finding.period is not None:
            first, last = _ends(finding.period.value)
            found += [
                Measure(sentence=sentences[0], article=one, state=finding.state, first=first, last=last)
                for one in finding.articles
            ]
    return found


def _by_words(context: Context) -> list[Measure]:
    found = []
    for sentence in context.manuscript.sentences:
        if sentence.kind not in {"fact", "analysis", "heading", "caption"}:
            continue
        text = own_words(sentence)
        if not _MEASURED.search(text):
            continue
        for start, end, key, _ in instruments_in(text):
            state = _state(context, sentence, text)
            days = _period(context, sentence, text)
            if not key or not state or days is None:
                continue
            place = place_in(sentence, sentence.at + start)
            number = _ARTICLE.search(text[max(0, start - 60) : start]) or _ARTICLE.search(text[end : end + 30])
            found.append(
                Measure(
                    sentence=sentence, article=f"{key}/{number[1]}" if number else key, state=state, first=days[0], last=days[1],
                    start=place, end=place + end - start,
                )
            )  # fmt: skip
    return found


def _finding(context: Context, sentence: Sentence) -> Finding | None:
    div = context.manuscript.div(sentence, "finding")
    record = context.evidence.index.get(div.ref) if div is not None else None
    return record if isinstance(record, Finding) else None


def _state(context: Context, sentence: Sentence, text: str) -> str:
    """The State of the finding, else the one that the sentence or its paragraph names."""
    finding = _finding(context, sentence)
    if finding is not None and finding.state:
        return finding.state
    names = {name for one in context.evidence.treaties for name in (one.state, _title(context, one.state)) if name}
    names |= {name for one in treaties().states for name in (one.name, *one.aliases)}
    for one in context.evidence.sources:
        if isinstance(one, Source) and one.kind == "state_body":
            names |= {one.name, one.party} - {""}
    for words in (text, block_of(context, sentence).text):
        said = words.casefold()
        known = [
            name
            for name in sorted(names, key=len, reverse=True)
            if re.search(rf"\b{re.escape(name.casefold())}\b", said)
        ]
        if known:
            return known[0]
    return ""


def _title(context: Context, one: str) -> str:
    return str(getattr(context.evidence.index.get(one), "name", ""))


def _period(context: Context, sentence: Sentence, text: str) -> tuple[str, str] | None:
    """When the conduct was: the finding's period, else the dates of the sentence, else of its paragraph."""
    finding = _finding(context, sentence)
    if finding is not None and finding.period is not None:
        return _ends(finding.period.value)
    for words in (text, block_of(context, sentence).text):
        days = [
            _ends(one.date.value) for one in dates_in(words) if one.date is not None and one.date.value[:4].isdigit()
        ]
        if days:
            return min(first for first, _ in days), max(last for _, last in days)
    return None


def _unbound(context: Context, measure: Measure) -> Iterable[Hit]:
    paragraph = " ".join(
        context.manuscript.sentences[one].text for one in block_of(context, measure.sentence).sentences
    )
    words = f"{measure.sentence.text} {paragraph}"
    held = standing(context.evidence, measure.state, measure.article, first=measure.first, last=measure.last)
    if held.kind != "bound" and not _EXCUSED.search(words):
        yield Hit(
            message=f"{measure.article} did not bind {name_of(context.evidence, measure.state)} at the time", got=held.words,
            expected=f"a treaty in force for it in {measure.first}, “as signatory”, or “customary”", sentence=measure.sentence,
            start=measure.start, end=measure.end,
        )  # fmt: skip
    elif held.reservations and not _RESERVED.search(words):
        yield Hit(
            message=f"{name_of(context.evidence, measure.state)} made a reservation to {measure.article}",
            got="nothing is said of it", expected=held.reservations[0].words or "the reservation beside the article",
            sentence=measure.sentence, start=measure.start, end=measure.end,
        )  # fmt: skip


def _dated(context: Context) -> Sequence[Measure | Sentence]:
    named = [
        one
        for one in context.manuscript.sentences
        if one.kind in {"fact", "analysis"} and _MEASURED.search(one.text) and instruments_in(own_words(one))
    ]
    recorded = [one for one in measures(context) if one.start is None]
    return [*recorded, *named]


def _later(context: Context, subject: Measure | Sentence) -> Iterable[Hit]:
    if isinstance(subject, Measure):
        known = treaty(subject.article.partition("/")[0])
        if known is not None and known.in_force[: len(subject.last)] > subject.last:
            yield _too_new(subject.sentence, known.name, known.in_force, subject.last)
        return
    text = own_words(subject)
    days = _period(context, subject, text)
    for start, end, _, day in instruments_in(text) if days else ():
        if days and day[: len(days[1])] > days[1]:
            place = place_in(subject, subject.at + start)
            yield _too_new(subject, text[start:end], day, days[1], place, place + end - start)


def _too_new(
    sentence: Sentence, name: str, day: str, last: str, start: int | None = None, end: int | None = None
) -> Hit:
    return Hit(
        message="the instrument is later than the facts", got=f"{name}, of {day}; facts of {last}",
        expected="an instrument of that time, or a word on why it is used", sentence=sentence, start=start, end=end,
    )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM306", name="treaty-not-binding", severity="E", scope="paragraph",
        title="A treaty that did not bind the State then",
        explanation="The articles of a finding, and treaties that a sentence measures a State by, are compared with the standing "
        "of that State "
        "on the days of the facts: recorded in the casefile, else listed in the data file. A reservation to the article must be "
        "told. “As signatory” and “customary” excuse.",
        rule="methodology, Treaties: “a treaty article may be cited against a State only if it bound that State on the date of "
        "the facts”",
        fix="Cite what bound it, or say “as signatory” or “customary”.", subjects=measures, run=_unbound,
    ),
    Check(
        code="WM307", name="instrument-later", severity="W", scope="paragraph", title="The instrument is later than the facts",
        explanation="A treaty that entered into force, or rules that were adopted, after the last day of the facts they measure.",
        rule="methodology, Certainty and law: “instrument later than the facts W”", fix="Cite what was in force then.",
        subjects=_dated, run=_later,
    ),
)  # fmt: skip
