"""The checks, one file per family, and the one table of them all.

What a check reads is in its context; how problems are placed, waived and printed is not decided here.
"""

from typing import Final

from witnessmark.manuscript.checks import (
    balance,
    captures,
    certainty,
    fairness,
    hygiene,
    independence,
    keeping,
    law,
    naming,
    numbers,
    order,
    origins,
    persons,
    protection,
    puzzle,
    quantities,
    quotations,
    sections,
    signed,
    summary,
    support,
    tallies,
    tone,
    treaty,
    zones,
)
from witnessmark.manuscript.registry import Check

_FAMILIES: Final = (
    support, quotations, numbers, independence, law, fairness, protection, order, zones, naming, hygiene, sections, summary,
    signed, certainty, tone, persons, keeping, origins, balance,
    quantities, tallies,
    treaty, captures, puzzle,
)  # fmt: skip
#: Every check by its code. Codes are stable: a check may be retired, its code is never used again.
CHECKS: Final[dict[str, Check]] = {
    check.code: check
    for check in sorted((one for family in _FAMILIES for one in family.CHECKS), key=lambda one: one.code)
}
