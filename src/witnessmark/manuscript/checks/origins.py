"""WM2xx: copies counted as sources, circles, nobody's reports, one side only, a leak or a pattern alone; WM110 the copy cited."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.independence import (
    assertions,
    exchanged,
    is_modest,
    is_placed,
    of_law,
    tells_of_itself,
    weighed_of,
)
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.checks.voices import voices_of
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.words import content_stems
from witnessmark.weighing.circular import circular_citations
from witnessmark.weighing.groups import Grouper
from witnessmark.weighing.origins import source_of

_TWO: Final = 2
#: So much of a sentence stands in the finding that it restates.
_MOSTLY: Final = 0.7
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNTED: Final = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|numerous|various|a number of|different|"
    r"independent|"
    r"separate|both)\b(?: (?:other|different|independent|separate|further|credible|media|news|local|international)){0,3} "
    r"(?:sources|outlets|reports|media|newspapers|agencies|accounts|publications|articles|broadcasters|origins)\b",
    re.IGNORECASE,
)
#: The sentence itself says that they are one.
_ONE: Final = re.compile(
    r"\b(?:go(?:es)? back|went back|cop(?:y|ies|ied)|repeat(?:s|ed)?|same|one origin|reprint\w*|not counted|carried the same|"
    r"agency text|"
    r"no(?:t| )independent|reworded)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"\b(?:reports? (?:say|says|said|suggests?|suggested|indicates?|indicated|claims?|claimed|have it)|"
    r"it (?:is|was|has been|had been) (?:widely )?(?:reported|said|claimed|believed|rumou?red|understood|thought) that|"
    r"(?:unnamed |anonymous |informed |local |some |many |other )?sources (?:say|said|claim|claimed|told)|"
    r"according to (?:some |many |various |unnamed |local |media |press )?(?:reports?|sources|observers|experts|locals|"
    r"rumou?rs)\b|"
    r"(?:is|are|was|were) (?:widely )?(?:said|reported|believed|rumou?red) to\b|rumou?r has it|many believe)",
    re.IGNORECASE,
)
#: These name nobody, whoever else the sentence names; “sources in the ministry” do.
_BARE: Final = re.compile(
    r"^(?:according to (?:some |many |various |unnamed |local |media |press )?(?:reports?|sources|observers|experts|locals|"
    r"rumou?rs)"
    r"(?! (?:of|in|at|from|close|inside|within|by))|(?:some |many |unnamed |local |anonymous )?(?:reports|sources) (?:say|"
    r"said|claim|"
    r"suggest)|it is (?:widely )?(?:believed|said|reported|claimed|thought))\b",
    re.IGNORECASE,
)
#: The exchange itself is told: what was annexed, commented on, corrected.
_EXCHANGE: Final = re.compile(r"\b(?:annexed|repl(?:y|ies)|comments?|corrected|letters?|corrections?)\b", re.IGNORECASE)
_COPY: Final = frozenset({"wire_copy", "near_duplicate", "cites"})


def _item(context: Context, one: str) -> Item | None:
    record = context.evidence.index.get(one)
    found = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
    return found if isinstance(found, Item) else None


def _items(context: Context, sentence: Sentence) -> dict[str, Item]:
    found = (_item(context, one) for one in context.cited(sentence))
    return {one.id: one for one in found if one is not None}


def _supported(context: Context) -> Sequence[Sentence]:
    return [
        one
        for one in context.manuscript.sentences
        if one.kind in {"fact", "attribution", "analysis"} and context.cited(one)
    ]


def _circular(context: Context, sentence: Sentence) -> Iterable[Hit]:
    if "cycles" not in context.shared:
        context.shared["cycles"] = circular_citations(context.evidence)
    items = set(_items(context, sentence))
    for cycle in context.shared["cycles"] if items else ():
        if items <= set(cycle):
            yield Hit(
                message="what is cited reports in a circle",
                got=" → ".join(cycle),
                expected="a source outside the circle",
                sentence=sentence,
            )
            return


def _counting(context: Context) -> Sequence[Sentence]:
    return [one for one in _supported(context) if _COUNTED.search(one.text)]


def _copies_counted(context: Context, sentence: Sentence) -> Iterable[Hit]:
    text = own_words(sentence)
    match = _COUNTED.search(text)
    items = _items(context, sentence)
    if match is None or _ONE.search(text) or len(items) < _TWO:
        return
    if "origins grouper" not in context.shared:
        context.shared["origins grouper"] = Grouper(context.evidence)
    groups = context.shared["origins grouper"].groups(items)
    claimed = _NUMBERS.get(match["number"].lower(), _TWO)
    if len(groups) < min(claimed, len(items)):
        start = place_in(sentence, sentence.at + match.start())
        joined = next(group for group in groups if len(group.members) > 1)
        yield Hit(
            message="copies are counted as sources",
            got=match[0],
            expected=f"{len(groups)} origin{'s' * (len(groups) != 1)}: "
            f"{', '.join(joined.members)} are one ({'; '.join(joined.reasons[:2])})",
            sentence=sentence,
            start=start,
            end=start + len(match[0]),
        )


def _unsourced(context: Context) -> Sequence[Sentence]:
    return [one for one in context.manuscript.sentences if one.kind in {"fact", "attribution", "analysis", "caption"}]


def _unknown(context: Context, sentence: Sentence) -> Iterable[Hit]:
    text = own_words(sentence)
    match = _NOBODY.search(text)
    named = match is not None and _names_source(context, sentence, text) and not _BARE.search(text)
    if match and not named:
        start = place_in(sentence, sentence.at + match.start())
        yield Hit(
            message="attributed to nobody",
            got=match[0],
            expected="who said it",
            sentence=sentence,
            start=start,
            end=start + len(match[0]),
        )
    elif sentence.kind == "fact" and context.cited(sentence):
        sources = [
            source_of(context.evidence, one) for one in context.cited(sentence) if _item(context, one) is not None
        ]
        if sources and all(one is not None and one.kind == "unknown" for one in sources):
            yield Hit(
                message="everything cited is of unknown origin",
                got=", ".join(context.cited(sentence)),
                expected="a known source",
                sentence=sentence,
            )


def _names_source(context: Context, sentence: Sentence, text: str) -> bool:
    words = {word.lower() for word in re.findall(r"[^\W\d_][\w-]+", text)}
    return bool(
        words & voices_of(context, sentence) - {"reports", "report", "sources", "media", "observers", "experts"}
    )


def _interested(context: Context, sentence: Sentence) -> Iterable[Hit]:
    weighed = weighed_of(context, sentence)
    if _EXCHANGE.search(sentence.text) or is_placed(sentence) or tells_of_itself(context, sentence):
        return
    if exchanged(sentence) or of_law(context, context.cited(sentence)):
        return
    if weighed is not None and weighed.interested_only and not is_modest(context, sentence):
        yield Hit(
            message="only parties to the matter are cited",
            got=", ".join(one for one, _, _ in weighed.grades),
            expected="a source that is no party, or attribution",
            sentence=sentence,
        )


def _leaked(context: Context, sentence: Sentence) -> Iterable[Hit]:
    items = _items(context, sentence).values()
    if (
        items
        and all(one.obtained == "leaked" and not one.authenticity.strip() for one in items)
        and not is_modest(context, sentence)
    ):
        yield Hit(
            message="a leaked document stands alone",
            got=", ".join(one.id for one in items),
            expected="a grade of its authenticity, or another source",
            sentence=sentence,
        )


def _pattern(context: Context, sentence: Sentence) -> Iterable[Hit]:
    div = context.manuscript.div(sentence, "finding")
    finding = context.evidence.index.get(div.ref) if div is not None else None
    rests = finding.rests_on if isinstance(finding, Finding) and finding.kind == "incident" else context.cited(sentence)
    records = [context.evidence.index.get(one) for one in rests]
    if (
        sentence.kind == "fact"
        and records
        and all(isinstance(one, Finding) and one.kind == "pattern" for one in records)
        and not _restates(sentence, [one for one in records if isinstance(one, Finding)])
    ):
        yield Hit(
            message="an incident rests on a pattern alone",
            got=", ".join(rests),
            expected="an account of this incident",
            sentence=sentence,
        )


def _restates(sentence: Sentence, patterns: list[Finding]) -> bool:
    """The sentence says what a finding on a pattern says, as a summary does: no incident."""
    said = set(content_stems(sentence.text))
    return any(len(said & set(content_stems(one.text))) >= _MOSTLY * len(said) for one in patterns)


def _secondary(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """The copy is cited, and what it was copied from is in the casefile and holds the words."""
    items = _items(context, sentence)
    text = own_words(sentence).casefold()
    for one in dict.fromkeys(context.cited(sentence)):
        item = _item(context, one)
        for link in item.links if item is not None else ():
            primary = context.evidence.index.get(link.to)
            if (
                link.cut
                or link.relation not in _COPY
                or not isinstance(primary, Item)
                or primary.id in items
                or item is None
            ):
                continue
            if _holds(context, one, primary) and not _about(context, item, text):
                yield Hit(
                    message=f"{item.id} is cited, which has it from {primary.id}",
                    got=item.id,
                    expected=f"{primary.id}: {link.reason}"[:160],
                    sentence=sentence,
                )


def _holds(context: Context, one: str, primary: Item) -> bool:
    """Whether the primary's text holds the cited words, or every figure and name of them."""
    record = context.evidence.index.get(one)
    if not isinstance(record, Statement) or not record.passage.quote:
        return False
    words = set(re.findall(r"[^\W_]{4,}", record.passage.quote.casefold()))
    texts = context.shared.setdefault("texts by item", {})
    if primary.id not in texts:
        texts[primary.id] = " ".join(
            text.content for text in context.evidence.texts if text.item == primary.id
        ).casefold()
    return bool(words) and sum(word in texts[primary.id] for word in words) >= 0.8 * len(words)


