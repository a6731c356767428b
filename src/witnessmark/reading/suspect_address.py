"""Captures of another page than the one asked for: an address names its story, and the text holds none of those words."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote, urlsplit

from witnessmark.evidence.reading import Line
from witnessmark.reading.lines_lexicon import plain

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_LATIN: Final = re.compile(r"[a-z]")
_OTHER: Final = re.compile(r"[\u0370-\U0001ffff]")
#: So many longer words make a name; fewer may be a section of the site.
_NAMED: Final = 4
#: Words are compared by their beginnings: endings change with grammar.
_STEM: Final = 5


def wrong_page(content: str, lines: Iterable[Line], *, address: str) -> str:
    """Return that the text holds no word by which its address names the story, or "" where it does or names none.

    Only addresses and texts in Latin letters are compared: others are transliterated in too many ways.
    """
    words = _slug(address)
    if len(words) < _NAMED:
        return ""
    text = plain("\n".join(content[line.start : line.end] for line in lines)[:50_000])
    if len(_OTHER.findall(text)) > len(_LATIN.findall(text)):
        return ""
    if any(word[:_STEM] in text for word in words):
        return ""
    return f"wrong page: nothing of what its address names stands in its text ({', '.join(sorted(words))})"


def _slug(address: str) -> set[str]:
    """Return the words of the last part of an address that is made of words."""
    parts = [part for part in unquote(urlsplit(address).path).split("/") if part.count("-") + part.count("_") >= 2]  # noqa: PLR2004  (a name of three words)
    return (
        set(_WORD.findall(plain(parts[-1].rpartition(".")[0] or parts[-1]))) - {"html", "news", "article", "story"}
        if parts
        else set()
    )
