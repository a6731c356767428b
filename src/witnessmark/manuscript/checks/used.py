"""Which recorded quantities a sentence uses: by binding words to them, or by writing the figure of one that it cites."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.statements import Quantity
from witnessmark.manuscript.checks.scope import blanked, place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import numbers_in
from witnessmark.manuscript.model import Sentence

#: Smaller numbers are counted in passing; from here on a number in a text is taken for a recorded one of the same value.
SMALLEST: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A quantity used: its record, the words, and where they stand in the source."""

    sentence: Sentence
    quantity: Quantity
    words: str
    start: int
    end: int


def uses(context: Context) -> Sequence[Use]:
    """Return every use of a quantity, in the order of the manuscript."""
    if "quantity uses" not in context.shared:
        by_statement: dict[str, list[Quantity]] = {}
        for quantity in context.evidence.quantities:
            for one in quantity.statements:
                by_statement.setdefault(one, []).append(quantity)
        context.shared["quantity uses"] = [
            use for sentence in context.manuscript.sentences for use in _of(context, sentence, by_statement)
        ]
    found: Sequence[Use] = context.shared["quantity uses"]
    return found


def values_of(quantity: Quantity) -> tuple[float, ...]:
    """Return the figures of a quantity: value, low, high."""
    return tuple(dict.fromkeys(one for one in (quantity.value, quantity.low, quantity.high) if one is not None))


def _of(context: Context, sentence: Sentence, by_statement: dict[str, list[Quantity]]) -> list[Use]:
    found: dict[str, Use] = {}
    for bound in sentence.bounds:
        quantity = context.evidence.index.get(bound.ref)
        if bound.kind == "q" and isinstance(quantity, Quantity):
            found.setdefault(
                quantity.id,
                Use(sentence=sentence, quantity=quantity, words=bound.text, start=bound.start, end=bound.end),
            )
    ids = [one.id for one in sentence.citations]
    reached = [one for key in ids for one in by_statement.get(key, ())]
    reached += [one for key in ids if isinstance(one := context.evidence.index.get(key), Quantity)]
    numbers = [one for one in numbers_in(blanked(sentence)) if one.value is not None] if reached else []
    for quantity in reached:
        own = {one for one in values_of(quantity) if one >= SMALLEST}
        said = next((one for one in numbers if one.value in own), None)
        if said is not None and quantity.id not in found:
            start = place_in(sentence, sentence.at + said.start)
            found[quantity.id] = Use(
                sentence=sentence, quantity=quantity, words=said.words, start=start, end=start + len(said.words)
            )
    return list(found.values())
