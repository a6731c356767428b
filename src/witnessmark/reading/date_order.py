"""Dates of different precision in the order of time."""

import datetime as dt
import re
from typing import Final

from witnessmark.evidence.dates import PartialDate

_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)")


def in_time(date: PartialDate | None) -> str:
    """Return a key that sorts dates by when they begin: a week by its Monday, no date last."""
    if date is None:
        return "~"
    match = _WEEK.match(date.value)
    if match is None:
        return date.value
    try:
        return dt.date.fromisocalendar(int(match[1]), int(match[2]), 1).isoformat()
    except ValueError:  # a week that the year does not have sorts as it is written
        return date.value
