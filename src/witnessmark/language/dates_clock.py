"""Times of day with their zones."""

import re
from typing import Final

from witnessmark.language.found import Found, Place, near_day
from witnessmark.language.moments import Moment
from witnessmark.language.words import load_table


def clock(match: re.Match[str], place: Place) -> Found | None:
    """Read a time of day with its zone."""
    if match["sharp"]:
        hour, minute = int(match["sharp"]), 0
    elif match["h12"]:
        hour, minute = int(match["h12"]) % 12 + 12 * (match["half"] == "p"), int(match["min12"] or 0)
    elif match["mil"]:
        hour, minute = int(match["mil"][:2]), int(match["mil"][2:])
    else:
        hour, minute = int(match["h24"]), int(match["min24"])
        if match["sep"] != ":" and not match["zone"]:
            return None
    return _timed(
        match, place, Moment(hour=hour, minute=minute, zone=match["zone"] or "", offset=_offset(match["zone"]))
    )


def noon(match: re.Match[str], place: Place) -> Found | None:
    """Read noon and midnight."""
    hour = 0 if match["noon"] == "midnight" else 12
    return _timed(match, place, Moment(hour=hour, minute=0, zone=match["zone"] or "", offset=_offset(match["zone"])))


def _timed(match: re.Match[str], place: Place, clock: Moment) -> Found:
    """A time of day belongs to the day named just before, else to the anchor's, until a date beside it says otherwise."""
    if place.anchor is None or not place.anchor.knows_day:
        return Found(start=match.start(), end=match.end(), moment=clock)
    day = near_day(place, match.start())
    moment = (day or Moment.of(place.anchor.day)).with_clock(clock)
    return Found(start=match.start(), end=match.end(), moment=moment, anchor=day.value if day else place.anchor.value)


#: Zone names with one meaning; others keep their words only ("EST" in Australia, "IST" in three countries).
_OFFSETS: Final = load_table("zone_offsets")


def _offset(zone: str | None) -> str:
    shifted = re.fullmatch(r"(?:UTC|GMT) ?([+\-−])(\d{1,2})(?::?(\d\d))?", zone or "")
    if shifted:
        return f"{shifted[1].replace('−', '-')}{int(shifted[2]):02}:{shifted[3] or '00'}"
    return _OFFSETS.get(zone or "", "")
