"""What the types of a value cannot tell: nested fields that nobody knows, and dates that are none."""

import re
from datetime import date, datetime
from typing import Any, Final

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.evidence.dates import PartialDate

_WEEK: Final = re.compile(r"\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])")
_SEASON: Final = re.compile(r"\d{4}-(?:spring|summer|autumn|winter|early|mid|late|Q[1-4]|H[12])")
_YEAR, _MONTH, _DAY = 4, 7, 10


def check_value(where: str, given: Any, made: Any) -> None:  # noqa: ANN401 - any value, and what was made of it
    """Refuse a nested field that the made value does not have (it would be lost), and a date that is none.

    `given` is the plain value that a person wrote, `made` the struct it was converted to. Raises `JudgementError`.
    """
    if isinstance(made, PartialDate):
        check_date(where, made)
    if isinstance(made, msgspec.Struct) and isinstance(given, dict):
        lost = sorted(set(given) - set(made.__struct_fields__))
        if lost:
            raise JudgementError(
                "these fields do not exist", where=where, got=", ".join(map(repr, lost)),
                expected=", ".join(made.__struct_fields__),
            )  # fmt: skip
        for name, part in given.items():
            check_value(where, part, getattr(made, name))
    elif isinstance(made, tuple | list) and isinstance(given, list | tuple):
        for part, one in zip(given, made, strict=True):
            check_value(where, part, one)


def is_calendar_date(value: PartialDate) -> bool:
    """Whether a date names days that the calendar has; an interval is `start/end`, and one end may be open."""
    ends = value.value.split("/")
    known = [end for end in ends if end not in ("", "..")]
    return len(ends) <= 2 and bool(known) and all(_is_date(end) for end in known)  # noqa: PLR2004 - an interval has two ends


def check_date(where: str, value: PartialDate) -> None:
    """Refuse a date that the calendar does not have; an interval is `start/end`, and one end may be open."""
    if not (value.precision == "unknown" and not value.value) and not is_calendar_date(value):
        raise JudgementError(
            "this is not a date", where=where, got=repr(value.value),
            expected="ISO 8601 cut to what the source says, such as 2031, 2031-05, 2031-05-07, 2031-W19, "
            "2031-05-07T23:40+02:00, or start/end",
        )  # fmt: skip


def check_moment(where: str, name: str, text: str) -> datetime | None:
    """Return a time with offset; None when the text is empty. Raises `JudgementError` for anything else."""
    if not text:
        return None
    expected = "such as 2031-06-02T17:00:00+05:00"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise JudgementError(f"`{name}` is not a time", where=where, got=repr(text), expected=expected) from error
    if moment.tzinfo is None:
        raise JudgementError(f"`{name}` has no offset", where=where, got=text, expected=expected)
    return moment


def _is_date(text: str) -> bool:
    """Whether the calendar has this day, month, week, season, year or time."""
    if _WEEK.fullmatch(text) or _SEASON.fullmatch(text):
        return True
    try:
        if len(text) <= _DAY:
            date.fromisoformat(text + {_YEAR: "-01-01", _MONTH: "-01", _DAY: ""}[len(text)])
        else:
            datetime.fromisoformat(text)
    except (ValueError, KeyError):
        return False
    return True
