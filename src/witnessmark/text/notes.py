"""What a match overlooked: the differences in presentation between a quotation and its place, by name."""

import re
from typing import Final

from witnessmark.text.fold import IGNORABLE, LIGATURES, LONG_DASHES

#: Name of the difference → what to compare. Each looks at its own kind of presentation only.
_KINDS: Final = (
    ("white space", re.compile(r"\s+")),
    ("quotation marks", re.compile("[\"“”„‟«»〝〞〟＂「」『』'‘’‚‛‹›＇´]")),
    ("dashes", re.compile(f"[-‐‑‒–−﹣－﹘{LONG_DASHES}]+")),
    ("soft hyphen", re.compile("\u00ad")),
    ("tatweel", re.compile("\u0640")),
    ("invisible characters", re.compile(f"(?![\u00ad\u0640])[{IGNORABLE}]")),
    ("ligature", re.compile(f"[{''.join(LIGATURES)}]")),
    ("composed characters", re.compile(r"[^\x00-\x7f]")),
)
_PLAIN_MARKS: Final = str.maketrans(dict.fromkeys("\"“”„‟«»〝〞〟＂「」『』'‘’‚‛‹›＇´", '"'))
#: Marks around the whole quotation are the author's.
_MARKS: Final = frozenset("\"“”„«»「」『』'‘’‚")
_LINE_BREAK_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐]\s*[\n\u2029]")


def overlooked(quotation: str, place: str) -> tuple[str, ...]:
    """Return the names of the differences in presentation between a quotation and the source's words at its place."""
    quotation = quotation.strip()
    if quotation != place and len(quotation) > 1 and quotation[0] in _MARKS and quotation[-1] in _MARKS:
        quotation = quotation[1:-1].strip()
    if quotation == place:
        return ()
    if quotation.split() == place.split():
        return ("white space",)
    if quotation.translate(_PLAIN_MARKS) == place.translate(_PLAIN_MARKS):
        return ("quotation marks",)
    names = [name for name, pattern in _KINDS[:-1] if pattern.findall(quotation) != pattern.findall(place)]
    if _LINE_BREAK_HYPHEN.search(place) and not _LINE_BREAK_HYPHEN.search(quotation):
        names.append("line-break hyphen")
    if not (quotation.isascii() and place.isascii()) and _letters(quotation) != _letters(place):
        names.append("composed characters")
    return tuple(names)


def _letters(text: str) -> list[str]:
    """Return the characters outside ASCII that no other kind accounts for."""
    for _, pattern in _KINDS[:-1]:
        text = pattern.sub("", text)
    return _KINDS[-1][1].findall(text)
