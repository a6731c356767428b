"""Durations in words as ISO 8601 durations."""

from typing import Final

from witnessmark.language.calendar_words import UNITS
from witnessmark.language.numbers import parse_number

#: Words of number that name no number: the duration's count is X, as in TimeML.
_VAGUE: Final = frozenset(
    {
        "several",
        "a few",
        "few",
        "many",
        "some",
        "a number of",
        "a couple of",
        "a couple",
        "couple of",
        "numerous",
        "recent",
    }
)


#: Units without a designator of their own in ISO 8601 → how many of which unit they are.
_MADE_OF: Final = {
    "quarter": (3, "M"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "centur": (100, "Y"),
    "fortnight": (2, "W"),
}


def iso_duration(count: str | None, unit: str) -> str:
    """Return the ISO 8601 duration ("P5Y", "PT10M"); X stands for a count that is not said (TimeML)."""
    words = (count or "").lower()
    value = 0.5 if words.startswith("half") else number_of(words)
    size, designator = _MADE_OF.get(unit, (1, UNITS.get(unit, "")))
    number = "X" if value is None else f"{value * size:g}"
    return f"PT{number}{designator[1:]}" if designator.startswith("T") else f"P{number}{designator}"


def number_of(count: str | None) -> float | None:
    """Return the number that counts units, or None when the words only hint at one ("several")."""
    words = (count or "").lower()
    if words in {"a", "an"}:
        return 1.0
    return None if not words or words in _VAGUE else parse_number(words)
