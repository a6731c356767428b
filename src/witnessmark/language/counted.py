"""What a number counts: the noun phrase after it, its head and its unit."""

import re
from dataclasses import dataclass
from typing import Final

from witnessmark.language.counted_nouns import (
    CURRENCIES,
    IRREGULAR,
    NOT_PERSONS,
    ONE_OF,
    PERSON_ENDINGS,
    PERSON_VERBS,
    PERSONS,
    STOPS,
    TIMES,
    UNITS,
)
from witnessmark.language.name_lists import GROUPS

_PERCENT: Final = re.compile(r"\s?(?:%|percent\b|per\s?cent\b|pct\b)(?:\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?)?")
_OF: Final = re.compile(r"\s+of\s+(?:the\s+|these\s+|those\s+|its\s+|their\s+|his\s+|her\s+|all\s+)?")
#: "29 out of 30 charges": the noun stands after the second number.
_OF_NUMBER: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|about\s+|nearly\s+)*\d[\d,.]*(?:\s(?:thousand|million|billion))?(?=\s)"
)
_DOLLARS: Final = re.compile(r"\s+(?P<whose>US|U\.S\.|American|Canadian|Australian)\s+dollars?\b")
_DOLLARS_OF: Final = {"Canadian": "CAD", "Australian": "AUD"}
_WORD: Final = re.compile(
    r"[ \n]\s?([^\W\d_](?:[\w’']|-(?=\w))*)|-(page|member|strong|storey|story|bed|km|mile|metre|kilometre)\b"
)
_ALSO: Final = re.compile(
    r"(?:,?\s+and|\s+or)\s+(?:other\s+)?((?:[^\W\d_][\w’'-]*\s){0,3}?[^\W\d_][\w’-]*s|people|men|women|children)(?!\w)"
)
#: What stands between a bare number and a verb that shows it to be one of persons: "39 are confirmed dead", "35, two of them
#: children, were rescued".
_BETWEEN: Final = (
    r"\s+(?:others?|more|were|was|are|is|have|has|had|been|being|be|to|also|still|said|known|left|lay|lie|remain(?:s|ed)?|went|go)\b",
    r"\s+(?:confirmed|believed|feared|presumed|reported|thought|continue[sd]?|or|and|\w+ly)\b",
    r"\s+(?:on|in|at|of|inside)\s+(?:the\s+|an?\s+)?[\w-]+(?:\s[A-Z][\w-]+)?",
    r"\s+on-board",
    r",[^,.;\n]{1,40},",
)
_VERB_AFTER: Final = re.compile(rf"(?:{'|'.join(_BETWEEN)}){{0,6}}\s+(?:{PERSON_VERBS})\b", re.IGNORECASE)
_VERB_BEFORE: Final = re.compile(
    r"\b(?:killed|killing|wounded|wounding|injured|injuring|arrested|detained|detaining|arresting|executed|"
    r"displaced|displacing|jailed|kills|injures|arrests|rescued|rescuing|hospitali[sz]ed|hospitali[sz]ing|shot|trapping|leaving|left)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 5
_SHORTEST_PLURAL: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """The counted thing: where its words end, the words, and the canonical unit."""

    end: int
    what: str = ""
    unit: str = ""


def read_counted(text: str, start: int, end: int, *, value: float | None) -> Counted:
    """Return what the number at `start`..`end` counts; unit "" when that is not said."""
    measured = _measured(text, end, value)
    if measured is not None:
        return measured
    of_match = _OF.match(text, end) if value != 1 else None
    phrase = _phrase(text, of_match.end() - 1 if of_match else end, value)
    if phrase is not None:
        return phrase
    if of_match and value is not None and value < 1:
        return Counted(end=end, unit="share")
    if value == 1 and not text[start].isdigit():
        return Counted(end=end)
    return Counted(end=end, unit="persons" if _is_of_persons(text, start, end) else "")


def _measured(text: str, end: int, value: float | None) -> Counted | None:
    """Return what a percentage, a sum in dollars or a part of another number counts; None for other numbers."""
    percent = _PERCENT.match(text, end)
    if percent:
        of = _phrase(text, percent.end() - 1, value) if percent[0].endswith(" ") else None
        stop = end + len(percent[0].split(" of")[0].rstrip())
        return Counted(end=of.end if of else stop, what=of.what if of else "", unit="percent")
    dollars = _DOLLARS.match(text, end)
    if dollars:
        return Counted(end=dollars.end(), unit=_DOLLARS_OF.get(dollars["whose"], "USD"))
    of_number = _OF_NUMBER.match(text, end)
    whole = _phrase(text, of_number.end(), None) if of_number else None
    return Counted(end=end, what=whole.what, unit=whole.unit) if whole else None


def _is_of_persons(text: str, start: int, end: int) -> bool:
    """Tell a bare number of persons by what befalls them: "39 are confirmed dead", "injuring 12"."""
    after = re.match(r"[^.!?;\n]{0,60}", text[end : end + 60])
    befallen = after is not None and _VERB_AFTER.match(after[0]) is not None
    return befallen or _VERB_BEFORE.search(text[max(0, start - 40) : start]) is not None


def _phrase(text: str, at: int, value: float | None) -> Counted | None:
    """The words up to the first plural noun (for one, the noun), if nothing stops the phrase before it."""
    end = at
    first = None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None:
            return None
        if word[2]:
            return Counted(end=word.end(), what=word[2], unit=UNITS.get(word[2], word[2] + "s"))
        name, low = word[1], word[1].lower().replace("’s", "").replace("'s", "")
        if low in STOPS or low in TIMES or low.endswith("ly"):
            return None
        first = word.start(1) if first is None else first
        end = word.end()
        unit = _unit(low, name, value)
        if unit:
            squared = re.match(r"sq(?:uare)?\b", text[first:end])
            unit += "²" if squared else ""
            end = _longer(text, end, value)
            return Counted(end=end, what=re.sub(r"\s+", " ", text[first:end]), unit=unit)
    return None


def _longer(text: str, end: int, value: float | None) -> int:
    """Take in a following noun of the same phrase ("security officers", "Uyghurs and other ethnic groups")."""
    word = _WORD.match(text, end)
    if (
        word
        and word[1]
        and word[1].lower() not in STOPS
        and _unit(word[1].lower(), word[1], value)
        and word[1].lower() in PERSONS
    ):
        end = word.end()
    also = _ALSO.match(text, end)
    if also and not any(part in STOPS for part in also[1].lower().split()) and " and other " in also[0]:
        return also.end()
    return end


def _unit(low: str, name: str, value: float | None) -> str:
    if low in UNITS or low in CURRENCIES:
        return UNITS.get(low) or CURRENCIES[low]
    if value == 1:
        return _unit_of_one(low)
    if low in PERSONS or low in NOT_PERSONS:
        return "persons" if low in PERSONS else low
    ends_plural = low.endswith(("men", "women")) or (
        low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > _SHORTEST_PLURAL
    )
    if not ends_plural and low not in IRREGULAR:
        return ""
    people = name[0].isupper() and (name in GROUPS or name[:-1] in GROUPS)
    return "persons" if people or low.endswith(PERSON_ENDINGS) else low


def _unit_of_one(low: str) -> str:
    if low not in ONE_OF:
        return ""
    return "persons" if f"{low}s" in PERSONS or low in {"person", "man", "woman", "child"} else f"{low}s"
