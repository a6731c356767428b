"""Is a claim turned round against what it cites? Opposites, roles, bounds the other way."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.facts import numbers_in
from witnessmark.manuscript.figures import ahead_of, family_of
from witnessmark.text.wordlists import word_set

#: Words of which one is the opposite of the other; forms of one word stand together, parted by a bar.
_OPPOSITES: Final = (
    ("before", "after"), ("north|northern|northwards?", "south|southern|southwards?"),
    ("east|eastern|eastwards?", "west|western|westwards?"), ("arrest(?:ed|s)?", "releas(?:ed|es|e)"), ("opened|open",
    "closed|shut"),
    ("inside", "outside"), ("entered", "left"), ("above", "below"), ("first", "last"), ("day|daylight", "night"),
    ("morning", "evening|afternoon"), ("more", "fewer|less"), ("larger|bigger", "smaller"), ("increas(?:ed|es)|rose",
    "decreas(?:ed|es)|fell"),
    ("accepted|accepts", "rejected|rejects"), ("present", "absent"), ("alive", "dead|died"), ("arrived", "departed|left"),
    ("all", "none"), ("upstream|upriver", "downstream|downriver"), ("allowed|permitted",
    "forbidden|prohibited|banned"),
    ("won", "lost"), ("bought", "sold"), ("hot|heat", "cold"), ("public|publicly", "secret|secretly"), ("civilians?",
    "militants?|soldiers?|fighters?"),
    ("victims?", "perpetrators?"), ("employers?", "employees?|workers?"), ("husband", "wife"), ("father", "mother"), ("son",
    "daughter"),
    ("brother", "sister"), ("voluntar(?:y|ily)", "forced|by force"), ("legal|lawful", "illegal|unlawful"), ("earlier", "later"),
    ("guilty", "innocent|acquitted"), ("appointed", "dismissed"), ("supported?|supports", "opposed?|opposes"),
    ("confirmed|confirms", "denied|denies"),
    ("saw|seen|sees", "heard|hears"),
)  # fmt: skip
_PAIRS: Final = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for pair in _OPPOSITES
    for one, other in (pair, pair[::-1])
)
_ANY: Final = re.compile(rf"\b(?:{'|'.join(one for pair in _OPPOSITES for one in pair)})\b", re.IGNORECASE)
#: Who somebody is by trade or rank: a sentence that gives another one speaks of somebody else.
_ROLES: Final = word_set(
    "guard officer soldier commander doctor surgeon nurse teacher driver judge foreman clerk miner sergeant captain mayor "
    "colonel general deputy director secretary engineer lawyer minister policeman policewoman cook farmer fisherman baker "
    "shopkeeper student pupil priest imam monk journalist photographer interpreter prosecutor governor president chairman "
    "warden gatekeeper watchman ferryman boatman pilot mechanic electrician cleaner seamstress tailor shepherd carpenter "
    "accountant librarian pharmacist midwife paramedic firefighter lieutenant corporal major admiral brigadier"
)
_KINDRED: Final = (
    frozenset({"doctor", "surgeon"}), frozenset({"policeman", "policewoman", "officer"}), frozenset({"teacher", "lecturer"}),
    frozenset({"boatman", "ferryman"}), frozenset({"guard", "warden", "watchman", "gatekeeper"}),
)  # fmt: skip
_LENGTH: Final = re.compile(r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|years?) $", re.IGNORECASE)
_BOUNDED: Final = re.compile(
    r"\b(?:at least|at most|up to|more|fewer|less|over|under|below|minimum|maximum|exceed\w*|upwards|excess|as many|as much)\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"[\s,]+\w+[\s,]+\w+")
_WORD: Final = re.compile(r"[A-Za-z]+")


def turned_round(claim: Claim) -> Iterator[Miss]:
    """Yield words of a claim whose opposite, another role, or another bound stands in the passages cited (English only)."""
    passages = [extract for support in claim.supports for extract in support.extracts]
    notes = "\n".join(note for support in claim.supports for note in support.notes)
    if not passages or not all(one.exact and (one.text.language or "en").startswith("en") for one in passages):
        return
    exact = "\n".join(one.exact for one in passages)
    around = "\n".join(one.words for one in passages)
    if claim.sentence.kind == "cell":
        yield from _bounds(claim, exact)
        return
    yield from _opposites(claim, exact, f"{exact}\n{notes}")
    yield from _roles(claim, f"{exact}\n{around}\n{notes}")
    yield from _bounds(claim, exact)


def _opposites(claim: Claim, exact: str, everything: str) -> Iterator[Miss]:
    met = frozenset(match[0].casefold() for match in _ANY.finditer(claim.words))
    for ours, theirs in _PAIRS if met else ():
        if not any(ours.fullmatch(word) for word in met):
            continue
        if (miss := _in_place(claim, ours, theirs, everything)) is not None:
            yield miss
            continue
        match = ours.search(claim.words)
        found = theirs.search(exact) if match else None
        if match and found and not ours.search(everything) and not theirs.search(claim.sentence.text):
            yield Miss(
                message="the opposite of what the passage says", got=match[0], expected=found[0], at=match.start(),
                length=len(match[0]),
            )  # fmt: skip


def _in_place(claim: Claim, ours: re.Pattern[str], theirs: re.Pattern[str], everything: str) -> Miss | None:
    """The two words after it are the same, and the passage has the opposite before them, never the word itself."""
    for match in ours.finditer(claim.words):
        following = _NEXT.match(claim.words, match.end())
        if following is None or len(following[0].split()) < 2:  # noqa: PLR2004 - two words
            continue
        words = r"\s+".join(re.escape(word) for word in following[0].split())
        if _LENGTH.search(claim.words[: match.start()]):
            continue  # “two days before the clearing” tells a distance, not an order
        other = re.search(rf"(?:{theirs.pattern})[\s,]+{words}\b", everything, re.IGNORECASE)
        same = re.search(rf"(?:{ours.pattern})[\s,]+{words}\b", everything, re.IGNORECASE)
        if other and not same:
            return Miss(
                message="the opposite of what the passage says", got=match[0], expected=other[0], at=match.start(),
                length=len(match[0]),
            )  # fmt: skip
    return None


def _roles(claim: Claim, everything: str) -> Iterator[Miss]:
    theirs = {_one(word) for word in _WORD.findall(everything)}
    if not theirs & _ROLES:
        return
    for match in _WORD.finditer(claim.words):
        word = _one(match[0])
        kindred = next((group for group in _KINDRED if word in group), frozenset({word}))
        if word in _ROLES and match[0][0].islower() and not kindred & theirs:
            yield Miss(
                message="a role that is not in the support", got=match[0], expected=", ".join(sorted(theirs & _ROLES))[:80],
                at=match.start(), length=len(match[0]),
            )  # fmt: skip


def _one(word: str) -> str:
    lowered = word.casefold()
    return lowered[:-1] if lowered.endswith("s") and lowered[:-1] in _ROLES else lowered


def _bounds(claim: Claim, exact: str) -> Iterator[Miss]:
    """“At least 40” where the passage says “up to 40”."""
    whole = claim.sentence.text[max(0, claim.start - claim.sentence.at) : claim.end - claim.sentence.at]
    if not _BOUNDED.search(whole):
        return
    theirs: dict[float, set[str]] = {}
    for number in numbers_in(exact):
        if number.value is not None:
            theirs.setdefault(number.value, set()).add(family_of(ahead_of(exact, number.start, 16)))
    for number in numbers_in(whole):
        known = theirs.get(number.value) if number.value is not None else None
        said = family_of(ahead_of(whole, number.start, 16))
        turned = {"lower": "upper", "upper": "lower"}.get(said, "")
        if known and turned and said not in known and (turned in known or not known & {"", "range"}):
            yield Miss(
                message="a bound turned round", got=f"{whole[max(0, number.start - 16) : number.end].strip()}",
                expected="the bound as the passage has it", at=number.start, length=number.end - number.start,
            )  # fmt: skip
