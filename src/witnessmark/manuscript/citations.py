"""The inside of a citation group: `@S34; @E12, p. 7`."""

import re
from typing import Final

from witnessmark.manuscript.model import Citation

_KEY: Final = re.compile(r"(?P<prefix>[^@]*?)-?@\{?(?P<id>[A-Za-z][\w:.-]*[\w]|[A-Za-z])\}?(?P<rest>.*)", re.DOTALL)
#: A bracket that is meant as a citation: an `@` key at its beginning or after a short prefix such as "see".
LOOKS_LIKE: Final = re.compile(r"\[(?:[^\[\]@\n]{0,40}[\s\[])?-?@")


def parse_group(inside: str, start: int) -> tuple[list[Citation], list[tuple[str, int, int]]]:
    """Return the citations of a group and the parts that are none, as (text, start, end); `start` is its offset.

    Parts are separated by semicolons; after the key, what follows a comma is the locator.
    """
    citations, strays = [], []
    position = 0
    for part in inside.split(";"):
        begin = start + position
        position += len(part) + 1
        match = _KEY.fullmatch(part)
        if match is None:
            strays.append((part.strip(), begin, begin + len(part)))
            continue
        at = begin + match.start("id") - 1
        locator = match["rest"].strip().removeprefix(",").strip()
        end = begin + len(part.rstrip())
        citations.append(Citation(id=match["id"], locator=locator, start=at, end=end, prefix=match["prefix"].strip()))
    return citations, strays
