"""Dates in running text, resolved to ISO 8601 with precision, range, relation and zone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention
from witnessmark.language.date_join import join
from witnessmark.language.date_rules import english_at
from witnessmark.language.dates_scripts import find_by_script
from witnessmark.language.found import Found, Place
from witnessmark.language.moments import make_anchor
from witnessmark.language.overlaps import longest

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_OTHER_DIGIT: Final = re.compile(
    "[٠-٩۰-۹０-９\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]|(?i:\\b(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|"
    "ağustos|eylül|ekim|kasım|aralık)\\b)"
)


def find_dates(text: str, *, anchor: PartialDate | None, language: str = "en", base: int = 0) -> list[DateMention]:
    """Return the date expressions of `text` in order, resolved against `anchor` (a caption has its own).

    Offsets are code points plus `base`. A bare weekday or month is the most recent one unless words of the future stand
    before it. Durations have ISO 8601 durations ("P5Y", X for a count not said) or, once anchored, the interval with
    the duration as its note; what names no date ("recently") keeps TimeML's PAST_REF or PRESENT_REF, precision unknown.
    Every script is read by its own patterns; `language` only tells 03/04 the third of April where it is not English.
    """
    place = Place(text=text, anchor=make_anchor(anchor), day_first=language not in {"", "en"})
    found = list(_found(place))
    if _OTHER_DIGIT.search(text):
        found = longest([*found, *find_by_script(place)])
    return [_mention(item, text, base) for item in join(found, text)]


def _found(place: Place) -> Iterator[Found]:
    done = 0
    for match in _WORD.finditer(place.text):
        at = match.start()
        if at < done:
            continue
        found = english_at(place, match[0], at)
        if found is None:
            continue
        done = found.end
        if found.moment is not None and found.moment.date is not None and found.explicit:
            place.last = found.moment
        yield found


def _mention(found: Found, text: str, base: int) -> DateMention:
    moment = replace(found.moment, note=found.note or found.moment.note) if found.moment else None
    date = moment.partial() if moment else None
    if found.value:
        date = PartialDate(
            value=found.value,
            precision=found.precision,
            every_day=found.every_day,
            note=found.note,
        )
    return DateMention(
        start=found.start + base,
        end=found.end + base,
        words=text[found.start : found.end],
        type=found.type,
        date=date,
        anchor=found.anchor,
        relation=found.relation,
        conflict=found.conflict,
    )


def weekday_conflicts(
    text: str, *, anchor: PartialDate | None = None, language: str = "en", base: int = 0
) -> list[DateMention]:
    """Return only the dates whose weekday does not fit, each with what is wrong in `conflict`."""
    return [found for found in find_dates(text, anchor=anchor, language=language, base=base) if found.conflict]
