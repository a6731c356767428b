"""WM803: clock times that other clocks are set by carry their zone, and the zone is the source's."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit

CLOCK: Final = re.compile(
    r"(?<![\d:.,])(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)(?: ?[ap]\.?m\b\.?)?|\b1?\d ?[ap]\.?m\b\.?", re.IGNORECASE
)
_ZONE: Final = (
    r"(?P<name>UTC|GMT|Z\b|CES?T|EES?T|WES?T|MSK|BST|IST|EST|EDT|PST|PDT)? ?"
    r"(?P<offset>[+−–-]\d{1,2}(?::?[0-5]\d)?)?"
)
_ZONED: Final = re.compile(rf"\W{{0,3}}{_ZONE}")
_WORDS: Final = re.compile(
    r"\b(?:local time|\w+ (?:standard |summer )?time\b|UTC|GMT|all times|time zone|offset)|[+−–-]\d\d:?\d\d\b",
    re.IGNORECASE,
)
_NO_TIME: Final = re.compile(
    r"\b(?:first|last|that|this|same|some|long|short|the|a|any|next|second|of) time\b", re.IGNORECASE
)
#: What people elsewhere act upon: a time without zone means another moment to each of them.
_SHARED: Final = re.compile(
    r"\b(?:deadline|embargo\w*|releas\w+ (?:at|on)|publish\w*|publication|due|by|until|no later than|before) (?:\w+ ){0,6}?$"
    r"|\b(?:deadline|embargo\w*|publication|published|press conference|answer(?:ed)? (?:was )?due)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"\b(?:deadline|embargo\w*|publish\w*|publication|letter|comment|reply|replies|answer|press conference|report)\b",
    re.IGNORECASE,
)
_ALL: Final = re.compile(
    r"\b(?:all|clock) times\b[^.]{0,60}\b(?:local|UTC|GMT|time|zone)\b|\btimes are (?:given )?in\b", re.IGNORECASE
)
_META: Final = ("date", "release", "embargo", "published", "deadline")


def _subjects(context: Context) -> Sequence[Sentence | str]:
    meta = [key for key in _META if CLOCK.search(context.manuscript.meta.get(key, ""))]
    return [*meta, *(one for one in context.manuscript.sentences if CLOCK.search(one.text))]


def _zones(context: Context, subject: Sentence | str) -> Iterable[Hit]:
    if isinstance(subject, str):
        yield from _front(context, subject)
        return
    text = own_words(subject)
    for match in CLOCK.finditer(text):
        zone = zone_behind(text, match.end())
        other = _other_zone(context, subject, match[0], zone) if zone else ""
        start = place_in(subject, subject.at + match.start())
        end = start + len(match[0])
        if other:
            yield Hit(
                message="a time in another zone than the source's",
                got=f"{match[0]} {zone}",
                expected=other,
                sentence=subject,
                start=start,
                end=end,
            )
        elif not zone and _needs(context, subject, text, match.start()):
            yield Hit(
                message="a time that others act upon has no zone", got=match[0],
                expected="the zone or offset, such as 17:00 UTC+2", sentence=subject, start=start, end=end,
            )  # fmt: skip


def _front(context: Context, key: str) -> Iterable[Hit]:
    value = context.manuscript.meta[key]
    match = CLOCK.search(value)
    if match is None or zone_behind(value, match.end()) or _WORDS.search(value):
        return
    start = max(context.manuscript.source.find(value, context.manuscript.meta_span.start), 0)
    yield Hit(
        message=f"the {key} has a time without zone", got=value, expected="the zone or offset, such as 23:40+02:00",
        start=start, end=start + len(value),
    )  # fmt: skip


def zone_behind(text: str, at: int) -> str:
    """Return the zone that stands right behind a clock time (`UTC+2`, `+05:00`, `CEST`), or ""."""
    match = _ZONED.match(text, at)
    return re.sub(r"\s|^\W(?=[A-Z])", "", match[0].strip(" (,")) if match and (match["name"] or match["offset"]) else ""


def _needs(context: Context, sentence: Sentence, text: str, at: int) -> bool:
    words = _NO_TIME.sub("", text)
    if _WORDS.search(words) or _whole_report(context):
        return False
    return bool(_SHARED.search(text[:at]) and _LETTER.search(text)) and sentence.kind != "heading"


def _whole_report(context: Context) -> bool:
    """Tell whether one sentence says it for all: “All times are local time (UTC+5)”."""
    if "all times" not in context.shared:
        context.shared["all times"] = any(_ALL.search(one.text) for one in context.manuscript.sentences)
    said: bool = context.shared["all times"]
    return said


def _other_zone(context: Context, sentence: Sentence, clock: str, zone: str) -> str:
    """The zone that the cited words give to the same clock time, where it is another one."""
    said = {
        zone_behind(extract.words, match.end())
        for support in (context.support.read(one.id, one.locator) for one in sentence.citations)
        for extract in support.extracts
        for match in CLOCK.finditer(extract.words)
        if match[0].strip(". ").casefold() == clock.strip(". ").casefold()
    } - {""}
    same = {_hours(one) for one in said}
    return "" if not said or _hours(zone) in same else f"{clock} {', '.join(sorted(said))}"


def _hours(zone: str) -> str:
    """A zone in one form: UTC+2, +02:00 and +0200 are one; names of zones stay names."""
    match = re.search(r"([+−–-])(\d{1,2}):?(\d\d)?$", zone)
    if match is None:
        return "+0:00" if zone.upper() in {"UTC", "GMT", "Z"} else zone.upper()
    return f"{'+' if match[1] == '+' else '-'}{int(match[2])}:{match[3] or '00'}"


CHECKS: Final = (
    Check(
        code="WM803", name="zone", severity="B", scope="document", title="A time without zone, or in another zone",
        explanation="Deadlines, embargoes and hours of publication carry a zone or offset: a time without one is "
        "another moment to each reader. A zone that is given is that of the cited words. One sentence may say the "
        "zone for the whole report (“All times are local time, UTC+5.”). Other clock times may go without.",
        rule="methodology, Dates and names: “zone B”; Release times carry a zone and offset",
        fix="Add the zone, or correct it from the source.", subjects=_subjects, run=_zones,
    ),
)  # fmt: skip
