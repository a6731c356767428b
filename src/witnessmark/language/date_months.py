"""Which words are months: not May the modal, March the walk, Jun or April the person."""

import re
from typing import Final

#: A month in small letters is one only after these: "march" and "may" are other words too.
_LED_SMALL: Final = re.compile(r"\b(?:in|since|until|last|next|during|early|late|mid)[\s-]+$", re.IGNORECASE)
_DATED_SMALL: Final = re.compile(r"\b(?:on|by|in|since|from)\s$")
#: Words before a month that show it to be one.
_LED: Final = re.compile(
    r"(?:\b(?:in|since|until|till|from|of|last|next|this|during|before|after|early|late|mid|through|between|every|each|and|"
    r"or|to|by|for|past|previous|following|the|around|about)[\s-]+|[(\[–—/-]\s?)$",
    re.IGNORECASE,
)
#: Those of them that also show "May" or "Jun" to be one.
_LED_SURELY: Final = re.compile(
    r"\b(?P<word>in|since|until|last|next|this|during|early|late|mid|of|through|by|before|after|from|between|and|to)[\s-]+$",
    re.IGNORECASE,
)
#: After these a name may stand as well as a month ("by May", "of Jun").
_BEFORE_NAMES: Final = frozenset({"by", "of", "from", "and", "to"})
_NAME_GOES_ON: Final = re.compile(r"\s+(?:[A-Z]|said|told|was|has|who)")
#: "Florida's March primary", "her May visit".
_OWNED: Final = re.compile(r"(?:[’']s|\b(?:her|his|its|their|our|a))\s$")
_SURE: Final = frozenset(
    (
        "january", "february", "july", "september", "october", "november", "december", "sept", "jan.", "feb.", "aug.",
        "sept.", "sep.", "oct.", "nov.", "dec.",
    )
)  # fmt: skip
_ALSO_WORDS: Final = frozenset({"may", "march"})
_ALSO_NAMES: Final = frozenset({"may", "jan", "jun"})
_SHORT: Final = 3
_REACH: Final = 14


def is_month(word: str, text: str, start: int, end: int, *, with_digits: bool) -> bool:
    """Tell a month from a name or verb by the words around it; a day or year beside it speaks for a month."""
    low, before = word.lower(), text[max(0, start - _REACH) : start]
    if with_digits:
        return low not in _ALSO_WORDS or word[0].isupper() or _DATED_SMALL.search(before) is not None
    if word.islower():
        return _LED_SMALL.search(before) is not None
    bare = low.rstrip(".")
    if bare in _ALSO_WORDS or len(bare) <= _SHORT:
        return _is_led(bare, before, text, end)
    return _LED.search(before) is not None or low in _SURE or not _is_named(before, text, end)


def _is_led(bare: str, before: str, text: str, end: int) -> bool:
    if _OWNED.search(before) and bare in _ALSO_WORDS:
        return re.match(r"\s+(?!on\b)[a-z]", text[end : end + 4]) is not None
    led = _LED_SURELY.search(before)
    if led is None:
        return False
    goes_on = bare in _ALSO_NAMES and _NAME_GOES_ON.match(text, end) is not None
    return not (goes_on and led["word"].lower() in _BEFORE_NAMES)


def _is_named(before: str, text: str, end: int) -> bool:
    """Whether a capital stands beside it with no word of time before: "June Carter", "April O'Neil"."""
    if re.match(r"\s+[A-Z]", text[end : end + 4]):
        return True
    return bool(re.search(r"[a-z’']\s$", before) and re.search(r"\b[A-Z]\w+\s$", before))
