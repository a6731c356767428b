"""Links in the report: each leads to a file of the bundle, and to a place in it that exists."""

import html
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import Findings

_HTML = (".html", ".htm")
#: A tag with its name and attributes, or a comment.
HTML_TAG = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([A-Za-z][A-Za-z0-9:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
#: What a browser fetches by itself when the page opens.
_FETCHED = {"src", "poster", "data", "background"}
#: Style sheets fetch too, and these tags lead every other link, or the reader, somewhere else.
_STYLE = re.compile(r"<style[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_STYLE_FETCHES = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//[^\s\"')]*", re.IGNORECASE)
_LEADS_AWAY = {"base": "href", "meta": "http-equiv"}
_HARMLESS = {"content-security-policy", "content-type", "x-ua-compatible"}


@dataclass(frozen=True)
class _Page:
    ids: frozenset[str]
    links: tuple[str, ...]
    fetched: tuple[str, ...]
    remote: tuple[str, ...]


def check_links(bundle: Bundle, findings: Findings) -> None:
    """Check every relative link in the HTML files outside `evidence/`, and that none fetches from elsewhere."""
    before = len(findings.faults)
    paths = [path for path in bundle.files if path.endswith(_HTML) and not path.startswith("evidence/")]
    pages = {path: _page(read_whole(bundle, path).decode("utf-8", "replace")) for path in sorted(paths)}
    counted = sum(_check_page(path, page, pages, bundle, findings) for path, page in pages.items())
    for path in sorted(path for path in bundle.files if path.endswith(".css") and not path.startswith("evidence/")):
        for found in _STYLE_FETCHES.finditer(read_whole(bundle, path).decode("utf-8", "replace")):
            findings.add("remote-resource", path, found[0][:120], "a file of the bundle")
    if pages:
        findings.claim(f"{counted} links in {len(pages)} pages lead to places in the bundle", before)


def _page(text: str) -> _Page:
    ids, links, fetched = set(), [], []
    remote = [found[0] for style in _STYLE.findall(text) for found in _STYLE_FETCHES.finditer(style)]
    for tag in HTML_TAG.finditer(text):
        if "=" not in (tag[2] or ""):
            continue
        for name, *values in _ATTRIBUTE.findall(tag[2]):
            key, value = name.lower(), html.unescape(values[0] or values[1] or values[2])
            if key == "id":
                ids.add(value)
            elif key == "style":
                remote += [found[0] for found in _STYLE_FETCHES.finditer(value)]
            elif _LEADS_AWAY.get(tag[1].lower()) == key and value.lower() not in _HARMLESS:
                remote.append(f"<{tag[1]} {key}={value}>")
            elif key == "srcset":
                fetched += [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
            elif key in _FETCHED or (key == "href" and tag[1].lower() == "link"):
                fetched.append(value)
            elif key in ("href", "xlink:href"):
                links.append(value)
    return _Page(frozenset(ids), tuple(links), tuple(fetched), tuple(remote))


def _check_page(path: str, page: _Page, pages: dict[str, _Page], bundle: Bundle, findings: Findings) -> int:
    counted = 0
    for place in page.remote:
        findings.add("remote-resource", path, place[:120], "a file of the bundle")
    for link in page.fetched:
        parts = urlsplit(link)
        if parts.scheme != "data" and (parts.scheme or parts.netloc):
            findings.add("remote-resource", path, link[:120], "a file of the bundle")
        elif parts.scheme != "data":
            counted += _check_link(path, link, pages, bundle, findings)
    for link in page.links:
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc:
            counted += _check_link(path, link, pages, bundle, findings)
    return counted


def _check_link(path: str, link: str, pages: dict[str, _Page], bundle: Bundle, findings: Findings) -> int:
    parts = urlsplit(link)
    target = path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if target not in bundle.files:
        findings.add("dead-link", path, link[:120], "a file of the bundle")
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
        findings.add("dead-link", path, link[:120], f"an id in {target}")
    return 1
