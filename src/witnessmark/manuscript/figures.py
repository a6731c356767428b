"""Figures as written and as recorded: values, range, hedge family, so that the two can be compared."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from witnessmark.evidence.statements import Quantity
from witnessmark.language.quantities import find_quantities
from witnessmark.manuscript.facts import numbers_in

Family = Literal["", "lower", "upper", "about", "range"]
_FAMILIES: Final[tuple[tuple[Family, re.Pattern[str]], ...]] = (
    (
        "lower",
        re.compile(
            r"\b(?:at least|(?:no|not) (?:fewer|less) than|more than|over|upwards of|in excess of|"
            r"a minimum of|exceed\w*|or more)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "upper",
        re.compile(
            r"\b(?:up to|at most|as many as|as much as|(?:no|not) more than|fewer than|less than|"
            r"under|below|a maximum of|or fewer)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "about",
        re.compile(
            r"\b(?:about|around|approximately|roughly|some|nearly|almost|(?:an )?estimated|close to|"
            r"or so|circa|reportedly)\b|[~≈]",
            re.IGNORECASE,
        ),
    ),
)
#: Words for what is counted that exclude each other.
_CLASSES: Final = (
    frozenset({"men", "women", "boys", "girls", "children", "adults"}),
    frozenset({"days", "weeks", "months", "years", "hours", "minutes", "nights"}),
    frozenset({"kilometres", "metres", "miles", "hectares"}),
    frozenset({"dead", "killed", "injured", "wounded", "missing", "detained", "arrested", "released", "displaced"}),
    frozenset({"families", "households", "persons", "people"}),
    frozenset({"percent", "points"}),
)
#: Kinds of persons and lengths of time that a number may be of; `NOUNS` are all words that say what is counted.
STATES: Final = frozenset({"killed", "injured", "missing", "detained", "displaced", "released"})
COUNTED: Final = _CLASSES[0] | _CLASSES[1] | _CLASSES[2] | {"families"} | STATES
NOUNS: Final = frozenset().union(*_CLASSES) | {"workers", "miners", "villages", "houses", "pages"}
_SYNONYMS: Final = {
    "man": "men", "woman": "women", "boy": "boys", "girl": "girls", "child": "children", "minors": "children",
    "adult": "adults", "day": "days", "week": "weeks", "month": "months", "year": "years", "hour": "hours",
    "detainees": "detained", "prisoners": "detained", "arrests": "detained", "deaths": "killed", "died": "killed",
    "dead": "killed", "wounded": "injured", "arrested": "detained",
    "per": "percent", "%": "percent", "km": "kilometres", "family": "families", "household": "households",
    "person": "persons", "people": "persons", "individuals": "persons", "night": "nights",
}  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z]+|%")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a stretch of text says in numbers: values in order, family of hedge, magnitude words, kinds counted."""

    values: tuple[float, ...]
    family: Family
    magnitude: str
    kinds: frozenset[str]


def family_of(hedge: str) -> Family:
    """Return the family of a hedge: lower bound, upper bound, about, or "" for none."""
    return next((family for family, pattern in _FAMILIES if pattern.search(hedge)), "")


def ahead_of(text: str, at: int, size: int) -> str:
    """Return what stands in the `size` characters before `at`, without a word that is cut through."""
    start = max(0, at - size)
    return re.sub(r"^\w+", "", text[start:at]) if start and text[start - 1 : start + 1].isalnum() else text[start:at]


def figure_of(words: str, *, before: str = "", after: str = "") -> Figure:
    """Read bound words; hedges may also stand just before or after them."""
    numbers = numbers_in(words)
    values = tuple(number.value for number in numbers if number.value is not None)
    magnitude = next((number.magnitude.lower() for number in numbers if number.magnitude), "")
    ranged = any(
        q.low is not None and q.high is not None and q.low != q.high for q in find_quantities(f"{before}{words}{after}")
    )
    family = family_of(f"{before} {words} {_BEHIND.sub('', _close(after))}")
    family = "range" if ranged and len(values) > 1 else family
    return Figure(values, family, magnitude, _kinds_said(words, after))


