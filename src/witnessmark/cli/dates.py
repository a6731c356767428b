"""Dates as people type them on the command line."""

from datetime import date, datetime

from witnessmark.cli.sources import SourceError
from witnessmark.evidence.dates import PartialDate

YEAR, MONTH, DAY = 4, 7, 10


def date_option(text: str) -> PartialDate | None:
    """Return a date as precise as it was written: 2031, 2031-05, 2031-05-07, or a time with offset; None when empty."""
    if not text:
        return None
    try:
        if len(text) == YEAR:
            date(int(text), 1, 1)
            return PartialDate(value=text, precision="year")
        if len(text) == MONTH:
            date.fromisoformat(f"{text}-01")
            return PartialDate(value=text, precision="month")
        if len(text) == DAY:
            date.fromisoformat(text)
            return PartialDate(value=text, precision="day")
        return PartialDate(value=datetime.fromisoformat(text).isoformat(timespec="minutes"), precision="minute")
    except ValueError as error:
        raise SourceError(
            "this is not a date", got=text, expected="such as 2031, 2031-05, 2031-05-07 or 2031-05-07T10:00+02:00"
        ) from error
