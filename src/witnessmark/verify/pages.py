"""The pages: what a reader is shown is what the quotes were checked against, at the places that footnotes lead to."""

import re

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.citations import check_citations, check_said
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.frame import check_frame
from witnessmark.verify.markup import Node, closed, parse_page
from witnessmark.verify.snapshot import EVIDENCE, Snapshot

_PLACE = re.compile(r"p-(?:T[0-9]+-)?([0-9]{1,12})")


def read_pages(bundle: Bundle, findings: Findings) -> dict[str, Node]:
    """Return every HTML page that can be read in one way only; the others are faults."""
    before = len(findings.faults)
    pages = {}
    for path in sorted(path for path in bundle.files if path.endswith(".html") and not path.startswith("evidence/")):
        try:
            pages[path] = parse_page(read_whole(bundle, path), path)
            findings.faults += check_frame(pages[path], path)
        except BrokenError as error:
            findings.faults.append(error.fault)
    findings.claim(f"{len(pages)} pages: nothing in them runs, fetches from outside or can be read in two ways", before)
    return pages


def check_pages(pages: dict[str, Node], snapshot: Snapshot, findings: Findings) -> frozenset[str]:
    """Check texts, lists of statements and quotations on the pages; return the ids that the report cites."""
    before = len(findings.faults)
    for item in snapshot.items:
        path = f"passages/{item}.html"
        if path not in pages:
            findings.add("page-disagrees", path, "no page that can be read", f"a page of item {item}")
            continue
        _check_texts(path, pages[path], item, snapshot, findings)
        check_said(path, pages[path], item, snapshot, findings)
    shown = sum(1 for text in snapshot.texts.values() if text.get("content"))
    findings.claim(
        f"{shown} texts stand on the pages that footnotes lead to as they stand in {EVIDENCE}, "
        "and so does each statement in the lists of who says what", before,
    )  # fmt: skip
    return check_citations(pages, snapshot, findings)


def _check_texts(path: str, page: Node, item: str, snapshot: Snapshot, findings: Findings) -> None:
    """Check that the page shows the texts of its item and no other, and each place where it stands in them."""
    texts = [text for text in snapshot.texts.values() if text.get("item") == item and text.get("content")]
    shown = [one for one in page.nodes() if one.has_class("source") and one.words]
    order = snapshot.items[item].get("texts") or [text["id"] for text in texts]
    texts.sort(key=lambda text: order.index(text["id"]) if text["id"] in order else len(order))
    if len(shown) != len(texts):
        findings.add("page-disagrees", path, f"{len(shown)} texts", f"{len(texts)} texts of item {item} in {EVIDENCE}")
    for div, text in zip(shown, texts, strict=False):
        content = str(text["content"])
        if closed(div.words) != closed(content):
            findings.add("page-disagrees", path, "other words", f"the content of text {text['id']} in {EVIDENCE}")
        elif not _places_hold(div, content):
            findings.add("page-disagrees", path, "a place that is marked elsewhere", f"text {text['id']} in {EVIDENCE}")


def _places_hold(div: Node, content: str) -> bool:
    """Tell whether each id `p-OFFSET` stands at its offset, white space aside."""
    passed, at, before = 0, 0, 0
    for one in div.walk():
        if isinstance(one, str):
            passed += len(closed(one))
            continue
        place = _PLACE.fullmatch(one.attributes.get("id", ""))
        if place is None:
            continue
        offset = int(place[1])
        if not at <= offset <= len(content):
            return False
        before += len(closed(content[at:offset]))
        at = offset
        if before != passed:
            return False
    return True
