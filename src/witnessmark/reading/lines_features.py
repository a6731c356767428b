"""What speaks for furniture in a line, as named features: of the line alone, and of its place among the others."""

import re
from typing import Final

from witnessmark.reading.lines_lexicon import cues_in
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape

Features = dict[str, float]
#: Lines of more words are paragraphs: their words are not looked up, and the model does not judge them.
LONGEST: Final = 60
_BUCKETS: Final = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (12, "12"), (18, "18"), (30, "30"))
SIGNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("exclaims", r"[!！]\W*$"),
        ("asks", r"[?？؟]\W*$"),
        ("trails", r"(?:…|\.\.\.)\W*$"),
        ("points", r"^\W*[►▶»›→⇒◄●■▪☞]|[»›→>]\s*$"),
        ("divided", r"\S\s*[|·•»›]\s*\S|\s[>/]\s\S"),
        ("divided often", r"(?:\S\s*[|·•»›]\s*\S.*){2}|(?:\s[>/]\s\S.*){2}"),
        ("owned", r"©|\(c\)"),
        ("address", r"@\w|https?:|www\.|\w\.(?:com|org|net|example)\b"),
        ("hashed", r"(?:^|\s)#\w"),
        ("clock", r"\b\d{1,2}[:.]\d{2}\b"),
        ("priced", r"[%$£€]|\d\s?(?:usd|eur|tl|₽)"),
        ("bracketed", r"^\s*[(（【\[].*[)）】\]]\s*\.?$"),
        ("titled", r"^[^:：.!?]{1,28}[:：|｜]\s*\S"),
        ("numbers", r"^[\W\d_]+$"),
        ("dialogue", r"^\s*[—–-]\s|^\s*[“«\"„「『‘']"),
        ("comma", r"[,،，、;؛；]"),
    )
)  # fmt: skip
_CAPITALS: Final = re.compile(r"[A-ZА-ЯÀ-ÞİŞĞ]")
_SMALL: Final = re.compile(r"[a-zа-яà-ÿışğ]")


#: Cues that address somebody: they tell little alone, and much beside another.
_VOICES: Final = {"reader", "do"}
_LEAD: Final = re.compile(
    r"\W*([^:：|｜»›!?؟？]{1,26}?)\s*[:：|｜»›!?؟？]\s*\S|\W*([^:：|.…]{1,26}?)\s*(?:\.{2,}|…)\s*\S"
)


def size_of(shape: Shape) -> str:
    """Return the bucket of a line's length in words."""
    return next((name for limit, name in _BUCKETS if shape.words <= limit), "more")


def stop_of(shape: Shape) -> str:
    """Return how a line ends: as a sentence, as a question, or open, as titles and menus do."""
    return "open" if not shape.stopped else "asks" if shape.head.endswith(("?", "？", "؟")) else "stopped"


def own_features(shape: Shape) -> Features:
    """Return the features of a line alone: shape, signs, and the words that are cues of furniture."""
    size, stop = size_of(shape), stop_of(shape)
    found: Features = {"bias": 1.0, f"size {size} {stop}": 1.0}
    for name in ("quoted", "colon", "bullet"):
        if getattr(shape, name):
            found[f"{name} {stop}"] = 1.0
    for name, pattern in SIGNS:
        if pattern.search(shape.head):
            found[name] = 1.0
    if REPORTED.search(shape.head.casefold()):
        found["reports"] = 1.0
    return found | cased(shape) | _cue_features(shape, stop)


def cased(shape: Shape) -> Features:
    """Return whether a line is written in capitals, or its words begin with them."""
    capitals, small = len(_CAPITALS.findall(shape.head)), len(_SMALL.findall(shape.head))
    if capitals + small < 3:  # noqa: PLR2004  (a script without case, or nothing to tell by)
        return {}
    if not small:
        return {"capitals": 1.0}
    return {"title case": 1.0} if shape.words > 1 and capitals >= 0.8 * shape.words else {}


def _cue_features(shape: Shape, stop: str) -> Features:
    """Return which cues the line holds, and which share of its words are cues of any kind."""
    cues = cues_in(shape.head)
    if not cues:
        return {"no cue": 1.0, f"no cue {stop}": 1.0}
    length = "short" if shape.words <= 12 else "long"  # noqa: PLR2004  (as in `Shape.short`)
    words = {word for of in cues.values() for word in of}
    share = min(1.0, len(words) / max(1, shape.words))
    found: Features = {f"cues {length} {stop}": share, "kinds": min(4, len(cues)) / 4}
    for kind, of in cues.items():
        found[f"{kind} {length}"] = 1.0
        found[f"{kind} share"] = min(1.0, len(of) / max(1, shape.words))
    for voice in _VOICES & cues.keys():
        for kind in cues.keys() - _VOICES:
            found[f"{voice} and {kind}"] = 1.0
    if cues.keys() >= _VOICES:
        found["bids the reader"] = 1.0
    return found | _led(shape, stop)


def _led(shape: Shape, stop: str) -> Features:
    """Return whether a few words of furniture and a colon (or bar) stand before something else, as before a link."""
    match = _LEAD.match(shape.head)
    if match is None:
        return {}
    lead = cues_in(match[1] or match[2] or "")
    if not lead:
        return {}
    return {f"led {stop}": 1.0} | {f"led by {kind}": 1.0 for kind in lead}