def _kinds_said(words: str, after: str) -> frozenset[str]:
    """What is counted: said in the bound words, else in the two words after them."""
    own = kinds_of(words)
    following = re.match(r"(?:\s*[A-Za-z]+){0,2}", after)
    return own if own & NOUNS or following is None else own | kinds_of(following[0])


#: “64 lorries under a contract”: a word of place or rule behind a figure bounds nothing.
_BEHIND: Final = re.compile(r"\b(?:under|over|below|around|about|some|reportedly|exceed\w*)\b", re.IGNORECASE)


def _close(after: str) -> str:
    match = re.match(r"[^.,;:()]{0,24}", after)
    return match[0] if match else ""


def kinds_of(text: str) -> frozenset[str]:
    """Return the words of a text that say what is counted, in one form each."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(_SYNONYMS.get(word, word) for word in words)


def recorded(quantity: Quantity) -> Figure:
    """Return a quantity's record as a figure."""
    low, high, value = quantity.low, quantity.high, quantity.value
    kinds = kinds_of(f"{quantity.what} {quantity.unit}")
    if low is not None and high is not None and low != high:
        return Figure((low, high), "range", quantity.magnitude.lower(), kinds)
    family = family_of(quantity.hedge)
    if not family and high is None and low is not None:
        family = "lower"
    elif not family and low is None and high is not None:
        family = "upper"
    figures = tuple(dict.fromkeys(one for one in (value, low, high) if one is not None))
    return Figure(figures, family, quantity.magnitude.lower(), kinds)


def is_point(said: Figure, quantity: Quantity) -> bool:
    """Tell whether the best figure of an estimate is said, alone or with both ends of its interval."""
    if quantity.value is None or quantity.low is None or quantity.high is None or quantity.low == quantity.high:
        return False
    return said.values == (quantity.value,) or set(said.values) == {quantity.value, quantity.low, quantity.high}


def difference(said: Figure, known: Figure) -> str:
    """Return in words how what is said differs from what is recorded, or "" when it does not."""
    if not known.values:
        same = not known.magnitude or known.magnitude in said.magnitude or said.magnitude == known.magnitude
        return "" if same and not said.values else "a magnitude is turned into another figure"
    if not said.values:
        return "the words name no figure"
    if known.family == "range":
        return _range_difference(said, known)
    if not set(said.values) <= set(known.values):
        return "the number is another"
    if said.family != known.family:
        return f"the hedge differs: said {_named(said.family)}, recorded {_named(known.family)}"
    return _kind_difference(said, known)


def _range_difference(said: Figure, known: Figure) -> str:
    if len(said.values) == 1 and said.values[0] in known.values:
        return "a range is collapsed to one figure"
    if not set(known.values) <= set(said.values):
        return "the number is another"
    return _kind_difference(said, known)


def _kind_difference(said: Figure, known: Figure) -> str:
    for kinds in _CLASSES:
        ours, theirs = said.kinds & kinds, known.kinds & kinds
        if ours and theirs and not ours & theirs:
            return f"another thing is counted: said {', '.join(sorted(ours))}, recorded {', '.join(sorted(theirs))}"
    narrowed = said.kinds & _CLASSES[0]
    if narrowed and "persons" in known.kinds and not known.kinds & _CLASSES[0]:
        return f"another thing is counted: said {', '.join(sorted(narrowed))}, recorded persons"
    return ""


def _named(family: Family) -> str:
    return {"": "none", "lower": "“at least”", "upper": "“up to”", "about": "“about”", "range": "a range"}[family]


def shown(figure: Figure) -> str:
    """Return a figure as a person would write it."""
    numbers = " to ".join(f"{value:,g}" for value in figure.values) or figure.magnitude
    lead = {"lower": "at least ", "upper": "up to ", "about": "about "}.get(figure.family, "")
    return lead + numbers
