"""Pandoc attributes: `{.finding ref=F2 level="may-constitute"}`."""

import re
from dataclasses import dataclass, field
from typing import Final

_PART: Final = re.compile(
    r"""\s*(?:\.(?P<cls>[\w-]+)|\#(?P<id>[\w:.-]+)|(?P<key>[\w-]+)=(?:"(?P<dq>[^"]*)"|'(?P<sq>[^']*)'|(?P<bare>[^\s}]+)))\s*"""
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """Classes in order, key and value pairs, and what could not be read (empty when all was)."""

    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    unread: str = ""


def parse_attributes(text: str) -> Attributes:
    """Read the inside of a pair of braces; what does not fit the syntax comes back in `unread`."""
    classes: list[str] = []
    values: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None or match.end() == position:
            return Attributes(tuple(classes), values, text[position:].strip())
        if match["cls"]:
            classes.append(match["cls"])
        elif match["key"]:
            values[match["key"]] = next(
                value for value in (match["dq"], match["sq"], match["bare"]) if value is not None
            )
        else:
            values["id"] = match["id"]
        position = match.end()
    return Attributes(tuple(classes), values)
