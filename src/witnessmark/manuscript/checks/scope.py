"""What several checks look at: sentences with support, and the stretch of a sentence that each citation group supports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Block, Sentence
from witnessmark.manuscript.support import Support

#: Kinds that assert something about the world and so need support of their own.
ASSERTING = frozenset({"fact", "attribution"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stretch of a sentence (offsets in the block's plain text) with the supports that stand behind it.

    `words` has quotations and bound quantities blanked with spaces: other checks compare those.
    """

    sentence: Sentence
    start: int
    end: int
    words: str
    supports: tuple[Support, ...]

    @property
    def withheld(self) -> tuple[str, ...]:
        """What the snapshot withholds of the supports."""
        return tuple(dict.fromkeys(reason for support in self.supports for reason in support.withheld))


def sentences(context: Context) -> Sequence[Sentence]:
    """All sentences."""
    return context.manuscript.sentences


def asserting(context: Context) -> Sequence[Sentence]:
    """Sentences of fact and attribution."""
    return [sentence for sentence in context.manuscript.sentences if sentence.kind in ASSERTING]


def supported(context: Context) -> Sequence[Sentence]:
    """Sentences that cite, or inherit, at least one record; what a recommendation rests on does not hold its words."""
    found = context.manuscript.sentences
    return [sentence for sentence in found if context.cited(sentence) and not _only_grounded(context, sentence)]


def _only_grounded(context: Context, sentence: Sentence) -> bool:
    """Tell a recommendation that cites nothing but the findings it rests on."""
    ids = context.cited(sentence)
    return sentence.kind == "recommendation" and all(
        isinstance(context.evidence.index.get(one), Finding) for one in ids
    )


def document(context: Context) -> Sequence[Context]:
    """The whole manuscript as one subject."""
    return (context,)


def block_of(context: Context, sentence: Sentence) -> Block:
    """Return the block that a sentence stands in."""
    return context.manuscript.blocks[sentence.block]


def supports_of(context: Context, sentence: Sentence) -> tuple[Support, ...]:
    """Return the supports of a sentence: of its own citations with their locators, else inherited ones."""
    own = {(one.id, one.locator): None for one in sentence.citations}
    if own:
        return tuple(context.support.read(*key) for key in own)
    return tuple(context.support.read(one) for one in context.inherited(sentence))


def claims_of(context: Context, sentence: Sentence) -> list[Claim]:
    """Return the claims of a sentence: a clause per citation group, and the rest of the sentence with all groups."""
    text = blanked(sentence)
    if not sentence.groups:
        return [_claim(sentence, text, sentence.at, sentence.end_at, supports_of(context, sentence))]
    claims: dict[tuple[int, int], list[Support]] = {}
    for group in sentence.groups:
        found = [context.support.read(one.id, one.locator) for one in group.citations]
        claims.setdefault(group.clause, []).extend(found)
    result = [_claim(sentence, text, *span, tuple(found)) for span, found in claims.items()]
    last = max(end for _, end in claims)
    if re.search(r"\w", sentence.text[last - sentence.at :]):
        result.append(_claim(sentence, text, last, sentence.end_at, supports_of(context, sentence)))
    return result


def _claim(sentence: Sentence, text: str, start: int, end: int, supports: tuple[Support, ...]) -> Claim:
    begin = max(start, sentence.at) - sentence.at
    return Claim(sentence=sentence, start=start, end=end, words=text[begin : end - sentence.at], supports=supports)


def blanked(sentence: Sentence) -> str:
    """Return the sentence with quotations and bound quantities blanked, offsets kept."""
    text = sentence.text
    spans = [(q.at, q.end_at) for q in sentence.quotations]
    spans += [(bound.at, bound.end_at) for bound in sentence.bounds if bound.kind == "q"]
    for start, end in spans:
        first, last = max(start - sentence.at, 0), min(end - sentence.at, len(text))
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def place_in(sentence: Sentence, at: int) -> int:
    """Return the place in the source of an offset of the block's plain text."""
    for part in sentence.inlines:
        text = getattr(part, "text", None)
        if isinstance(text, str) and part.at <= at < part.at + len(text):
            exact = len(text) == part.end - part.start
            return part.start + (at - part.at if exact else 0)
    return sentence.source_span.start
