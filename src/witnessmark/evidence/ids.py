"""Short human ids such as `E12`: a prefix for the kind and a number from 1, never reused."""

import re
from typing import Final

from witnessmark.evidence.errors import InvalidValueError

#: Kind of record → prefix. One table for the whole house; the prefixes are unambiguous when read aloud.
PREFIXES: Final = {
    "source": "O",
    "item": "E",
    "text": "T",
    "statement": "S",
    "allegation": "A",
    "incident": "I",
    "act": "AC",
    "involvement": "IN",
    "person": "P",
    "organisation": "B",
    "place": "L",
    "chain": "CH",
    "quantity": "Q",
    "finding": "F",
    "reply_request": "RR",
    "reply": "RP",
    "approach": "AP",
    "submission": "SU",
    "recommendation": "N",
    "review": "RV",
    "consent": "CO",
    "risk": "RK",
    "waiver": "W",
    "release": "R",
    "corrigendum": "CR",
    "manuscript": "M",
    "conflict": "CF",
    "treaty_status": "TS",
}
KINDS: Final = {prefix: kind for kind, prefix in PREFIXES.items()}
_ID: Final = re.compile(r"([A-Z]{1,2})([1-9][0-9]{0,8})")


def make_id(kind: str, number: int) -> str:
    """Return the id of the `number`-th record of `kind`, such as `E12`."""
    if kind not in PREFIXES or number < 1:
        raise InvalidValueError(
            "cannot make an id", got=f"{kind} {number}", expected="a known kind and a number from 1"
        )
    return f"{PREFIXES[kind]}{number}"


def parse_id(text: str) -> tuple[str, int]:
    """Return (kind, number) of an id; raise `InvalidValueError` when it has not the form of one."""
    match = _ID.fullmatch(text)
    if match is None or match[1] not in KINDS:
        raise InvalidValueError(
            "this is not an id",
            got=repr(text),
            expected="a prefix and a number, such as E12 (item), S34 (statement)",
        )
    return KINDS[match[1]], int(match[2])


def kind_of(text: str) -> str:
    """Return the kind of record that an id names, such as `item` for `E12`."""
    return parse_id(text)[0]
