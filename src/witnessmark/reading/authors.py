"""Who speaks in a text that speaks for itself: the sender of a letter, the body whose report it is; nobody for a news story."""

import re
from collections.abc import Mapping, Sequence
from email.utils import parseaddr
from typing import Final

from witnessmark.evidence.text import Segment

_FROM: Final = re.compile(r"^From:[ \t]*(?P<from>\S[^\n]{0,300})", re.MULTILINE)
_CLOSING: Final = re.compile(
    r"^[ \t]*(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: yours| submitted)?|"
    r"(?:with )?(?:kind|best|warm) regards|regards|for and on behalf of)[ \t]*,?[ \t]*\n\s*(?P<name>\S[^\n,]{1,80})",
    re.IGNORECASE | re.MULTILINE,
)
_NAME: Final = r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and|the|on)\s)*[A-Z][\w’'&.-]*){0,9}"
#: What a title page or an imprint says: "A report by Reed Watch", "Published by …", "© 2031 …".
_IMPRINT: Final = re.compile(
    rf"(?:\b(?i:report|briefing|study|paper|submission)\s(?i:by|of)|\b(?i:published|prepared|issued|submitted)\s(?i:by)|©\s*\d{{4}})"
    rf"\s+(?:the\s+)?(?P<name>{_NAME})"
)
#: A text that calls itself a report, or says *we* of its makers' work, is no news story.
_WORK: Final = (
    "interviewed|spoke|verified|documented|reviewed|found|identified|estimate[sd]?|counted|recorded|collected|compared"
)
_ITSELF: Final = re.compile(
    r"\b(?:this (?:report|briefing|study|paper|submission|assessment)|"
    rf"(?:we|our (?:researchers|team|staff)) (?:have )?(?:{_WORK})|"
    r"our (?:findings|estimate|figures?|count|methodology))\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“\"][^”\"\n]{0,600}[”\"]")
_SUFFIX: Final = re.compile(r"\s+(?:\d{4}|[Aa]ll|[Rr]ights)\b.*$|[.,;:]+$")
#: So many code points of the first and last pages are looked at for an imprint.
_EDGE: Final = 2_000
_LONGEST: Final = 120
#: So many lines a title page has before its text.
_TITLE_LINES: Final = 12


def author_of(content: str, segments: Sequence[Segment], metadata: Mapping[str, str]) -> str:
    """Return the name of whoever speaks in a text in his own name; "" where the text is not such a one, or names nobody.

    A mail's is its sender, by name, else who signs it. A letter without headers is its signer's. A paged document that calls
    itself a report is of the body that its metadata, else its imprint name.
    """
    head = next((segment for segment in segments if segment.kind == "header"), None)
    sender = _FROM.search(content, head.start, head.end) if head is not None else None
    if sender is not None:
        return parseaddr(sender["from"])[0].strip(" \"'") or _signer(content)
    if _signer(content):
        return _signer(content)
    paged = any(segment.kind == "page" for segment in segments)
    return _body(content, metadata) if paged and _ITSELF.search(_QUOTED.sub(" ", content)) else ""


def _signer(content: str) -> str:
    """Return who signs a letter, whose last lines the closing phrase and the name are."""
    closings = list(_CLOSING.finditer(content, max(0, len(content) - _EDGE)))
    return _tidy(closings[-1]["name"]) if closings and closings[-1]["name"][0].isupper() else ""


def _body(content: str, metadata: Mapping[str, str]) -> str:
    given = _tidy(metadata.get("Author", ""))
    if given and len(given) <= _LONGEST and re.match(_NAME, given):
        return given
    for start, end in ((0, _EDGE), (max(0, len(content) - _EDGE), len(content))):
        imprint = _IMPRINT.search(content, start, end)
        if imprint is not None:
            return _tidy(imprint["name"])
    return _on_the_title_page(content)


def _on_the_title_page(content: str) -> str:
    """Return the name that stands alone in one of the first lines and that the report itself says did the work."""
    lines = [line.strip() for line in content[:_EDGE].splitlines()[:_TITLE_LINES]]
    names = [line for line in lines if len(line) <= _LONGEST and " " in line and re.fullmatch(_NAME, line)]
    did = r"\s+(?:has\s+|have\s+)?(?:" + _WORK + r")\b"
    return next((name for name in names if re.search(re.escape(name) + did, content)), "")


def _tidy(name: str) -> str:
    return _SUFFIX.sub("", " ".join(name.split()))
