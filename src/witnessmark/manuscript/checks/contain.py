"""Do the names, dates and numbers of a claim stand in what it cites?"""

from collections.abc import Iterator
from typing import Final

from witnessmark.manuscript.checks.contain_dates import missing_dates, missing_weekdays
from witnessmark.manuscript.checks.contain_names import missing_names
from witnessmark.manuscript.checks.contain_numbers import miscounted, missing_numbers
from witnessmark.manuscript.checks.contain_times import misnumbered, missing_times
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import numbers_in
from witnessmark.manuscript.words import content_stems

#: Content words from which a claim must share one with the very words that it cites.
_TELLING: Final = 3


def missing_from(context: Context, claim: Claim) -> list[Miss]:
    """Return the numbers, dates, weekdays and names of a claim that its supports do not hold."""
    return [
        *missing_numbers(claim),
        *miscounted(claim),
        *missing_times(claim),
        *misnumbered(claim),
        *missing_dates(claim),
        *missing_weekdays(claim),
        *missing_names(context, claim),
        *_unrelated(claim),
    ]


def _unrelated(claim: Claim) -> Iterator[Miss]:
    """Nothing of the claim stands in the very words of the statements cited: a citation was swapped."""
    exact = [extract for support in claim.supports for extract in support.extracts]
    if any(claim.start <= quotation.at < claim.end for quotation in claim.sentence.quotations):
        return  # the words in marks are compared letter by letter elsewhere
    if not exact or not all(extract.exact and (extract.text.language or "en").startswith("en") for extract in exact):
        return
    notes = set(content_stems(" ".join(note for support in claim.supports for note in support.notes)))
    stems = set(content_stems(claim.words)) - notes
    numbers = {number.value for number in numbers_in(claim.words)}
    theirs = set(content_stems(" ".join(extract.exact for extract in exact)))
    shared = numbers & {number.value for extract in exact for number in numbers_in(extract.exact)}
    if len(stems) >= _TELLING and not stems & theirs and not shared:
        yield Miss(
            message="the words cited speak of something else", got=claim.words.strip()[:80],
            expected=exact[0].exact[:80], at=0, length=len(claim.words.strip()),
        )  # fmt: skip
