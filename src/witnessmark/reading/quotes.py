"""Quotations in a paragraph: which words stand between quotation marks, also where the marks do not match."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

#: Every mark that opens or closes a quotation; two typewriter apostrophes are one mark.
_MARK: Final = re.compile(r"'{2,3}|``|[\"“”„‟«»「」『』＂]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING: Final = frozenset("“„‟«「『") | {"``"}
_CLOSING: Final = frozenset("”»」』")
_SINGLE: Final = frozenset("‘’'")
#: An apostrophe that opens a quotation must find its end this near; else it is one of a contraction or a genitive.
_SINGLE_REACH: Final = 400
_BEFORE_OPENING: Final = frozenset(" \t\n\r\u00a0\u2009([{—–-/:،,")
_AFTER_CLOSING: Final = frozenset(" \t\n\r\u00a0\u2009)]}—–-.,;:!?…،؛؟。，、；：")


class Quotation(NamedTuple):
    """Words between marks, marks included. `closed` is False where no closing mark was found before the paragraph ended.

    `odd` says in words what is wrong with the marks, "" if nothing. `continues` tells that it goes on from the
    paragraph before (which had no closing mark, while this one opens with a mark: the convention of print).
    """

    start: int
    end: int
    closed: bool = True
    odd: str = ""
    continues: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    words: str


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of `text[start:end]`, one paragraph, in order; linear in its length."""
    found: list[Quotation] = []
    opened: _Mark | None = None
    for mark in _marks(text, start, end):
        if opened is None:
            if _opens(text, mark, start, end):
                opened = mark
        elif _is_pair(opened, mark) and not _opens_again(text, mark, start, end):
            found.append(_closed(opened, mark))
            opened = None
        elif _is_pair(opened, mark) and mark.words in _OPENING:
            found.append(
                Quotation(opened.start, mark.start, closed=False, odd="a second mark opens before the first closes")
            )
            opened = mark
    if opened is not None and opened.words not in _SINGLE:
        found.append(Quotation(opened.start, end, closed=False, odd="no closing mark before the paragraph ends"))
    return found


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield marks; an apostrophe only where a partner for it stands near."""
    last_single = -1
    for match in _MARK.finditer(text, start, end):
        if match[0] in _SINGLE and match.start() > last_single:
            partner = _partner(text, match, end)
            if partner < 0:
                continue
            last_single = partner
        yield _Mark(match.start(), match.end(), match[0])


def _partner(text: str, match: re.Match[str], end: int) -> int:
    """Return where the apostrophe that closes this one stands, -1 if none is near or this one cannot open."""
    if (
        not (match.start() == 0 or not text[match.start() - 1].isalnum())
        or not text[match.end() : match.end() + 1].isalnum()
    ):
        return -1
    closing = _SINGLE_END.search(text, match.end(), min(end, match.end() + _SINGLE_REACH))
    return closing.start() if closing else -1


_SINGLE_END: Final = re.compile(r"(?<=[\w.,!?…])[’'](?![\w])(?!s\b)")


def _opens(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Tell whether a mark opens: by its place first, since pages print closing marks that open."""
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    if after.isspace() and not before.isspace():
        return False
    return mark.words in _OPENING or before in _BEFORE_OPENING or (mark.words not in _CLOSING and not before.isalnum())


def _opens_again(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Tell whether a mark inside an open quotation can only open another one."""
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    return mark.words in _OPENING and before.isspace() and after not in _AFTER_CLOSING


def _is_pair(opened: _Mark, mark: _Mark) -> bool:
    return (opened.words in _SINGLE) == (mark.words in _SINGLE)


def _closed(opened: _Mark, mark: _Mark) -> Quotation:
    odd = ""
    if opened.words in _CLOSING:
        odd = "a closing mark opens it"
    elif mark.words in _OPENING:
        odd = "an opening mark closes it"
    return Quotation(opened.start, mark.end, odd=odd)


def join_paragraphs(paragraphs: list[list[Quotation]], text: str, starts: list[int]) -> list[list[Quotation]]:
    """Mark quotations that go on from the paragraph before: it had no closing mark and this one opens with a mark."""
    joined: list[list[Quotation]] = []
    running = False
    for quotations, start in zip(paragraphs, starts, strict=True):
        at = start + len(text[start : start + 8]) - len(text[start : start + 8].lstrip())
        goes_on = running and bool(quotations) and quotations[0].start == at
        joined.append([quotations[0]._replace(continues=True), *quotations[1:]] if goes_on else quotations)
        running = bool(quotations) and not quotations[-1].closed
    return joined
