"""The checks, one file per family, and the one table of them all.

What a check reads is in its context; how problems are placed, waived and printed is not decided here.
"""

from typing import Final

from witnessmark.manuscript.checks import hygiene
from witnessmark.manuscript.registry import Check

#: Every check by its code. Codes are stable: a check may be retired, its code is never used again.
CHECKS: Final[dict[str, Check]] = {check.code: check for check in sorted((*hygiene.CHECKS,), key=lambda one: one.code)}
