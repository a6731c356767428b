"""Whose number each quantity is: the speaker of the innermost statement that holds it, else nobody's."""

from collections.abc import Sequence

import msgspec

from witnessmark.evidence.reading import Proposal, QuantityMention


def with_owners(
    text: str, quantities: Sequence[QuantityMention], statements: Sequence[Proposal]
) -> tuple[QuantityMention, ...]:
    """Return the quantities with their owners; "" where no statement holds the number: unattributed.

    A statement whose speaker is not resolved gives its source phrase, so that a number somebody claims is not shown
    as the page's own.
    """
    spans = sorted((span, index) for index, each in enumerate(statements) for span in each.content)
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    result = []
    for quantity in quantities:
        while at < len(spans) and spans[at][0][0] <= quantity.start:
            (start, end), index = spans[at]
            open_spans.append((start, end, index))
            at += 1
        open_spans = [span for span in open_spans if span[1] > quantity.start]
        holding = [span for span in open_spans if span[1] >= quantity.end]
        owner = _owner(text, statements[min(holding, key=lambda span: span[1] - span[0])[2]]) if holding else ""
        result.append(msgspec.structs.replace(quantity, owner=owner))
    return tuple(result)


def _owner(text: str, statement: Proposal) -> str:
    if statement.speaker or not statement.source:
        return statement.speaker
    start, end = statement.source[0]
    return text[start:end]
