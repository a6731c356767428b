"""A problem: what a check found, where, what it got and what it expected."""

from typing import Literal

import msgspec

Severity = Literal["B", "E", "W"]
Status = Literal["fired", "unchecked"]
#: Severity in words, as printed.
SEVERITY_WORDS = {"B": "blocks", "E": "error", "W": "warning"}


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One problem of a manuscript. Lines and columns count from 1; `end_column` is exclusive.

    `status` is `unchecked` where something needed was withheld: that is never a pass. `sentence_sha256` and
    `evidence_sha256` are what a waiver binds to. `paragraph` is the compiler's number, 0 outside paragraphs.
    """

    code: str
    name: str
    severity: Severity
    message: str
    status: Status = "fired"
    got: str = ""
    expected: str = ""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    paragraph: int = 0
    sentence_sha256: str = ""
    evidence_sha256: str = ""
    fix: str = ""
