"""Dates in running text, resolved to ISO 8601 with precision, range, relation and zone."""

from dataclasses import replace

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention
from witnessmark.language.date_find import find_expressions
from witnessmark.language.date_join import join
from witnessmark.language.found import Found, Place
from witnessmark.language.moments import make_anchor
from witnessmark.language.timexes import timex_value


def find_dates(text: str, *, anchor: PartialDate | None, language: str = "en", base: int = 0) -> list[DateMention]:
    """Return the date expressions of `text` in order, resolved against `anchor` (a caption has its own).

    Offsets are code points plus `base`. A bare weekday or month is the most recent one unless words of the future stand
    by it. Durations have ISO 8601 durations ("P5Y", X for a count not said) or, once anchored, the interval with the
    duration as its note. What names no date and no length to reckon with ("recently", "34-year-old", "by evening") is no
    date here: `timexes.find_timexes` has these too, with the value that TIMEX3 gives each.
    Every script is read by its own patterns; `language` only tells 03/04 the third of April where it is not English.
    """
    place = Place(text=text, anchor=make_anchor(anchor), day_first=language not in {"", "en"})
    return [_mention(item, text, base) for item in join(find_expressions(place), text) if not item.vague]


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
        timex=timex_value(found),
    )


def weekday_conflicts(
    text: str, *, anchor: PartialDate | None = None, language: str = "en", base: int = 0
) -> list[DateMention]:
    """Return only the dates whose weekday does not fit, each with what is wrong in `conflict`."""
    return [found for found in find_dates(text, anchor=anchor, language=language, base=base) if found.conflict]
