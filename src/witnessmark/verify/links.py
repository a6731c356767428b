"""Links in the report: each leads to a file of the bundle, and to a place in it that exists."""

import posixpath
import re
from urllib.parse import unquote

from witnessmark.verify.bundle import Bundle
from witnessmark.verify.faults import Findings
from witnessmark.verify.markup import Node

#: A path of plain names, and a fragment. No scheme, no host, no query, no escape: nothing that leads out of the bundle.
_RELATIVE = re.compile(r"((?:\.\./)*(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*|)(?:#([^\s#]+))?")
#: Longer addresses are no address.
_LONGEST = 500
_PICTURES = (".png", ".jpg", ".gif", ".webp")


def check_links(pages: dict[str, Node], bundle: Bundle, findings: Findings) -> None:
    """Check that every address on every page is relative, and leads to a file and a place of the bundle."""
    before = len(findings.faults)
    ids = {path: {one.attributes.get("id") for one in page.nodes()} for path, page in pages.items()}
    counted = 0
    for path, page in pages.items():
        for one in page.nodes():
            for name in ("href", "src"):
                if name in one.attributes:
                    counted += 1
                    _check_link(path, name, one.attributes[name], ids, bundle, findings=findings)
    if pages:
        findings.claim(f"{counted} links in {len(pages)} pages lead to places in the bundle", before)


def _check_link(
    path: str, kind: str, link: str, ids: dict[str, set[str | None]], bundle: Bundle, *, findings: Findings
) -> None:
    parts = _RELATIVE.fullmatch(link) if 0 < len(link) <= _LONGEST else None
    if parts is None:
        findings.add("remote-resource", path, ascii(link[:120]), "a relative address in the bundle")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts[1])) if parts[1] else path
    if target not in bundle.files or (kind == "src" and not target.endswith(_PICTURES)):
        findings.add(
            "dead-link", path, link[:120], "a picture of the bundle" if kind == "src" else "a file of the bundle"
        )
    elif parts[2] and target in ids and not {parts[2], unquote(parts[2])} & ids[target]:
        findings.add("dead-link", path, link[:120], f"an id in {target}")
