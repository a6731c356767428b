"""HTML read as strictly as a release writes it: what a browser could read in two ways is a fault, not a puzzle."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union

from witnessmark.verify.faults import BrokenError

_DOCTYPE = "<!DOCTYPE html>\n"
#: A start tag, an end tag or a run of text. No quantifier here can give back what it took: one look at each character.
_TOKEN = re.compile(
    r"<([a-z][a-z0-9]*+)((?: [a-z][a-z-]*+=\"[^\"<>]*+\")*+)>|</([a-z][a-z0-9]*+)>|([^<>]++)"
)  # fmt: skip
_ATTRIBUTE = re.compile(r" ([a-z][a-z-]*+)=\"([^\"]*+)\"")
_STYLE_END = "</style>"
_VOID = {"br", "col", "hr", "img", "meta", "wbr"}
#: What a page is made of. Nothing here runs, fetches (but `img`), sends, frames or hides.
_SECTIONS = {
    "article",
    "aside",
    "body",
    "div",
    "footer",
    "head",
    "header",
    "html",
    "main",
    "nav",
    "section",
    "style",
    "title",
}
_BLOCKS = {
    "blockquote", "caption", "colgroup", "dd", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_WORDS_IN = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "time", "u", "var",
}  # fmt: skip
_ELEMENTS = _VOID | _SECTIONS | _BLOCKS | _WORDS_IN
_ANYWHERE = {"class", "dir", "id", "lang", "role", "tabindex", "title", "translate"}
_OWN = {
    "a": "href", "img": "src alt width height", "meta": "charset http-equiv content name", "li": "value",
    "ol": "start type", "th": "scope colspan rowspan", "td": "colspan rowspan", "time": "datetime", "col": "span",
}  # fmt: skip
_DEEPEST = 100


@dataclass
class Node:
    """An element: its name, its attributes, and what is in it in order."""

    name: str
    attributes: dict[str, str]
    inside: list[Union[str, "Node"]] = field(default_factory=list)

    def walk(self) -> Iterator[Union[str, "Node"]]:
        """Yield everything inside in the order of the page: elements and runs of text."""
        for one in self.inside:
            yield one
            if isinstance(one, Node):
                yield from one.walk()

    def nodes(self) -> Iterator["Node"]:
        """Yield the elements inside, in order."""
        return (one for one in self.walk() if isinstance(one, Node))

    @property
    def words(self) -> str:
        """Return the text inside."""
        return "".join(one for one in self.walk() if isinstance(one, str))

    def has_class(self, name: str) -> bool:
        """Tell whether the element has this class."""
        return name in self.attributes.get("class", "").split()


def parse_page(data: bytes, where: str) -> Node:
    """Return the root that holds the page; raise `BrokenError` for anything but plain, closed, listed elements."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenError("wrong-markup", where, str(error)[:80], "UTF-8") from error
    if not text.startswith(_DOCTYPE):
        raise BrokenError("wrong-markup", where, ascii(text[:40]), _DOCTYPE.strip())
    root = Node("", {})
    stack, at = [root], len(_DOCTYPE)
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise BrokenError("wrong-markup", where, ascii(text[at : at + 60]), "a plain tag, or text")
        at = token.end()
        if token[1] == "style":
            at = _take_style(text, at, stack[-1], where)
        else:
            _take_token(token, stack, where)
    if len(stack) > 1:
        raise BrokenError("wrong-markup", where, f"<{stack[-1].name}> that is not closed", "closed elements")
    return root


def _take_token(token: re.Match[str], stack: list[Node], where: str) -> None:
    name = token[1] or token[3]
    if token[4] is not None:
        stack[-1].inside.append(html.unescape(token[4]))
    elif token[3] is not None:
        if stack.pop().name != name or not stack:
            raise BrokenError("wrong-markup", where, f"</{name}>", "the end of what was opened last")
    else:
        if name not in _ELEMENTS or stack[-1].name == "title" or len(stack) > _DEEPEST:
            raise BrokenError("active-content", where, f"<{name}>", "elements that show text or a picture")
        node = Node(name, _markup_attributes(token, where))
        stack[-1].inside.append(node)
        if name not in _VOID:
            stack.append(node)


def _take_style(text: str, at: int, parent: Node, where: str) -> int:
    end = text.find(_STYLE_END, at)
    if end < 0 or "<" in text[at:end] or parent.name != "head":
        raise BrokenError("wrong-markup", where, "<style>", "a closed style sheet in the head, without <")
    parent.inside.append(Node("style", {"text": text[at:end]}))
    return end + len(_STYLE_END)


def _markup_attributes(token: re.Match[str], where: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(token[2])
    found = {name: html.unescape(value) for name, value in pairs}
    allowed = _ANYWHERE | set(_OWN.get(token[1], "").split())
    for name in found:
        if name not in allowed and not name.startswith(("aria-", "data-")):
            raise BrokenError("active-content", where, f"<{token[1]} {name}=…>", "attributes that do nothing")
    if len(found) != len(pairs):
        raise BrokenError("wrong-markup", where, f"<{token[1]}> with an attribute twice", "each once")
    return found


def closed(text: str) -> str:
    """Return the text without white space: mark-up may add and lose some."""
    return "".join(text.split())
