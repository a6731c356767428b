"""Weekdays: which one a date fell on, and whether the text says another."""

import datetime as dt

from witnessmark.language.calendar_words import DAY_NAMES, MONTH_NAMES


def weekday_conflict(day: dt.date, weekday: int) -> str:
    """Return what is wrong when the text calls `day` by `weekday` (0 is Monday), or "" when it fits."""
    if day.weekday() == weekday:
        return ""
    said = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    return f"{said} was a {DAY_NAMES[day.weekday()]}, the text says {DAY_NAMES[weekday]}"
