"""WM4xx numbers as the field types them: estimates, ranges, claims, samples."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from witnessmark.evidence.statements import Quantity
from witnessmark.manuscript.checks.independence import exchanged
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import block_of, claims_of, place_in, supported
from witnessmark.manuscript.checks.used import SMALLEST, Use, uses
from witnessmark.manuscript.checks.voices import voices_of
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import numbers_in, quantities_in
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.text.wordlists import word_set
from witnessmark.weighing.origins import above, party_of

_ESTIMATED: Final = re.compile(r"\bestimat\w*|\bextrapolat\w*|\bprojected\b|\bmodell?ed\b", re.IGNORECASE)
#: "An estimated 4,000", "estimated at 4,000": a figure that is called an estimate.
_ESTIMATE: Final = re.compile(
    r"\b(?:estimat(?:e|ed|es|ing)|extrapolat\w+|projected)\b(?: \w+){0,4}? (?:at|to be|of|that|some|about|around)? ?(?=[\d])"
    r"|\ban estimated (?=\d)|(?<=\d) (?:\w+ ){0,3}\(estimate\w*\)",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"\b(?:interval|confidence|margin|range|ranging|between|capture|counts?|counted|counting|method|sampl\w+|survey\w*|satellite|"
    r"extrapolat\w+|model\w*|multipl\w+|based on|by comparing|calculat\w+|registers?|lists?|census)\b|±",
    re.IGNORECASE,
)
_ATTRIBUTED: Final = re.compile(
    r"\b(?:according to|said|says|sa(?:id|ys) that|claim(?:s|ed)?|alleged(?:ly)?|reported(?:ly)?|reports|stated|states|told|"
    r"wrote|writes|gave|gives|put(?:s)? (?:it|the)|estimat\w+|spoke of|speaks of|announced|declared|published|maintain\w*|"
    r"insist\w*|account|communiqu\w+|figure|claims?|repl(?:y|ied)|letter)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:verified|documented|confirmed|counted|established|recorded|enumerated|identified|corroborated)\b",
    re.IGNORECASE,
)
_SAMPLED: Final = re.compile(
    r"\b(?:interview\w*|respondents?|sampl\w+|survey\w*|questionnaire\w*|spoke|speaks?|spoken|met|asked|told|testimon\w+|"
    r"accounts?|witnesses|participants?|heard|convenience|of (?:these|those|them|whom)|regist\w+|list(?:s|ed)?|database|"
    r"documented|of the (?:\d+|\w+) (?:people|persons|"
    r"women|men|cases|families|households|former)\b[^.]{0,30}\b(?:who|whom|whose))\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:1[89]|2[01])\d\d\b")
_WORD: Final = re.compile(r"[^\W\d_]{5,}")


def paragraph_text(context: Context, sentence: Sentence) -> str:
    """Return the plain text of the block that a sentence stands in."""
    return block_of(context, sentence).text


def _typed(*types: str) -> Callable[[Context], Sequence[Use]]:
    def chosen(context: Context) -> Sequence[Use]:
        return [one for one in uses(context) if one.quantity.type in types]

    return chosen


def _estimates(context: Context) -> Sequence[Use | Sentence]:
    kinds = {"fact", "analysis", "caption"}
    told = [one for one in context.manuscript.sentences if one.kind in kinds and _ESTIMATE.search(own_words(one))]
    used = _typed("estimate")(context)
    bound = {one.sentence.ordinal for one in used}
    return [*used, *(one for one in told if one.ordinal not in bound)]


def _bare(context: Context, subject: Use | Sentence) -> Iterable[Hit]:
    """An estimate says that it is one, and its interval or how it was made."""
    if isinstance(subject, Sentence):
        text = own_words(subject)
        match = _ESTIMATE.search(text)
        if match and not _METHOD.search(text) and not _voiced(context, subject, text):
            start = place_in(subject, subject.at + match.start())
            yield Hit(
                message="an estimate without method, interval or whose it is", got=subject.text[:100],
                expected="who estimated it, how, and between which figures", sentence=subject, start=start,
                end=start + len(match[0].rstrip()),
            )  # fmt: skip
        return
    text, quantity = paragraph_text(context, subject.sentence), subject.quantity
    if subject.sentence.kind in {"heading", "cell", "caption"}:
        text = " ".join(block.text for block in context.manuscript.blocks[max(0, subject.sentence.block - 1) :][:3])
    missing = []
    if not _ESTIMATED.search(text):
        missing.append("the word “estimate”")
    ends = [one for one in (quantity.low, quantity.high) if one is not None]
    said = {one.value for one in numbers_in(text)}
    method = {word.casefold() for word in _WORD.findall(quantity.method)}
    told = {word.casefold() for word in _WORD.findall(text)}
    if not (ends and set(ends) <= said) and not method & told:
        missing.append("its interval or its method")
    if missing:
        interval = f"{quantity.low:,g} to {quantity.high:,g}" if len(ends) > 1 else ""
        yield Hit(
            message=f"{quantity.id} is an estimate and the report does not say {' and '.join(missing)}", got=subject.words,
            expected=f"“estimate”, {'; '.join(filter(None, (interval, quantity.method)))}", sentence=subject.sentence,
            start=subject.start, end=subject.end,
        )  # fmt: skip


def _voiced(context: Context, sentence: Sentence, text: str) -> bool:
    words = {word.casefold() for word in re.findall(r"[^\W\d_][\w-]+", text)}
    return bool(words & voices_of(context, sentence)) or bool(
        re.search(r"\b(?:by|according to) [A-Z]|\bthe Office\b", text)
    )


def _collapsed(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """A figure is one end, or the middle, of a range in the cited words, and the other end is not told."""
    for claim in claims_of(context, sentence):
        numbers = [one for one in numbers_in(claim.words) if one.value is not None]
        said = {one.value for one in numbers_in(sentence.text)} if numbers else set()
        ranges = _ranges(claim.supports) if numbers else []
        for number in numbers:
            for low, high, alone in ranges:
                middle = number.value == (low + high) / 2
                if number.value in alone or {low, high} <= said or not (number.value in {low, high} or middle):
                    continue
                start = place_in(sentence, max(claim.start, sentence.at) + number.start)
                yield Hit(
                    message="a range is told as one figure", got=number.words, expected=f"{low:,g} to {high:,g}",
                    sentence=sentence, start=start, end=start + len(number.words),
                )  # fmt: skip


def _ranges(supports: Iterable[object]) -> list[tuple[float, float, frozenset[float]]]:
    """The ranges of the cited words and records, each with the figures that stand there by themselves."""
    found = []
    for support in supports:
        records = getattr(support, "records", ())
        alone = {
            one for record in records if isinstance(record, Quantity) for one in (record.value,) if one is not None
        }
        for extract in getattr(support, "extracts", ()):
            words = extract.exact or (extract.words if len(extract.words) < _LONG else "")
            ranged = [
                one
                for one in quantities_in(words)
                if one.low is not None
                and one.high is not None
                and SMALLEST <= one.low < one.high
                and not _YEAR.search(one.words)
            ]
            for one in ranged:
                rest = extract.words.replace(one.words, " ")
                others = {number.value for number in numbers_in(rest) if number.value is not None}
                found.append((float(one.low or 0), float(one.high or 0), frozenset(others | alone)))
    return found


_LONG: Final = 1500


def _claimed(context: Context) -> Sequence[Use]:
    return [
        one
        for one in uses(context)
        if one.quantity.type in {"claimed", "range_of_claims", "estimate", "magnitude"}
        and one.sentence.kind != "heading"
    ]


def _as_count(context: Context, use: Use) -> Iterable[Hit]:
    """A claim told in the report's own voice, or called verified."""
    text, quantity = own_words(use.sentence), use.quantity
    owner = _names(context, quantity.owner)
    words = {word.casefold() for word in re.findall(r"[^\W\d_][\w-]+", text)}
    said = bool(owner & words) or bool(_ATTRIBUTED.search(text)) or bool(words & voices_of(context, use.sentence))
    own = use.sentence.kind == "fact" and quantity.type in {"claimed", "range_of_claims"} and not said
    own = own and not _told_before(context, use, owner) and not exchanged(use.sentence)
    if own and context.manuscript.div(use.sentence, "finding") is None:
        why = "a claim is told as a count"
    elif _verified(context, use, text, owner):
        why = "a claim is called verified"
    else:
        return
    yield Hit(
        message=f"{why}: {quantity.id} is {quantity.type.replace('_', ' ')}", got=use.sentence.text[:100],
        expected=f"whose figure it is: {getattr(context.evidence.index.get(quantity.owner), 'name', '') or 'unattributed'}",
        sentence=use.sentence, start=use.start, end=use.end,
    )  # fmt: skip


