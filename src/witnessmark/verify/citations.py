"""The words that pages show as quoted: each as it stands in evidence.json, in footnotes and in lists of who says what."""

from collections.abc import Iterator
from typing import Any

from witnessmark.verify.faults import Findings
from witnessmark.verify.markup import Node, closed
from witnessmark.verify.snapshot import EVIDENCE, Snapshot

_CUT = "…"
_MARKS = '“”"«»„'


def check_citations(pages: dict[str, Node], snapshot: Snapshot, findings: Findings) -> frozenset[str]:
    """Check each reference with its quotation on pages other than passages; return the ids that are cited."""
    before, counted, cited = len(findings.faults), 0, set()
    for path, page in pages.items():
        if path.startswith("passages/"):
            continue
        for reference, quotation in _references(page):
            name = reference.words.split(" ")[0]
            cited.add(name)
            counted += quotation is not None
            _check_place(path, name, reference.attributes.get("href", ""), snapshot, findings)
            if quotation is not None and not _stands(quotation.words, _quotable(name, snapshot)):
                findings.add("page-disagrees", f"{path}: {name}", quotation.words[:80], f"its words in {EVIDENCE}")
    findings.claim(
        f"{counted} quotations in footnotes and annexes are as in {EVIDENCE}, and lead to their place", before
    )
    return frozenset(cited)


def _references(page: Node) -> Iterator[tuple[Node, Node | None]]:
    """Yield each reference, with the quotation that follows it before the next one."""
    for parent in page.nodes():
        reference: Node | None = None
        for one in parent.inside:
            if not isinstance(one, Node):
                continue
            if one.name == "a" and one.has_class("cite"):
                if reference is not None:
                    yield reference, None
                reference = one
            elif one.name == "q" and reference is not None:
                yield reference, one
                reference = None
        if reference is not None:
            yield reference, None


def _check_place(path: str, name: str, href: str, snapshot: Snapshot, findings: Findings) -> None:
    """A statement that is shown is led to where its words begin."""
    statement = snapshot.statements.get(name)
    if statement is None or statement.get("withheld"):
        return
    passage, item = statement["passage"], str(statement.get("item"))
    texts = snapshot.items.get(item, {}).get("texts", [])
    text = "" if texts[:1] == [passage.get("text")] else f"{passage.get('text')}-"
    expected = f"passages/{item}.html#p-{text}{passage.get('start')}"
    if href.removeprefix("../") != expected:
        findings.add("page-disagrees", f"{path}: {name}", href[:120], expected)


def _quotable(name: str, snapshot: Snapshot) -> list[str]:
    """Return the quotes of which a reference may show one."""
    statement, quantity = snapshot.statements.get(name), snapshot.quantities.get(name)
    if statement is not None:
        return [_quote(statement)]
    if quantity is not None:
        named = [snapshot.statements[one] for one in quantity.get("statements", []) if one in snapshot.statements]
        return [str(one.get("quote")) for one in quantity.get("passages", [])] + [_quote(one) for one in named]
    return []


def _quote(statement: dict[str, Any]) -> str:
    return "" if statement.get("withheld") else str(statement["passage"].get("quote"))


def _stands(shown: str, quotes: list[str]) -> bool:
    """Tell whether the words are one of the quotes, whole or cut at the end with the mark of a cut."""
    bare = closed(shown).strip(_MARKS)
    wholes = [closed(quote).strip(_MARKS) for quote in quotes]
    head = bare.removesuffix(_CUT)
    return bool(head) and any(bare == whole or (head != bare and whole.startswith(head)) for whole in wholes)


def check_said(path: str, page: Node, item: str, snapshot: Snapshot, findings: Findings) -> None:
    """Check the list of who says what on the page of an item: every statement of it, once, in its words."""
    expected = {name: one for name, one in snapshot.statements.items() if one.get("item") == item}
    if snapshot.items[item].get("disclosure", "withheld") == "withheld":
        return
    shown = [row for one in page.nodes() if one.name == "ul" and one.has_class("statements") for row in one.inside]
    found: list[str] = []
    for row in (row for row in shown if isinstance(row, Node)):
        name = next((one.words for one in row.nodes() if one.name == "strong"), "")
        quotes = [closed(one.words) for one in row.nodes() if one.name == "q"]
        found.append(name)
        words = [closed(_quote(expected[name]))] if name in expected and _quote(expected[name]) else []
        if quotes != words:
            findings.add("page-disagrees", f"{path}: {name}", " ".join(quotes)[:80], " ".join(words)[:80])
    if sorted(found) != sorted(expected):
        missing = sorted(set(expected) ^ set(found)) or ["one twice"]
        findings.add("page-disagrees", f"{path}: who says what", ", ".join(missing)[:80], "each statement of the item")