def _about(context: Context, item: Item, text: str) -> bool:
    """The sentence speaks of the outlet itself: that it repeats, reports or writes."""
    publisher = context.evidence.index.get(item.publisher or item.source)
    names = re.findall(r"[^\W\d_]{4,}", getattr(publisher, "name", "").casefold())
    return any(name in text for name in names)


CHECKS: Final = (
    Check(
        code="WM110", name="secondary-cited", severity="E", scope="sentence",
        title="A copy is cited while its origin is in the casefile",
        explanation="The cited item is recorded as a copy of another, or as citing it, and that other one, which is in the "
        "casefile, holds the "
        "cited words. A sentence on the outlet itself (“the Ledger repeats …”) is left alone.",
        rule="methodology, Support: “secondary cited while the primary is in the casefile E”", fix="Cite the primary.",
        subjects=_supported, run=_secondary,
    ),
    Check(
        code="WM202", name="circular-reporting", severity="B", scope="sentence", title="What is cited reports in a circle",
        explanation="Every item cited takes its information, by recorded links, from another that in the end takes it from "
        "the first.",
        rule="methodology, Independence: “circular reporting B”", fix="Cite a source outside the circle.", subjects=_supported,
        run=_circular,
    ),
    Check(
        code="WM203", name="wire-copy-counted", severity="E", scope="sentence", title="Copies are counted as independent sources",
        explanation="“Three outlets”, “several sources”: a sentence claims more sources than the cited items have origins. "
        "One that says "
        "itself that they go back to one is left alone.",
        rule="methodology, rule 3, and Independence: “wire copy counted as independent E”", fix="Count origins.",
        subjects=_counting, run=_copies_counted,
    ),
    Check(
        code="WM204", name="unknown-origin", severity="E", scope="sentence", title="Attributed to nobody",
        explanation="“Reports say”, “it is believed that”, “sources said” without a name of a cited source in the sentence; "
        "or a fact for "
        "which nothing but sources of unknown kind is cited.",
        rule="methodology, Independence: “unknown origin (“reports say”) E”", fix="Name who said it.", subjects=_unsourced,
        run=_unknown,
    ),
    Check(
        code="WM206", name="interested-only", severity="E", scope="sentence", title="Only parties to the matter are cited",
        explanation="A fact in the report's own voice, or a finding, rests on nobody but sources recorded as parties to the "
        "matter.",
        rule="methodology, Independence: “interested party only E”", fix="Attribute it, or cite somebody else.",
        subjects=assertions, run=_interested,
    ),
    Check(
        code="WM207", name="leaked-alone", severity="E", scope="sentence", title="A leaked document stands alone",
        explanation="A fact rests on nothing but leaked items whose authenticity nobody graded.",
        rule="methodology, Corroboration: “A leaked document supports, never alone, unless its authenticity is graded”",
        fix="Grade its authenticity, or cite another source.", subjects=assertions, run=_leaked,
    ),
    Check(
        code="WM208", name="pattern-only", severity="W", scope="sentence", title="An incident rests on a pattern alone",
        explanation="A fact, or a finding on an incident, rests on findings of a pattern only.",
        rule="methodology, Corroboration: “Consistency with a pattern may support, never alone”; “pattern only W”",
        fix="Cite an account of this incident.", subjects=assertions, run=_pattern,
    ),
)  # fmt: skip
