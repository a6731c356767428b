# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""What the structure of a page says of its parts: hidden ones, navigation, and parts that name themselves as furniture."""

import re
from typing import Any, Final

#: Elements whose text no reader sees as text of the page.
UNSEEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "iframe", "object", "canvas", "svg", "select", "datalist", "audio", "video", "map", "noframes"}
)  # fmt: skip
_HIDDEN_STYLE: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_TAGS: Final = {
    "nav": "navigation",
    "button": "navigation",
    "footer": "legal",
    "aside": "related",
    "menu": "navigation",
}
_NAMES: Final = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
    for kind, words in (
        ("consent", r"cookies?|consent|gdpr|onetrust|cookiebanner|privacy-banner"),
        ("newsletter", r"newsletters?|signup|sign-up|mailing-?list|email-?(?:form|capture)|subscribe-?(?:box|form)"),
        ("advertisement", r"ads?|adverts?|advertisements?|advertising|adslot|dfp|sponsored|sponsor|taboola|outbrain|promo(?:ted)?"),
        ("login", r"paywall|regwall|login|sign-?in|meter"),
        ("share", r"share|sharing|sharebar|social|addtoany|comments?|disqus"),
        ("related", r"related|recommend(?:ed|ations)?|trending|most-?(?:read|popular|viewed)|read-?(?:more|next|also)|more-(?:stories|news|from)|also-like|teasers?"),
        ("navigation", r"breadcrumbs?|navbar|nav|menu|skip-?link|pagination|toolbar|site-header"),
        ("legal", r"copyright|colophon|site-footer|legal"),
        ("byline", r"byline|authors?"),
        ("dateline", r"dateline|pub-?date|publish(?:ed)?-?date|timestamp"),
        ("caption", r"caption|wp-caption-text"),
        ("correction", r"correction|corrigendum|editors?-note"),
    )
)  # fmt: skip
#: A part longer than this holds more than its own furniture: names such as "page-with-ads" speak of the whole page.
_LARGEST: Final = 1500
_NEVER: Final = frozenset({"html", "body", "main", "article", "h1"})


def is_unseen(element: Any) -> bool:  # noqa: ANN401  (lxml has no types)
    """Tell whether a browser without scripts shows nothing of the element."""
    if element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def hides_text(element: Any) -> bool:  # noqa: ANN401  (lxml has no types)
    """Tell whether an unseen element holds words of the page, as scripts, styles and the head do not."""
    if element.tag in {"script", "style", "head", "svg", "template"}:
        return False
    return any(part.strip() for part in element.itertext(with_tail=False) if isinstance(part, str))


def region_of(element: Any) -> str:  # noqa: ANN401  (lxml has no types)
    """Return the kind of furniture (or byline, caption …) that a part of the page says it is, or ""."""
    kind = _named(element)
    if kind and element.tag not in _NEVER and _small(element):
        return kind
    if element.tag == "footer" and any(parent.tag in {"article", "main"} for parent in element.iterancestors()):
        return ""
    return _TAGS.get(element.tag, "")


def _named(element: Any) -> str:  # noqa: ANN401  (lxml has no types)
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".strip().lower()
    return next((kind for kind, pattern in _NAMES if pattern.search(names)), "") if names else ""


def _small(element: Any) -> bool:  # noqa: ANN401  (lxml has no types)
    size = 0
    for count, node in enumerate(element.iter()):
        if node.tag in {"article", "h1"} or count > _LARGEST:
            return False
        if isinstance(node.tag, str) and node.tag not in UNSEEN:
            size += len((node.text or "").strip()) + len((node.tail or "").strip())
        if size > _LARGEST:
            return False
    return True
