"""Sentences of a text as exact spans, by rules that take time linear in its length."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.language.abbreviations import LEADING, OPENERS, TRAILING

Span = tuple[int, int]
_CLOSERS: Final = "\"'”’»›)\\]」』）】》〉"
_OPENERS: Final = "\"'“‘«‹(\\[「『（【《〈„¿¡"
#: A place where a sentence may end: the marks, closing marks, then white space or the end. Chinese needs no space.
#: Repeats are bounded so that a line of a million full stops stays linear.
_END: Final = re.compile(
    rf"(?P<wide>[。！？]{{1,20}}[{_CLOSERS}]{{0,8}})|(?P<mark>[.!?…؟۔।]{{1,20}}[{_CLOSERS}]{{0,8}})(?=\s|$)|(?P<line>\n)"
)
_SPACE: Final = re.compile(r"\s*")
_LAST_WORD: Final = re.compile(r"[^\s\"'“‘«(\[]+$")
_BLANK: Final = re.compile(r"[ \t\r\f\v]*(?:\n|$)")
_BULLET: Final = re.compile(r"[ \t]*(?:[-*•‣–—]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)])[ \t]")
_NEXT_WORD: Final = re.compile(r"[^\W\d_]+")
#: Longest abbreviation looked for, in code points.
_REACH: Final = 24
#: A line end in hard-wrapped text lies in these columns.
_WRAP_FROM, _WRAP_TO = 40, 110
_FEWEST_WRAPPED: Final = 3


def split_sentences(text: str, language: str = "en") -> list[Span]:
    """Return the spans of the sentences: in order, not overlapping, without white space at either end.

    Together they cover every character that is not white space. A line end closes a sentence unless the text is
    hard-wrapped; a blank line always does. `language` matters for English abbreviations only.
    """
    spans = []
    start = 0
    for end in _ends(text, english=language in {"", "en"}):
        span = _trimmed(text, start, end)
        if span:
            spans.append(span)
        start = end
    return spans


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(body)


def _ends(text: str, *, english: bool) -> Iterator[int]:
    wrapped = _is_wrapped(text)
    for match in _END.finditer(text):
        kind = match.lastgroup
        if (
            kind == "wide"
            or (kind == "line" and _line_ends(text, match.start(), wrapped=wrapped))
            or (kind == "mark" and _mark_ends(text, match, english=english))
        ):
            yield match.end()
    yield len(text)


def _is_wrapped(text: str) -> bool:
    """Tell whether line ends are typography only: most lines break mid-sentence in the columns of a wrapped text."""
    broken = whole = 0
    for line in text.split("\n")[:2000]:
        body = line.strip()
        if _WRAP_FROM <= len(body) <= _WRAP_TO and body[-1] not in ".!?…:;”\"'’。！？؟۔":
            broken += 1
        elif body:
            whole += 1
    return broken >= _FEWEST_WRAPPED and broken > whole


def _line_ends(text: str, at: int, *, wrapped: bool) -> bool:
    after = at + 1
    if not wrapped or _BLANK.match(text, after) or _BULLET.match(text, after):
        return True
    line_start = text.rfind("\n", max(0, at - _WRAP_TO), at) + 1
    return at - line_start < _WRAP_FROM // 2


def _mark_ends(text: str, match: re.Match[str], *, english: bool) -> bool:
    following = _following(text, match.end())
    if not following:
        return True
    word = _NEXT_WORD.match(following.lstrip("\"'“‘«‹([„¿¡”’"))
    if word and word[0][0].islower():
        return False
    mark = match["mark"]
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    last = _LAST_WORD.search(text[max(0, match.start() - _REACH) : match.start()])
    return last is None or _full_stop_ends(last[0], following, word[0] if word else "", text, match, english=english)


def _following(text: str, at: int) -> str:
    """The first characters after the white space at `at`; the end of a line stands for the end of the text."""
    space = re.match(r"[^\S\n]{0,50}", text[at : at + 50])
    begin = at + (space.end() if space else 0)
    return "" if text[begin : begin + 1] == "\n" else text[begin : begin + _REACH]


def _full_stop_ends(last: str, following: str, word: str, text: str, match: re.Match[str], *, english: bool) -> bool:
    token = last.lower().rstrip(",;:)")
    closed = len(match["mark"]) > 1
    if token in LEADING and not closed:
        return not (word or following[:1].isdigit()) or (
            token in {"no", "ed", "art", "sec"} and word.lower() in OPENERS
        )
    if token in TRAILING or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", last):
        return word.lower() in OPENERS or closed or not (word or following[:1].isdigit()) or not english
    if len(last) == 1 and last.isupper():
        return last == "I" and word.lower() in OPENERS
    return not (last.isdigit() and _opens_line(text, match.start() - len(last)))


def _opens_line(text: str, at: int) -> bool:
    """Whether only white space stands before `at` on its line: then digits and a full stop are a list number."""
    before = text[max(0, at - _REACH) : at]
    return not before.rsplit("\n", 1)[-1].strip() and ("\n" in before or at <= len(before))
