"""Every time expression of a text in order, before neighbours are joined."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.language.date_rules import english_at
from witnessmark.language.dates_scripts import find_by_script
from witnessmark.language.found import Found, Place
from witnessmark.language.overlaps import longest

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_OTHER_SCRIPT: Final = re.compile(
    "[٠-٩۰-۹０-９\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]|(?i:\\b(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|"
    "ağustos|eylül|ekim|kasım|aralık)\\b)"
)


def find_expressions(place: Place) -> list[Found]:
    """Return the expressions of all scripts; vague ones ("recently", ages) only where the place asks for them."""
    found = list(_english(place))
    if _OTHER_SCRIPT.search(place.text):
        found = longest([*found, *find_by_script(place)])
    return found


def _english(place: Place) -> Iterator[Found]:
    done = 0
    for match in _WORD.finditer(place.text):
        at = match.start()
        if at < done:
            continue
        found = english_at(place, match[0], at)
        if found is None:
            continue
        done = found.end
        _remember(found, place)
        yield found


def _remember(found: Found, place: Place) -> None:
    """Keep the date that "the same day" or "two weeks later" will count from; a bare time of day is none."""
    moment = found.moment
    if (
        moment is None
        or moment.year is None
        or moment.week is not None
        or (moment.hour is not None and not found.explicit)
    ):
        return
    place.last = moment
    if moment.date is not None:
        place.last_day, place.last_at = moment, found.end
