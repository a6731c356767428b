"""The inside of a block, read left to right: plain text with styles, citations, bound words, images, what is hidden."""

import html
import re
from dataclasses import replace
from typing import Final

from witnessmark.manuscript.attributes import parse_attributes
from witnessmark.manuscript.citations import LOOKS_LIKE, parse_group
from witnessmark.manuscript.model import (
    Bound,
    Citation,
    CitationGroup,
    Hidden,
    Image,
    Inline,
    NoteMark,
    Run,
    SyntaxFault,
)

_SPECIAL: Final = re.compile(r"[\\`\[!*_<&@\n]")
_ESCAPABLE: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK: Final = re.compile(r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BARE_KEY: Final = re.compile(r"@([A-Z]{1,2}[1-9][0-9]{0,8})\b")
_NOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_TARGET: Final = re.compile(r"\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+\"([^\"]*)\")?\s*\)")
_BRACES: Final = re.compile(r"\{([^{}\n]*)\}")
#: After a citation these let the white space before it go: it belongs to the citation, not to the sentence.
_CLOSES: Final = frozenset(".,;:!?)]”’»\"'。，；：！？」")


class InlineScanner:
    """Reads one block's content. `offsets[i]` is the place in the source of `content[i]`; `len(offsets) == len + 1`."""

    def __init__(self, content: str, offsets: list[int]) -> None:
        self.content, self.offsets = content, offsets
        self.parts: list[Inline] = []
        self.bounds: list[Bound] = []
        self.hidden: list[Hidden] = []
        self.faults: list[SyntaxFault] = []
        self.at = 0
        self._no_closer: set[tuple[str, int]] = set()
        self._scan(0, len(content), ())

    @property
    def text(self) -> str:
        """The plain text: all runs, joined."""
        return "".join(part.text for part in self.parts if isinstance(part, Run))

    def _emit(self, text: str, start: int, end: int, styles: tuple[str, ...], target: str = "") -> None:
        if text:
            source = (self.offsets[start], self.offsets[end])
            run = Run(text=text, at=self.at, start=source[0], end=source[1], styles=styles, target=target)
            self.parts.append(run)
            self.at += len(text)

    def _fault(self, message: str, got: str, expected: str, start: int, end: int, fix: str = "") -> None:
        place = (self.offsets[start], self.offsets[end])
        self.faults.append(
            SyntaxFault(message=message, got=got, expected=expected, start=place[0], end=place[1], fix=fix)
        )

    def _scan(self, start: int, end: int, styles: tuple[str, ...], target: str = "") -> None:
        position = start
        while position < end:
            match = _SPECIAL.search(self.content, position, end)
            stop = match.start() if match else end
            self._emit(self.content[position:stop], position, stop, styles, target)
            if match is None:
                return
            position = self._special(stop, end, styles, target)

    def _special(self, i: int, end: int, styles: tuple[str, ...], target: str) -> int:
        char = self.content[i]
        reader = {
            "\\": self._escape, "`": self._code, "[": self._bracket, "!": self._image, "*": self._emphasis,
            "_": self._emphasis, "<": self._angle, "&": self._entity, "@": self._bare, "\n": self._newline,
        }[char]  # fmt: skip
        after = reader(i, end, styles)
        if after is None:
            self._emit(char, i, i + 1, styles, target)
            return i + 1
        return after

    def _newline(self, i: int, _end: int, styles: tuple[str, ...]) -> int:
        self._emit(" ", i, i + 1, styles)
        after = i + 1
        while after < len(self.content) and self.content[after] in " \t":
            after += 1
        return after

    def _escape(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        following = self.content[i + 1 : i + 2]
        if i + 1 < end and following == "\n":
            self._emit(" ", i, i + 2, styles)
            return i + 2
        if i + 1 < end and following in _ESCAPABLE:
            self._emit(following, i, i + 2, styles)
            return i + 2
        return None

    def _code(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        ticks = len(self.content[i:end]) - len(self.content[i:end].lstrip("`"))
        if ("`", ticks) in self._no_closer:
            self._emit("`" * ticks, i, i + ticks, styles)
            return i + ticks
        match = re.compile(rf"(?<!`)`{{{ticks}}}(?!`)").search(self.content, i + ticks, end)
        if match is None:
            self._no_closer.add(("`", ticks))
            self._emit("`" * ticks, i, i + ticks, styles)
            return i + ticks
        self._emit(self.content[i + ticks : match.start()], i + ticks, match.start(), (*styles, "code"))
        return match.end()

    def _entity(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        match = _ENTITY.match(self.content, i, end)
        if match is None:
            return None
        self._emit(html.unescape(match[0]), i, match.end(), styles)
        return match.end()

    def _angle(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        if self.content.startswith("<!--", i):
            return self._comment(i, end)
        link = _AUTOLINK.match(self.content, i, end)
        if link:
            self._emit(link[1], i + 1, link.end(1), (*styles, "link"), link[1])
            return link.end()
        tag = _TAG.match(self.content, i, end)
        if tag:
            self._fault("raw HTML", tag[0][:60], "Markdown", i, tag.end(), "Write it in the manuscript's own syntax.")
        return None

    def _comment(self, i: int, end: int) -> int:
        close = self.content.find("-->", i, end)
        stop = end if close < 0 else close + 3
        if close < 0:
            self._fault("a comment is not closed", self.content[i : i + 40], "-->", i, stop, "Close it or delete it.")
        self.hidden.append(Hidden(text=self.content[i:stop], start=self.offsets[i], end=self.offsets[stop]))
        return stop

    def _bare(self, i: int, end: int, _styles: tuple[str, ...]) -> int | None:
        match = _BARE_KEY.match(self.content, i, end)
        if match is None or (i and (self.content[i - 1].isalnum() or self.content[i - 1] in "._-")):
            return None
        citation = Citation(id=match[1], locator="", start=self.offsets[i], end=self.offsets[match.end()])
        self._group((citation,), i, match.end())
        return match.end()

    def _emphasis(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        char = self.content[i]
        width = len(self.content[i:end]) - len(self.content[i:end].lstrip(char))
        before, after = self.content[i - 1 : i], self.content[i + width : i + width + 1]
        opens = bool(after) and not after.isspace() and (char == "*" or not (before.isalnum() or before == "_"))
        if not opens or width > 3:  # noqa: PLR2004 - Markdown knows emphasis, strong and both
            self._emit(char * width, i, i + width, styles)
            return i + width
        close = self._closer(char, width, i + width, end)
        if close < 0:
            self._emit(char * width, i, i + width, styles)
            return i + width
        added = {1: ("em",), 2: ("strong",), 3: ("em", "strong")}[width]
        self._scan(i + width, close, (*styles, *added))
        return close + width

    def _closer(self, char: str, width: int, start: int, end: int) -> int:
        if (char, width) in self._no_closer:
            return -1
        mark = re.escape(char)
        tail = "" if char == "*" else r"(?!\w)"
        pattern = re.compile(rf"(?<![\s\\{mark}]){mark}{{{width}}}(?!{mark}){tail}")
        match = pattern.search(self.content, start + 1, end)
        if match is None:
            if end == len(self.content):
                self._no_closer.add((char, width))
            return -1
        return match.start()

    def _image(self, i: int, end: int, _styles: tuple[str, ...]) -> int | None:
        if not self.content.startswith("[", i + 1):
            return None
        close = self._closing(i + 1, end)
        target = _TARGET.match(self.content, close + 1, end) if close > 0 else None
        if target is None:
            return None
        stop = target.end()
        alt = target[2] or ""
        braces = _BRACES.match(self.content, stop, end)
        if braces:
            alt = parse_attributes(braces[1]).values.get("alt", alt)
            self._hide(braces)
            stop = braces.end()
        caption = self.content[i + 2 : close]
        place = (self.offsets[i], self.offsets[stop])
        self.parts.append(Image(caption=caption, target=target[1], alt=alt, at=self.at, start=place[0], end=place[1]))
        return stop

    def _closing(self, i: int, end: int) -> int:
        """Return the index of the bracket that closes the one at `i`, or -1; escapes are skipped, brackets nest."""
        if ("[", 0) in self._no_closer:
            return -1
        depth = 0
        position = i
        while position < end:
            char = self.content[position]
            if char == "\\":
                position += 1
            elif char == "[":
                depth += 1
            elif char == "]":
                depth -= 1
                if not depth:
                    return position
            position += 1
        if end == len(self.content) and "]" not in self.content[i:end]:
            self._no_closer.add(("[", 0))
        return -1

    def _bracket(self, i: int, end: int, styles: tuple[str, ...]) -> int | None:
        note = _NOTE.match(self.content, i, end)
        if note:
            place = (self.offsets[i], self.offsets[note.end()])
            self.parts.append(NoteMark(label=note[1], at=self.at, start=place[0], end=place[1]))
            return note.end()
        looks = LOOKS_LIKE.match(self.content, i, end)
        close = self._closing(i, end)
        if looks:
            return self._citation(i, close, end)
        if close < 0:
            return None
        braces = _BRACES.match(self.content, close + 1, end)
        if braces:
            return self._bound(i, close, braces, styles)
        target = _TARGET.match(self.content, close + 1, end)
        if target:
            self._scan(i + 1, close, (*styles, "link"), target[1])
            self.hidden.append(Hidden(text=target[0], start=self.offsets[close + 1], end=self.offsets[target.end()]))
            return target.end()
        return None

    def _citation(self, i: int, close: int, end: int) -> int | None:
        if close < 0:
            shown = self.content[i : min(end, i + 40)]
            self._fault("a citation is not closed", shown, "[@E1]", i, min(end, i + 40), "Close the bracket.")
            return None
        citations, strays = parse_group(self.content[i + 1 : close], i + 1)
        for text, start, stop in strays:
            self._fault("a part of a citation names no record", text, "@ and an id", start, stop, "Write it as @E12.")
        placed = tuple(replace(one, start=self.offsets[one.start], end=self.offsets[one.end]) for one in citations)
        if not placed:
            return None
        self._group(placed, i, close + 1)
        return close + 1

    def _group(self, citations: tuple[Citation, ...], start: int, end: int) -> None:
        following = self.content[end : end + 1]
        if not following or following.isspace() or following in _CLOSES or following == "[":
            self._trim()
        place = (self.offsets[start], self.offsets[end])
        self.parts.append(CitationGroup(citations=citations, at=self.at, start=place[0], end=place[1]))

    def _trim(self) -> None:
        """Drop white space at the end of what was read so far: it stood before a citation."""
        for index in range(len(self.parts) - 1, -1, -1):
            part = self.parts[index]
            if not isinstance(part, Run):
                return
            kept = part.text.rstrip()
            lost = len(part.text) - len(kept)
            self.at -= lost
            if kept:
                if lost:
                    self.parts[index] = replace(part, text=kept, end=part.end - lost)
                return
            del self.parts[index]

    def _bound(self, i: int, close: int, braces: re.Match[str], styles: tuple[str, ...]) -> int:
        attributes = parse_attributes(braces[1])
        kind = attributes.classes[0] if attributes.classes else ""
        if kind not in {"q", "term"} or attributes.unread:
            self._fault(
                "a span of an unknown kind", "{" + braces[1] + "}", "{.q ref=Q1} or {.term}", close + 1, braces.end()
            )
        begin = self.at
        self._scan(i + 1, close, (*styles, kind) if kind else styles)
        text = self.text[begin : self.at]
        place = (self.offsets[i], self.offsets[braces.end()])
        ref = attributes.values.get("ref", "")
        if kind == "q" and not ref:
            self._fault("words bound to no quantity", "{" + braces[1] + "}", "{.q ref=Q1}", close + 1, braces.end())
        self.bounds.append(Bound(kind=kind, ref=ref, text=text, at=begin, end_at=self.at, start=place[0], end=place[1]))
        self._hide(braces)
        return braces.end()

    def _hide(self, braces: re.Match[str]) -> None:
        start, end = self.offsets[braces.start()], self.offsets[braces.end()]
        self.hidden.append(Hidden(text=braces[0], start=start, end=end))