def _told_before(context: Context, use: Use, owner: frozenset[str]) -> bool:
    """“The 31 who boarded”: the article points back to where the paragraph said whose figure it is."""
    lead = context.manuscript.source[max(0, use.start - 12) : use.start].rstrip(" [")
    earlier = paragraph_text(context, use.sentence)[: max(0, use.sentence.at)].casefold()
    told = any(word in owner for word in re.findall(r"[^\W\d_][\w-]+", earlier))
    return bool(re.search(r"\b(?:the|these|those|all)$", lead, re.IGNORECASE)) and told


def _verified(context: Context, use: Use, text: str, owner: frozenset[str]) -> bool:
    """The office, or nobody, is said to have verified or counted what another claims."""
    match = _COUNTED.search(text)
    if match is None or use.sentence.kind not in {"fact", "method", "analysis", "caption", "attribution"}:
        return False
    if use.quantity.type == "magnitude" or re.search(r"\b(?:not|never|no|could|unable|nor|neither)\b", text):
        return False
    before = text[: match.start()]
    office = context.manuscript.meta.get("office", "").casefold()
    ours = re.search(r"\b(?:the office|we|this report|the team|the commission|the mission)\b", before, re.IGNORECASE)
    named = office and any(
        word in before.casefold() for word in office.split() if word not in {"the", "of", "and", "for"}
    )
    theirs = {word.casefold() for word in re.findall(r"[^\W\d_][\w-]+", before)} & owner
    return bool(ours or named) and not theirs and not _names_office(context, use.quantity)


