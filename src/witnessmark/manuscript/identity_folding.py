"""Words and texts in forms under which ways of writing one name meet: case, accents, script, encoding, markup."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from witnessmark.text.romanised import plain_form

INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u064b-\u065f\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u0640]"
)
#: Letters of other scripts that look like Latin ones, and digits written for letters.
_LOOKALIKE: Final = str.maketrans(
    "абвеԁзіјкӏмнопрсѕтухүһгԛԝɡαβεηικνορτυχϲЅІЈ014357@$",
    "abbedzijkimhonpcstyxyhrqwgabehikvoptyxcSIJoiaestas",
)
#: What a browser, a web address or a renderer turns into other letters.
_CODED: Final = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<puny>(?<![A-Za-z0-9-])xn--[A-Za-z0-9-]{1,59})|(?P<escape>\\u[0-9A-Fa-f]{4})|(?P<slash>\\)(?=\W)",
    re.ASCII,
)
_MARKS_INSIDE: Final = re.compile(r"(?<=[^\W\d_])[*`_~|^\\]{1,4}(?=[^\W\d_])")
_TAGS: Final = re.compile(r"<!--[^<>]{0,400}-->|</?[A-Za-z][^<>]{0,400}>|~~[^~\n]{0,80}~~")

Mapped = tuple[str, list[int]]


def readings_of(text: str) -> Iterator[Mapped]:
    """Yield a text as it is read, with the offset of each character: decoded, then also without markup inside words."""
    base = _decoded(text)
    yield base
    bare = _without(_without(base, _TAGS), _MARKS_INSIDE)
    if bare[0] != base[0]:
        yield bare


def _decoded(text: str) -> Mapped:
    """Entities, percent signs, punycode and escapes read; characters that do not show taken out."""
    chars: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _CODED.finditer(text):
        for i in range(at, match.start()):
            chars.append(text[i])
            offsets.append(i)
        plain = _plain_of(match)
        chars.extend(plain)
        offsets.extend([match.start()] * len(plain))
        at = match.end()
    chars.extend(text[at:])
    offsets.extend(range(at, len(text)))
    kept = [(char, i) for char, i in zip(chars, offsets, strict=True) if not INVISIBLE.match(char)]
    return "".join(char for char, _ in kept), [i for _, i in kept] + [len(text)]


def _plain_of(match: re.Match[str]) -> str:
    if match["percent"]:
        return unquote(match["percent"])
    if match["entity"]:
        return html.unescape(match["entity"])
    if match["escape"]:
        return chr(int(match["escape"].removeprefix("\\u"), base=16))
    if match["puny"]:
        try:
            return match["puny"][4:].encode("ascii").decode("punycode")
        except UnicodeError:
            return match["puny"]
    return ""


def _without(mapped: Mapped, pattern: re.Pattern[str]) -> Mapped:
    text, offsets = mapped
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        parts.append(text[at : match.start()])
        kept.extend(offsets[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    return "".join(parts), kept + offsets[at:]


@lru_cache(maxsize=65536)
def lookalike_form(word: str) -> str:
    """Return the Latin letters that a word looks like."""
    return plain_form(word.casefold().translate(_LOOKALIKE))
