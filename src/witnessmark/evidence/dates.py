"""Dates as the field needs them: with precision, range and zone, never more exact than the source."""

from typing import Literal

import msgspec

Precision = Literal["minute", "day", "week", "month", "season", "year", "estimate", "unknown"]


class PartialDate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date no more exact than its source (HURIDOCS: precision; ranges precise or imprecise).

    `value` is ISO 8601 cut to the precision: `2022-08-31`, `2022-08`, `2022-W35`, `2022`,
    `2022-08-31T23:47+02:00`; an interval is `start/end`. `zone` is the offset or zone name if one was given.
    `every_day` tells a range that is true on every day from one that is true on at least one.
    """

    value: str
    precision: Precision = "day"
    zone: str = ""
    every_day: bool = False
    note: str = ""
