"""Durations in words as ISO 8601 durations, and as TIMEX3 writes them."""

from typing import Final

from witnessmark.language.calendar_words import UNITS
from witnessmark.language.numbers import parse_number

#: Words of number that name no number: the duration's count is X, as in TimeML.
_VAGUE: Final = frozenset(
    (
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
    )
)
#: Units without a designator of their own in ISO 8601 → how many of which unit they are.
_MADE_OF: Final = {
    "quarter": (3, "M"), "decade": (10, "Y"), "century": (100, "Y"), "centur": (100, "Y"), "fortnight": (2, "W"),
}  # fmt: skip
#: The same units as TIMEX3 has them.
_TIMEX: Final = {"quarter": "Q", "decade": "DE", "century": "CE", "centur": "CE"}
#: Half of a unit in whole smaller ones.
_HALVES: Final = {
    "hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y", "centur": "P50Y",
}  # fmt: skip


def iso_duration(count: str | None, unit: str) -> str:
    """Return the ISO 8601 duration ("P5Y", "PT10M"); a count that is not said is X, of decades "PXDE" (TimeML)."""
    if (count or "").lower().startswith("half") and unit in _HALVES:
        return _HALVES[unit]
    value = number_of(count)
    if value is None and unit in _TIMEX:
        return f"PX{_TIMEX[unit]}"
    size, designator = _MADE_OF.get(unit, (1, UNITS.get(unit, "")))
    number = "X" if value is None else _figure(value * size)
    return f"PT{number}{designator[1:]}" if designator.startswith("T") else f"P{number}{designator}"


def timex_duration(count: str | None, unit: str) -> str:
    """Return the duration as TIMEX3 has it: decades, centuries and quarters keep their unit ("P2DE")."""
    if unit not in _TIMEX or (count or "").lower().startswith("half"):
        return iso_duration(count, unit)
    value = number_of(count)
    return f"P{'X' if value is None else _figure(value)}{_TIMEX[unit]}"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:g}"


def number_of(count: str | None) -> float | None:
    """Return the number that counts units, or None when the words only hint at one ("several")."""
    words = (count or "").lower()
    if words.startswith("half"):
        return 0.5
    if words in {"a", "an"}:
        return 1.0
    if not words or words in _VAGUE or words.startswith(("several", "a few")) or words.endswith(" of"):
        return None
    whole, half, _ = words.replace(" 1/2", "½").partition("½")
    value = parse_number(whole)
    return value + 0.5 if half and value is not None else value
