"""WM904: what a summary, a title or a press release says is no stronger than the body of the report."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.language.sentences import split_sentences
from witnessmark.manuscript.checks.certainty import WEAKER
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.words import content_stems

_SUMMARY: Final = re.compile(
    r"^(?:\W*\d*\W*)(?:executive )?summary\b|\bkey (?:findings|points|messages)\b|\bat a glance\b|^abstract\b|^overview\b|"
    r"\bin brief\b|^main findings\b|^conclusions?\b",
    re.IGNORECASE,
)
#: What weakens an assertion, by class: a summary may say it in other words of the same class, never without.
_WEAK: Final = {
    name: re.compile(rf"\b(?:{words})\b|{more}", re.IGNORECASE)
    for name, words, more in (
        ("may", r"may|might|could|possibl[ey]|potential(?:ly)?|whether|if|amount to|raises?|risk|appears?", r"\?$"),
        (
            "alleged",
            (
                r"alleg\w+|accus\w+|claim\w*|reported(?:ly)?|according to|said|says|states?|stated|told|wrote|account\w*|"
                r"testif\w+|"
                r"in (?:his|her|their|its) \w+|describ\w+|den(?:y|ies|ied)|report(?:s|ed)?|put(?:s)? (?:the|its)"
            ),
            r"\?$",
        ),
        (
            "at least",
            (
                r"at least|no fewer than|not less than|minimum|more than|over|or more|"
                r"and \d[\d,]*|(?:between|from) \d[\d,]*|\d to \d"
            ),
            r"\d\s?[-–—]\s?\d",
        ),
        (
            "up to",
            r"up to|as many as|no more than|at most|maximum|(?:between|from) \d[\d,]*|\d to \d",
            r"\d\s?[-–—]\s?\d",
        ),
        (
            "about",
            (
                r"about|around|some|approximately|roughly|nearly|almost|estimate\w*|"
                r"(?:between|from) \d[\d,]*|\d to \d|over|more than"
            ),
            r"\d\s?[-–—]\s?\d",
        ),
        (
            "credible",
            (
                r"credible|indications?|could not (?:confirm|verify)|not (?:confirmed|verified)|account\w*|alleg\w+|suspect\w*|"
                r"reasonable grounds|not in a position|said|told|says|according to|may|might"
            ),
            r"\?$",
        ),
    )
}
_PRESENT: Final = {
    "may": re.compile(r"\b(?:may|might) (?:also )?(?:constitute|amount|be|have|well)\b", re.IGNORECASE),
    "alleged": re.compile(r"\b(?:alleged(?:ly)?|reportedly|according to)\b", re.IGNORECASE),
    "at least": re.compile(
        r"\bat least (?!\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\d", re.IGNORECASE
    ),
    "up to": re.compile(r"\b(?:up to|as many as) \d", re.IGNORECASE),
    "about": re.compile(r"\b(?:about|around|approximately|roughly|an estimated) \d", re.IGNORECASE),
    "credible": re.compile(r"\b(?:(?:is|are|were|was) credible|indications? (?:of|that))\b", re.IGNORECASE),
}
#: Share of the summary's content words that a sentence of the body holds, to say the same thing.
_SAME: Final = 0.6
#: Fewer content words than this may meet anywhere by chance.
_FEWEST: Final = 4


@dataclass(frozen=True, slots=True)
class Short:
    """A sentence that stands for the body: of the manuscript's summary, its title, or a companion."""

    text: str
    where: str
    sentence: Sentence | None = None
    cited: tuple[str, ...] = ()


def _shorts(context: Context) -> Sequence[Short]:
    manuscript = context.manuscript
    found = [
        Short(manuscript.meta[key], f"the {key}")
        for key in ("title", "subtitle", "description")
        if manuscript.meta.get(key)
    ]
    found += [
        Short(one.text, "the summary", one, context.cited(one))
        for one in manuscript.sentences
        if one.kind not in {"heading", "recommendation", "method", "definition"} and _in_summary(context, one)
    ]
    return [*found, *(short for one in context.companions for short in _of_companion(one))]


def _of_companion(companion: Companion) -> list[Short]:
    if companion.kind not in {"summary", "press release"}:
        return []
    return [
        Short(part.text[start:end].strip(), f"{companion.name}, {part.place}")
        for part in companion.parts
        if not part.hidden
        for start, end in split_sentences(part.text)
    ]


