"""What a page says about itself in its head: charset, title, publication date, language, author."""

import json
import re
from email.utils import parsedate_to_datetime
from typing import Any, Final

from witnessmark.evidence.dates import PartialDate

_CHARSET: Final = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_ISO: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
    "dcterms.created",
    "dc.date.created",
)
_KEPT: Final = ("author", "og:site_name", "description", "generator", "article:modified_time")
_HEAD: Final = 8192


def declared_charset(data: bytes) -> str:
    """Return the charset that the first bytes of a page declare, or ""."""
    head = data[:_HEAD].replace(b"\0", b"")  # a page in UTF-16 declares something too
    match = _CHARSET.search(head) or _XML.match(head)
    return match[1].decode("ascii") if match else ""


def meta_of(root: Any) -> dict[str, str]:  # noqa: ANN401  (lxml has no types)
    """Return the first value of every named `meta` element, names in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())
        if name and value:
            found.setdefault(name, value)
    return found


def title_of(root: Any, meta: dict[str, str]) -> str:  # noqa: ANN401  (lxml has no types)
    """Return the title: what the page tells others (Open Graph), else its only first-level heading, else `title`."""
    if meta.get("og:title"):
        return meta["og:title"]
    headings = [text for heading in root.iter("h1") if (text := " ".join(heading.text_content().split()))]
    if len(headings) == 1:
        return headings[0]
    return next((text for element in root.iter("title") if (text := " ".join(element.text_content().split()))), "")


def published_of(root: Any, meta: dict[str, str]) -> PartialDate | None:  # noqa: ANN401  (lxml has no types)
    """Return when the page says it was published: JSON-LD, then `meta`, then `time`; never when it was modified."""
    candidates = [_json_ld_date(root), *(meta.get(name, "") for name in _PUBLISHED)]
    candidates += [element.get("datetime") or element.get("content") or "" for element in root.iter("time")]
    return next((date for text in candidates if text and (date := parse_date(text))), None)


def parse_date(text: str) -> PartialDate | None:
    """Return an ISO 8601 or RFC 5322 date to the minute or day, with the offset it was given with; None for other forms."""
    match = _ISO.match(text.strip())
    if match is None:
        return _mail_date(text)
    if not match["time"]:
        return PartialDate(value=match["day"], precision="day")
    zone = (match["zone"] or "").replace("Z", "+00:00")
    zone = zone if not zone or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return PartialDate(value=f"{match['day']}T{match['time']}{zone}", precision="minute", zone=zone)


def kept_meta(root: Any, meta: dict[str, str]) -> dict[str, str]:  # noqa: ANN401  (lxml has no types)
    """Return what of the head is worth keeping beside the text: author, site, canonical address."""
    kept: dict[str, str] = {name: meta[name] for name in _KEPT if name in meta}
    canonical = next((e.get("href") for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return {**kept, "canonical": canonical} if canonical else kept


def _mail_date(text: str) -> PartialDate | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    zone = f"{moment:%z}"
    zone = f"{zone[:3]}:{zone[3:]}" if zone else ""
    return PartialDate(value=f"{moment:%Y-%m-%dT%H:%M}{zone}", precision="minute", zone=zone)


def _json_ld_date(root: Any) -> str:  # noqa: ANN401  (lxml has no types)
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            date = _find_date(script.text or "")
            if date:
                return date
    return ""


def _find_date(source: str) -> str:
    try:
        open_values = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return ""
    while open_values:
        value = open_values.pop(0)
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                return str(value["datePublished"])
            open_values += value.values()
        elif isinstance(value, list):
            open_values += value
    return ""
