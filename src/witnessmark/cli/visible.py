"""Words from outside, made fit for a terminal: what could move the cursor or turn the direction is shown as its code."""

import unicodedata
from typing import Final

#: Embeddings, overrides and isolates: they make a line read as another one.
_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT: Final = frozenset("\n\t")


def visible(text: str) -> str:
    """Return a text with control and direction characters, and bytes that are no UTF-8, shown as their codes."""
    return "".join(_coded(character) if _hidden(character) else character for character in text)


def visible_name(text: str) -> str:
    """Return a name on one line, made visible."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def _hidden(character: str) -> bool:
    """Whether a terminal would act on a character rather than show it, or cannot write it."""
    return character not in _KEPT and (character in _DIRECTION or unicodedata.category(character) in {"Cc", "Cs"})


def _coded(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
