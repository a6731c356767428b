"""Markup of the page: everything from outside is escaped, and marks that steer the display are shown instead of obeyed."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from witnessmark.evidence.dates import PartialDate

#: Control characters but tab and line ends, lone surrogates, and marks of the bidirectional algorithm.
_STEERING: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?.*")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)")
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)")
_DECEMBER: Final = 12


def shown(text: str) -> str:
    """Return text as HTML that shows exactly its characters: no markup, no steering marks obeyed."""
    parts = []
    at = 0
    for match in _STEERING.finditer(text):
        parts += [escape(text[at : match.start()]), f'<span class="ctl">U+{ord(match[0]):04X}</span>']
        at = match.end()
    return "".join([*parts, escape(text[at:])])


def isolated(text: str) -> str:
    """Return text as HTML whose direction does not disturb what stands around it."""
    return f"<bdi>{shown(text)}</bdi>"


def table(head: Iterable[str], rows: Iterable[Iterable[str]], caption: str) -> str:
    """Return a table of cells that are HTML already; a caption for those who hear the page."""
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    top = f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
    return f'<div class="wide"><table>{top}<tbody>{body}</tbody></table></div>'


def date_words(date: PartialDate | None) -> str:
    """Return a date as a person writes it, no more exact than it is: "31 August 2022", "week 35 of 2022", "2017 to 2022"."""
    if date is None:
        return "not resolved"
    start, slash, end = date.value.partition("/")
    return f"{_one(start)} to {_one(end)}" if slash else _one(start)


def _one(value: str) -> str:
    day = _DAY.fullmatch(value)
    if day and 1 <= int(day[2]) <= _DECEMBER:
        return f"{int(day[3])} {_MONTHS[int(day[2]) - 1]} {day[1]}" + (f", {day[4]}" if day[4] else "")
    month = _MONTH.fullmatch(value)
    if month and 1 <= int(month[2]) <= _DECEMBER:
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}"
    week = _WEEK.fullmatch(value)
    return f"week {int(week[2])} of {week[1]}" if week else value
