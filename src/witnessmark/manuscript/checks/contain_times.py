"""Do the clock times and numbered names (`Gate 3`, `Block C`) of a claim stand in what it cites?"""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim

_CLOCK: Final = re.compile(
    r"(?P<about>\b(?:about|around|approximately|roughly|nearly|shortly (?:before|after)|just (?:before|after)|towards) )?"
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?| (?P<sharp>o['’]clock))?"
    r"(?!\d|[,.:]\d)",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\b(?P<name>[A-Z][a-z]{2,})[ \u00a0](?P<number>\d{1,4}|[A-Z])\b(?![.,]?\d|[a-z'’])")
_ORDINAL: Final = re.compile(
    r"\b(?P<order>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|ground|top) "
    r"(?P<noun>floor|storey|gate|row|cell|room|bus|lorry|car|truck|shot|door|house|street|page|line|day|night|week|month)\b",
    re.IGNORECASE,
)
_MONTHS: Final = frozenset(
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "About", "Nearly", "Some",
    ]
)  # fmt: skip
_HALF_DAY: Final = 12

Time = tuple[int, int]


def missing_times(claim: Claim) -> Iterator[Miss]:
    """Yield clock times that no support gives; a time said with “about” keeps it."""
    words = " ".join(
        extract.words for support in claim.supports for extract in support.extracts if _english(extract.text.language)
    )
    known = list(_times(words, bare=True))
    if not known:
        return
    exact = " ".join(extract.exact for support in claim.supports for extract in support.extracts)
    known = list(_times(exact, bare=True)) or known  # a time of the very words goes before one that stands near them
    for match, time, half in _times(claim.words):
        same = [other for other, at, its in known if at == time and (not half or not its or half == its)]
        if not same:
            yield _miss("a time that is not in the support", match, "a time that the source gives")
        elif not match["about"] and all(other["about"] for other in same):
            yield _miss("a time that the source gives only roughly", match, same[0][0].strip())


def _times(text: str, *, bare: bool = False) -> Iterator[tuple[re.Match[str], Time, str]]:
    """Yield clock times with half of the day, "" where it is not said; `bare` takes hours and minutes without a.m. too."""
    for match in _CLOCK.finditer(text):
        said = match["half"] or match["sharp"]
        colon = match["minute"] and text[match.end("hour")] == ":"
        if not said and not colon and not (bare and match["minute"]):
            continue
        hour = int(match["hour"])
        half = (match["half"] or "").lower() or ("p" if hour > _HALF_DAY else "")
        yield match, (hour % _HALF_DAY, int(match["minute"] or 0)), half


def misnumbered(claim: Claim) -> Iterator[Miss]:
    """Yield names with a number, a letter or an ordinal where the support has the name with others only."""
    said: dict[str, set[str]] = {}
    for match in _ORDINAL.finditer(" ".join(support.words for support in claim.supports)):
        said.setdefault(match["noun"].lower(), set()).add(match["order"].lower())
    for match in _ORDINAL.finditer(claim.words):
        known = said.get(match["noun"].lower())
        if known and match["order"].lower() not in known:
            yield _miss("another in order than the support says", match, ", ".join(sorted(known)))
    said.clear()
    for match in _NUMBERED.finditer("\n".join(support.words for support in claim.supports)):
        said.setdefault(match["name"].lower(), set()).add(match["number"])
    for match in _NUMBERED.finditer(claim.words):
        known = said.get(match["name"].lower())
        if known and match["number"] not in known and match["name"] not in _MONTHS:
            others = ", ".join(sorted(f"{match['name']} {one}" for one in known)[:3])
            yield _miss("a numbered name that is not in the support", match, others)


def _english(language: str) -> bool:
    return (language or "en").startswith("en")


def _miss(message: str, match: re.Match[str], expected: str) -> Miss:
    return Miss(
        message=message, got=match[0].strip(), expected=expected, at=match.start(), length=match.end() - match.start()
    )
