"""WM103 and WM104: words in quotation marks stand verbatim in the source, and are not cut next to what qualifies them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from witnessmark.language.hedges import find_hedges
from witnessmark.manuscript.checks.scope import supports_of
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import CitationGroup, Quotation, Sentence
from witnessmark.manuscript.quoting import Quoted, QuoteFinder
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.sentences import without_quotations
from witnessmark.manuscript.support import Support

#: A defined term in marks: (“the Mission”), hereinafter “the law”.
_DEFINES: Final = re.compile(
    r"(?:\(\s*(?:the |hereinafter |hereafter |here |or |“)*|"
    r"\b(?:hereinafter|hereafter|henceforth)(?: referred to as| called)? (?:the )?)$",
    re.IGNORECASE,
)


def _quotations(context: Context) -> Sequence[tuple[Sentence, Quotation]]:
    """Outermost quotations that are somebody's words; bound terms and defined terms are nobody's."""
    return [
        (sentence, quotation)
        for sentence in context.manuscript.sentences
        for quotation in sentence.quotations
        if not quotation.depth and not quotation.term and not _is_defined(sentence, quotation)
        and re.search(r"\w", quotation.text)
    ]  # fmt: skip


def _is_defined(sentence: Sentence, quotation: Quotation) -> bool:
    if sentence.kind == "definition":
        return True
    before = sentence.text[: quotation.at - sentence.at]
    after = sentence.text[quotation.end_at - sentence.at :]
    return bool(_DEFINES.search(before)) and (after.startswith(")") or "herein" in before.lower()[-40:])


def answer_for(context: Context, sentence: Sentence, quotation: Quotation) -> Quoted:
    """Return where a quotation stands: first in its own clause's citations, then in the sentence's, then the paragraph's.

    Only a sentence without any citation may lean on its paragraph; headings and captions on all that the report cites.
    """
    finder: QuoteFinder = context.shared.setdefault("finder", QuoteFinder())
    best = Quoted(verdict="not_found")
    for supports in _stages(context, sentence, quotation):
        answer = finder.find(quotation.text, supports)
        if answer.verdict == "found":
            return answer
        if best.verdict == "not_found":
            best = answer
    return best


def _stages(context: Context, sentence: Sentence, quotation: Quotation) -> Iterable[tuple[Support, ...]]:
    own = [
        group
        for group in sentence.groups
        if group.clause[0] <= quotation.at < group.clause[1] or group.at >= quotation.end_at
    ]
    if own:
        yield tuple(context.support.read(one.id, one.locator) for one in own[0].citations)
        return
    cited = supports_of(context, sentence)
    if cited:
        yield cited
        return
    block = context.manuscript.blocks[sentence.block]
    near = [*block.groups, *_neighbours(context, sentence)]
    yield tuple(context.support.read(one.id, one.locator) for group in near for one in group.citations)
    if sentence.kind in {"heading", "caption", "analysis", "method", "recommendation"}:
        ids = dict.fromkeys((one.id, one.locator) for one in context.manuscript.citations)
        yield tuple(context.support.read(*key) for key in ids)


def _neighbours(context: Context, sentence: Sentence) -> list[CitationGroup]:
    """A block quotation may carry its citation in the paragraph that introduces it."""
    block = context.manuscript.blocks[sentence.block]
    if block.kind != "quote":
        return []
    before = context.manuscript.blocks[sentence.block - 1] if sentence.block else block
    return list(before.groups)


def _verbatim(context: Context, subject: tuple[Sentence, Quotation]) -> Iterable[Hit]:
    sentence, quotation = subject
    answer = answer_for(context, sentence, quotation)
    if answer.verdict != "found":
        message, expected = _TOLD[answer.verdict]
        yield Hit(
            message=message,
            got=quotation.text[:120],
            expected=expected or _nearest(answer),
            sentence=sentence,
            start=quotation.start,
            end=quotation.end,
            status="unchecked" if answer.verdict == "unchecked" else "fired",
        )


#: What is said of each verdict but `found`: message, and what was expected ("" for the nearest words of the source).
_TOLD: Final = {
    "unchecked": ("the snapshot withholds the text to compare with", "the source's words"),
    "indeterminate": (
        "the quotation cannot be decided from a text whose reading order is not trusted",
        "the words in an attested transcription",
    ),
    "not_found": ("words in quotation marks do not stand in what is cited", ""),
}


def _nearest(answer: Quoted) -> str:
    suggestion = answer.result.suggestion if answer.result else None
    if suggestion is None:
        return "the source's own words"
    return f"{suggestion.quote[:120]} ({suggestion.difference})"


#: Flags of the matcher that tell of a cut; presentation and insertions are told in other places.
_QUALIFIERS: Final = frozenset(
    {
        "leading_negation",
        "leading_qualifier",
        "trailing_negation",
        "trailing_qualifier",
        "ellipsis_drops_qualifier",
        "crosses_speech",
    }
)


def _moved(sentence: Sentence) -> tuple[Quotation, ...]:
    return tuple(replace(one, at=one.at - sentence.at, end_at=one.end_at - sentence.at) for one in sentence.quotations)


#: Words that only join a qualifier to what was cut: to find one of them beside the quotation says nothing.
_JOINING: Final = frozenset(["and", "or", "the", "a", "to", "of", "in", "that", "it", "is", "was", "by"])


def _said_beside(words: str, outside: str) -> bool:
    """The sentence itself carries the qualifier, outside the marks: then nothing is lost."""
    said = re.findall(r"\w+", words.lower())
    ends = [word for word in (*said[:1], *said[-1:]) if word not in _JOINING]
    cues = [*(hedge.words.lower() for hedge in find_hedges(words)), *ends]
    return any(re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", outside) for cue in cues)


#: “…, and none of them …” joins another statement on: it takes nothing back.
_NEW_CLAUSE: Final = re.compile(r"and (?!only|then|if|in the)\w+")


def _before(context: Context, sentence: Sentence) -> str:
    """What the paragraph has said before the sentence, in small letters."""
    block = context.manuscript.blocks[sentence.block]
    return " ".join(block.text[: max(0, sentence.at)].casefold().split())


def _begins(text: str, words: str) -> bool:
    """A second stretch of the same sentence in marks goes on with the words that the first left out."""
    return re.sub(r"\W+", " ", text).strip().startswith(re.sub(r"\W+", " ", words).strip())


def _untruncated(context: Context, subject: tuple[Sentence, Quotation]) -> Iterable[Hit]:
    sentence, quotation = subject
    answer = answer_for(context, sentence, quotation)
    if answer.verdict != "found" or answer.result is None:
        return
    outside = without_quotations(sentence.text, 0, len(sentence.text), _moved(sentence)).lower()
    before = _before(context, sentence)
    others = [one.text.casefold() for one in sentence.quotations if one is not quotation]
    for flag in answer.result.flags:
        if flag.code not in _QUALIFIERS or _said_beside(flag.words, outside):
            continue
        words = flag.words.casefold().strip()
        if flag.code.startswith("leading") and " " in words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", before):
            continue
        if any(_begins(one, words) or words in one for one in others) or _NEW_CLAUSE.match(words):
            continue
        yield Hit(
            message=flag.message, got=quotation.text[:120], expected=f"with “{flag.words}”", sentence=sentence,
            start=quotation.start, end=quotation.end,
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM103", name="quote-not-verbatim", severity="B", scope="sentence", title="A quotation is not verbatim",
        explanation="Everything in quotation marks, and every block quotation, must stand word for word in a cited "
        "passage, or in "
        "an attested translation of it. Only presentation is overlooked (white space, typography of quotes and dashes, "
        "soft hyphens, invisible characters). No quotation is decided from a text whose reading order is not trusted, "
        "such as right-to-left text out of a PDF. So-called terms are marked [so-called term]{.term}.",
        rule="methodology, Support: “text in quotation marks is not verbatim in the preserved source B”; decisions, Traps",
        fix="Copy the source's words, or take the marks off.", subjects=_quotations, run=_verbatim,
    ),
    Check(
        code="WM104", name="quote-truncates-qualifier", severity="E", scope="sentence",
        title="A quotation is cut next to a qualifier",
        explanation="The words stand in the source, but just before or after them stands what turns or weakens them: not, may, "
        "alleged, up to, but, in the context of. Quoting a sentence without its “may” is a misquotation.",
        rule="methodology, Support: “quotation cut next to a qualifier E”; Two ladders of certainty",
        fix="Quote on until the qualifier is in, or say it beside the quotation.", subjects=_quotations, run=_untruncated,
    ),
)  # fmt: skip