def _names_office(context: Context, quantity: Quantity) -> bool:
    office = context.manuscript.meta.get("office", "") or context.evidence.investigation.office
    owner = str(getattr(context.evidence.index.get(quantity.owner), "name", ""))
    return bool(owner) and owner.casefold() == office.casefold()


_COMMON: Final = word_set("the of for and in on de la state republic national central office group people general")


def _names(context: Context, owner: str) -> frozenset[str]:
    if not owner:
        return frozenset()
    names = [
        str(getattr(context.evidence.index.get(one), "name", "")) for one in (owner, *above(context.evidence, owner))
    ]
    names.append(party_of(context.evidence, owner))
    found = {word.casefold() for name in names for word in re.findall(r"[^\W\d_][\w-]+", name)}
    return frozenset(found - _COMMON)


def _sampled(context: Context) -> Sequence[Use]:
    return [one for one in uses(context) if one.quantity.sample == "convenience" and one.sentence.kind != "method"]


def _as_population(context: Context, use: Use) -> Iterable[Hit]:
    words = use.sentence.text
    if use.sentence.kind == "cell":
        rows = block_of(context, use.sentence).rows
        row = next((row for row in rows if any(cell.start <= use.start < cell.end for cell in row)), ())
        words = " ".join(cell.text for cell in row)
    if not _SAMPLED.search(words) and not _base_told(context, use):
        yield Hit(
            message=f"a sample is told as the whole: {use.quantity.id} counts people chosen for being at hand",
            got=use.sentence.text[:100], expected="“of the people interviewed …”", sentence=use.sentence, start=use.start,
            end=use.end,
        )  # fmt: skip


def _base_told(context: Context, use: Use) -> bool:
    """“Among the 23 persons formerly placed, 19 …”: of how many is told, as the words cited tell it."""
    match = re.search(r"\b(?:of|among|out of) (?:the|these|those|all) (\d[\d,]*)\b", use.sentence.text, re.IGNORECASE)
    cited = " ".join(support.words for support in (context.support.read(one) for one in context.cited(use.sentence)))
    return match is not None and re.search(rf"\b{match[1]}\b", cited) is not None


CHECKS: Final = (
    Check(
        code="WM401", name="bare-estimate", severity="E", scope="paragraph", title="An estimate without method or interval",
        explanation="A quantity recorded as an estimate is called one where it is used, and the paragraph tells its interval or "
        "its method. A figure called an estimate that no record backs names whose it is, its interval or its method.",
        rule="methodology, rule 5 and Numbers: “estimate (method, interval)”; “bare estimate E”",
        fix="Say who estimated it, how, and between which figures.", subjects=_estimates, run=_bare,
    ),
    Check(
        code="WM402", name="range-collapsed", severity="E", scope="sentence", title="A range is told as one figure",
        explanation="The cited words give a range, the sentence one end of it or its middle, and the other end is not told. A "
        "figure that "
        "the source also gives by itself is left alone. Bound figures are looked at by WM105.",
        rule="methodology, Numbers: “a ranged source is not quoted as one figure”; “range collapsed E”",
        fix="Give both ends.", subjects=supported, run=_collapsed,
    ),
    Check(
        code="WM403", name="claim-as-count", severity="B", scope="sentence", title="A claim is told as a count",
        explanation="A quantity recorded as somebody's claim stands in the report's own voice without whose it is, or the office "
        "is said to have verified or counted it.",
        rule="methodology, Numbers: “keep who says it”; “claim worded as count B”", fix="Attribute the figure.",
        subjects=_claimed, run=_as_count,
    ),
    Check(
        code="WM404", name="sample-as-population", severity="E", scope="sentence", title="A sample is told as the whole",
        explanation="A quantity recorded as counted in a convenience sample is used in a sentence that does not say so.",
        rule="methodology, Numbers: “never generalise from a convenience sample”; “sample as population E”",
        fix="Say of how many people asked.", subjects=_sampled, run=_as_population,
    ),
)  # fmt: skip
