"""Front matter and fenced divs: found line by line, before Markdown is read, so that none can be missed or half read."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from witnessmark.manuscript.attributes import parse_attributes
from witnessmark.manuscript.lines import Lines, Span
from witnessmark.manuscript.model import Div, SyntaxFault

_OPEN: Final = re.compile(r" {0,3}:{3,}[ \t]*(?:\{(?P<braces>[^{}]*)\}|(?P<word>[A-Za-z][\w-]*))[ \t]*:*[ \t]*")
_CLOSE: Final = re.compile(r" {0,3}:{3,}[ \t]*")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_META: Final = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*")
#: Divs with a meaning; any other name is a fault, because what it was meant to say would be lost.
KNOWN_DIVS: Final = frozenset({"finding", "analysis", "recommendation", "summary", "box", "annex", "method", "machine"})


@dataclass
class Structure:
    """What stands outside Markdown: front matter, divs, the lines they take, and faults."""

    meta: dict[str, str] = field(default_factory=dict)
    meta_span: Span = field(default_factory=lambda: Span(0, 0, 1, 1, 1, 1))
    divs: list[Div] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    inside: dict[int, tuple[int, ...]] = field(default_factory=dict)
    faults: list[SyntaxFault] = field(default_factory=list)


def read_structure(lines: Lines) -> Structure:
    """Return front matter and divs; `inside` maps a line number (from 0) to the divs around it, outermost first."""
    structure = Structure()
    first = _front_matter(lines, structure)
    stack: list[int] = []
    fence = ""
    for number in range(first, len(lines)):
        text = lines.text(number)
        fence, in_code = _fenced(text, fence)
        if not in_code:
            _div_line(lines, number, text, stack, structure)
        structure.inside[number] = tuple(stack)
    for index in stack:
        _unclosed(lines, index, structure)
    return structure


def _fenced(text: str, fence: str) -> tuple[str, bool]:
    match = _FENCE.match(text)
    if fence:
        closes = match is not None and match[1].startswith(fence) and not text.strip(" \t`~")
        return ("" if closes else fence), True
    return (match[1], True) if match else ("", False)


def _div_line(lines: Lines, number: int, text: str, stack: list[int], structure: Structure) -> None:
    start, end = lines.starts[number], lines.ends[number]
    opening = _OPEN.fullmatch(text)
    if opening:
        structure.taken.add(number)
        structure.divs.append(_open(lines, number, opening, stack, structure))
        stack.append(len(structure.divs) - 1)
    elif _CLOSE.fullmatch(text):
        structure.taken.add(number)
        if not stack:
            structure.faults.append(_fault("::: closes nothing", text, "an open div", start, end, "Delete the line."))
            return
        div = structure.divs[stack[-1]]
        structure.divs[stack.pop()] = replace(div, span=lines.span(div.span.start, end))
    elif re.match(r" {0,3}:{3,}", text):
        structure.faults.append(
            _fault("a div cannot be read", text[:60], "::: {.finding ref=F1 level=…}", start, end, "Correct the line.")
        )


def _open(lines: Lines, number: int, match: re.Match[str], stack: list[int], structure: Structure) -> Div:
    start, end = lines.starts[number], lines.ends[number]
    attributes = parse_attributes(match["braces"] if match["braces"] is not None else f".{match['word']}")
    kind = attributes.classes[0] if attributes.classes else ""
    if kind not in KNOWN_DIVS or attributes.unread:
        structure.faults.append(
            _fault("a div of an unknown kind", match[0].strip(), ", ".join(sorted(KNOWN_DIVS)), start, end)
        )
    if kind == "finding" and not attributes.values.get("ref"):
        structure.faults.append(_fault("a finding without ref", match[0].strip(), "{.finding ref=F1}", start, end))
    return Div(
        kind=kind, ref=attributes.values.get("ref", ""), level=attributes.values.get("level", ""),
        attributes=attributes.values, span=lines.span(start, end), parent=stack[-1] if stack else -1,
    )  # fmt: skip


def _unclosed(lines: Lines, index: int, structure: Structure) -> None:
    div = structure.divs[index]
    line_end = lines.ends[div.span.line - 1]
    structure.divs[index] = replace(div, span=lines.span(div.span.start, len(lines.source)), closed=False)
    structure.faults.append(
        _fault(
            f"the div {div.kind or '(no kind)'} is never closed",
            lines.text(div.span.line - 1).strip(),
            ":::",
            div.span.start,
            line_end,
            "Close it with ::: on a line of its own.",
        )
    )


def _fault(message: str, got: str, expected: str, start: int, end: int, fix: str = "") -> SyntaxFault:
    return SyntaxFault(message=message, got=got, expected=expected, start=start, end=end, fix=fix)


def _front_matter(lines: Lines, structure: Structure) -> int:
    if lines.text(0).lstrip("\ufeff").rstrip() != "---":
        return 0
    close = next((n for n in range(1, len(lines)) if lines.text(n).rstrip() in {"---", "..."}), None)
    if close is None:
        structure.faults.append(
            _fault("the front matter is never closed", "---", "a second line ---", 0, lines.ends[0], "Close it.")
        )
        structure.taken.add(0)
        return 1
    structure.meta_span = lines.span(0, lines.ends[close])
    structure.taken.update(range(close + 1))
    key = ""
    for number in range(1, close):
        key = _meta_line(lines, number, key, structure)
    return close + 1


def _meta_line(lines: Lines, number: int, key: str, structure: Structure) -> str:
    text = lines.text(number)
    if not text.strip() or text.lstrip().startswith("#"):
        return key
    if key and text[0] in " \t":
        structure.meta[key] = f"{structure.meta[key]} {text.strip()}".strip()
        return key
    match = _META.fullmatch(text)
    start, end = lines.starts[number], lines.ends[number]
    if match is None or match["key"] in structure.meta:
        message = "a line of the front matter cannot be read" if match is None else "a key stands twice"
        structure.faults.append(_fault(message, text[:60], "key: value", start, end))
        return key
    value = (match["value"] or "").strip()
    if value in {"|", ">", "|-", ">-"}:
        value = ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    structure.meta[match["key"]] = value
    return match["key"]
