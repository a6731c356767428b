"""The pages of passages: what a reader is shown is the text that the quotes were checked against."""

import html

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import Findings
from witnessmark.verify.links import HTML_TAG
from witnessmark.verify.snapshot import EVIDENCE, Snapshot


def check_pages(bundle: Bundle, snapshot: Snapshot, findings: Findings) -> None:
    """Check that each text stands whole on the page of its item; white space and mark-up are left aside."""
    before = len(findings.faults)
    shown: dict[str, str] = {}
    texts = [text for text in snapshot.texts.values() if text.get("content")]
    for text in texts:
        path = f"passages/{text.get('item')}.html"
        if path not in shown:
            shown[path] = _words(read_whole(bundle, path).decode("utf-8", "replace")) if path in bundle.files else ""
        if _close(str(text["content"])) not in shown[path]:
            findings.add("page-disagrees", path, "other words", f"the content of text {text['id']} in {EVIDENCE}")
    findings.claim(f"{len(texts)} texts stand on the pages that footnotes lead to as they stand in {EVIDENCE}", before)


def _words(page: str) -> str:
    return _close(html.unescape(HTML_TAG.sub("", page)))


def _close(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())
