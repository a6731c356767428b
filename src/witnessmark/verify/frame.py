"""The frame of a page: UTF-8, one policy that lets nothing run or be fetched, one style sheet that fetches nothing."""

import base64
import re
from hashlib import sha256

from witnessmark.verify.faults import BrokenError, Fault
from witnessmark.verify.markup import Node

#: What each directive of the policy may allow; `style-src` only the digest of the page's own style sheet.
_POLICY = {
    "default-src": {"'none'"}, "img-src": {"'none'", "'self'", "file:", "data:"}, "base-uri": {"'none'"},
    "form-action": {"'none'"}, "script-src": {"'none'"}, "font-src": {"'none'", "'self'", "data:"},
}  # fmt: skip
_NEEDED = {"default-src", "style-src", "base-uri", "form-action"}
_META_NAMES = {"viewport", "referrer", "robots", "description", "color-scheme"}
_STYLE_FETCHES = re.compile(r"url\(|@import|image-set|@namespace|expression\(|src\(", re.IGNORECASE)
_STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{0,6})")
_PLAIN = 0x80


def check_frame(root: Node, where: str) -> list[Fault]:
    """Return what is wrong with the head of a page; raise `BrokenError` where there is no head to look at."""
    top = _elements(root)
    head = _elements(top[0])[0] if [one.name for one in top] == ["html"] and _elements(top[0]) else None
    if head is None or head.name != "head" or [one.name for one in _elements(top[0])] != ["head", "body"]:
        raise BrokenError("wrong-markup", where, "another frame", "html with head and body, and nothing after it")
    metas = [one.attributes for one in root.nodes() if one.name == "meta"]
    styles = [one.attributes["text"] for one in root.nodes() if one.name == "style"]
    inside = _elements(head)
    faults = []
    if len(inside) < 2 or [one.attributes for one in inside[:2]] != metas[:2] or metas[:1] != [{"charset": "utf-8"}]:  # noqa: PLR2004 - charset and policy
        faults.append(Fault("wrong-policy", where, "another start", 'meta charset="utf-8", then the policy'))
    faults += [
        Fault("active-content", where, f"<meta {' '.join(one)}>", "a meta element that does nothing")
        for one in metas[2:]
        if set(one) != {"name", "content"} or one["name"] not in _META_NAMES
    ]
    if len(styles) > 1:
        faults.append(Fault("active-content", where, f"{len(styles)} style sheets", "one"))
    policy = metas[1] if len(metas) > 1 else {}
    if set(policy) != {"http-equiv", "content"} or policy["http-equiv"] != "Content-Security-Policy":
        faults.append(Fault("wrong-policy", where, "no policy", "a Content-Security-Policy"))
    elif not _policy_holds(policy["content"], styles):
        faults.append(Fault("wrong-policy", where, policy["content"][:120], "default-src 'none', and this style sheet"))
    faults += [
        Fault("remote-resource", where, told, "a style sheet that fetches nothing")
        for told in map(_fetch, styles)
        if told
    ]
    return faults


def _elements(node: Node) -> list[Node]:
    return [one for one in node.inside if isinstance(one, Node)]


def _policy_holds(policy: str, styles: list[str]) -> bool:
    digests = {f"'sha256-{base64.b64encode(sha256(one.encode()).digest()).decode()}'" for one in styles}
    rules = [rule.split(" ") for rule in policy.split("; ")]
    names = [rule[0] for rule in rules]
    allowed = {**_POLICY, "style-src": digests or {"'none'"}}
    kept = all(set(rule[1:]) <= allowed.get(rule[0], set()) and len(rule) > 1 for rule in rules)
    return kept and len(set(names)) == len(names) and set(names) >= _NEEDED


def _fetch(style: str) -> str:
    """Return what in a style sheet could fetch, or hide that it fetches; empty when there is nothing."""
    found = _STYLE_FETCHES.search(style)
    if found:
        return style[found.start() : found.start() + 80]
    for escape in _STYLE_ESCAPE.finditer(style):
        if not escape[1] or int(escape[1], 16) < _PLAIN:
            return style[escape.start() : escape.start() + 20]
    return ""