def _in_summary(context: Context, sentence: Sentence) -> bool:
    return sentence.block in _summary_blocks(context)


def _summary_blocks(context: Context) -> frozenset[int]:
    if "summary blocks" not in context.shared:
        found: set[int] = set()
        within = 0
        for number, block in enumerate(context.manuscript.blocks):
            if block.kind == "heading":
                here = bool(_SUMMARY.search(block.text))
                within = block.level if here else 0 if block.level <= within else within
            elif within or any(context.manuscript.divs[index].kind == "summary" for index in block.divs):
                found.add(number)
        context.shared["summary blocks"] = frozenset(found)
    blocks: frozenset[int] = context.shared["summary blocks"]
    return blocks


def _body(context: Context) -> list[tuple[frozenset[str], str, int]]:
    """Every assertion of the body: its content words, its text, and its line."""
    if "body" not in context.shared:
        summary = _summary_blocks(context)
        context.shared["body"] = [
            (_stems(one.text), one.text, one.source_span.line)
            for one in context.manuscript.sentences
            if one.block not in summary and one.kind not in {"heading", "definition", "recommendation", "method"}
        ]
    body: list[tuple[frozenset[str], str, int]] = context.shared["body"]
    return body


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))


def _stronger(context: Context, short: Short) -> Iterable[Hit]:
    yield from _above_finding(context, short)
    said = _stems(short.text)
    if len(said) < _FEWEST:
        return
    same = [(text, line) for stems, text, line in _alike(context, said) if len(said & stems) >= _SAME * len(said)]
    for name, present in _PRESENT.items():
        if same and all(present.search(text) for text, _ in same) and not _WEAK[name].search(short.text):
            match = present.search(same[0][0])
            yield _hit(
                short,
                f"without “{match[0] if match else name}”",
                f"as the body has it at line {same[0][1]}: {same[0][0][:120]}",
            )


def _alike(context: Context, said: frozenset[str]) -> list[tuple[frozenset[str], str, int]]:
    """The sentences of the body that share enough words to be worth comparing, found by their words."""
    if "body words" not in context.shared:
        holders: dict[str, list[int]] = {}
        for number, (stems, _, _) in enumerate(_body(context)):
            for stem in stems:
                holders.setdefault(stem, []).append(number)
        context.shared["body words"] = holders
    holders = context.shared["body words"]
    # A sentence with 60 % of these words has at least one of any 40 % of them and one more: the rarest are looked up.
    rare = sorted(said, key=lambda stem: len(holders.get(stem, ())))[: len(said) - int(_SAME * len(said)) + 1]
    numbers = {number for stem in rare for number in holders.get(stem, ())}
    return [_body(context)[number] for number in sorted(numbers)]


def _above_finding(context: Context, short: Short) -> Iterable[Hit]:
    """A sentence that cites a finding of a lower level says so in words of that level."""
    findings = [one for one in map(context.evidence.index.get, short.cited) if isinstance(one, Finding)]
    if not findings or short.sentence is None or context.manuscript.div(short.sentence, "finding") is not None:
        return
    weaker = [WEAKER.get(finding.level) for finding in findings]
    if any(words is None or words.search(short.text) for words in weaker):
        return
    yield _hit(short, short.text[:80], f"words of the level that {findings[0].id} has: {findings[0].level}")


def _hit(short: Short, got: str, expected: str) -> Hit:
    where = f"{short.where} says more than the body"
    return Hit(message=where, got=got, expected=expected, sentence=short.sentence)


CHECKS: Final = (
    Check(
        code="WM904", name="summary-stronger", severity="B", scope="document", title="The summary says more than the body",
        explanation="Each sentence of a summary or of conclusions, the title, and what leaves as a summary or press release is "
        "compared with the sentences of the body that say the same: where all of these have “may”, “alleged”, “at "
        "least”, “up to”, “about” or “credible”, the short form must have a word of that kind; and where it cites a "
        "finding, words of that finding's level.",
        rule="methodology, Hygiene: “summary stronger than body B”", fix="Carry the body's word over.",
        subjects=_shorts, run=_stronger,
    ),
)  # fmt: skip
