"""What kind of file it is, told by its content; what its name says is compared, never believed."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import puremagic

from witnessmark.capture.media_types import BRANDS, DOCX, EXTENSIONS, KINDS, MAGIC, RIFF, SAME_BOX, TEXTS, XLSX

HEAD: Final = 1 << 16
TAIL: Final = 1 << 16
#: Below this, puremagic has seen two bytes alike, which is no sign.
_LIKELY: Final = 0.8
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|div|article|table|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_SVG: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype[^>]*>\s*)*<svg\b", re.IGNORECASE | re.DOTALL
)
_HEADER: Final = re.compile(
    rb"(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to|cc|content-type|sender):",
    re.IGNORECASE,
)
_HEADER_LINE: Final = re.compile(rb"[!-9;-~]+:|[ \t]|$")
#: NUL and control characters that no text holds; tab, line ends, form feed, escape and Ctrl-Z do occur.
_BINARY: Final = re.compile(rb"[\0-\x06\x0e-\x19\x1c-\x1f\x7f]")


@dataclass(frozen=True)
class MediaType:
    """What the content is: media type, broad kind, and what else was noticed.

    `kind`: text, page, mail, document, table, image, audio, video, archive or unknown (then `media_type` is "").
    `expected` is the media type that the extension promises, if it is not the one found.
    """

    media_type: str
    kind: str
    notes: tuple[str, ...] = ()
    expected: str = ""


def sniff(head: bytes, tail: bytes = b"", name: str = "") -> MediaType:
    """Return what the content is, from its first and last 64 KiB; a name that says otherwise sets `expected`."""
    extension = PurePosixPath(name).suffix.lower()
    promised = EXTENSIONS.get(extension, "")
    found = _binary(head, tail) or _textual(head, promised)
    found = _settle(found, promised)
    if not found:
        return MediaType("", "unknown", expected=promised)
    if promised and promised != found:
        return MediaType(
            found, _kind(found), (f"the extension {extension} says {promised}, the content is {found}",), promised
        )
    return MediaType(found, _kind(found))


def _binary(head: bytes, tail: bytes) -> str:
    magic = next((kind for mark, kind in MAGIC if head.startswith(mark)), "")
    if magic == "image/bmp" and head[6:10] != b"\0\0\0\0":
        magic = ""  # a text may open with BM; a picture has four reserved zero bytes
    if magic == "video/webm" or head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], magic or "video/mp4")
    if head.startswith(b"RIFF"):
        return RIFF.get(head[8:12], "")
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, tail)
    if b"%PDF-" in head[:1024] and not magic and b"%%EOF" in tail:
        return "application/pdf"  # bytes before the header are allowed (PDF 1.7, appendix H.3.4.1)
    return magic or _mpeg(head)


def _mpeg(head: bytes) -> str:
    """Tell an MP3 without tags: two frames in a row, since two bytes alone are chance."""
    return (
        "audio/mpeg" if re.match(rb"\xff[\xe2-\xff][^\xff].{100,2000}?\xff[\xe2-\xff]", head[:2100], re.DOTALL) else ""
    )


def _zipped(head: bytes, tail: bytes) -> str:
    names = head + tail
    if b"word/document" in names:
        return DOCX
    return XLSX if b"xl/workbook" in names else "application/zip"


def _textual(head: bytes, promised: str) -> str:
    plain = _narrow(head)
    if plain is None or not plain.strip():
        return _other(head)
    if _SVG.match(plain):
        return "image/svg+xml"
    if _HTML.match(plain) or (promised == "text/html" and re.search(rb"<[a-z!/][^>]*>", plain, re.IGNORECASE)):
        return "text/html"
    if plain.lstrip().startswith(b"<?xml") or plain.startswith((b"{\\rtf", b"%!PS")):
        return ""
    if _is_mail(plain, promised):
        return "message/rfc822"
    return promised if promised in TEXTS else "text/plain"


def _narrow(head: bytes) -> bytes | None:
    """Return the head as a superset of ASCII, or None when it is no text in any encoding that is read."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, errors="replace").encode()
    sample = head[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) > len(sample) // 8:
        return head.decode("utf-16-le" if odd else "utf-16-be", errors="replace").encode()
    strange = len(_BINARY.findall(head))
    return None if strange > len(head) // 500 else head.removeprefix(b"\xef\xbb\xbf")


def _is_mail(plain: bytes, promised: str) -> bool:
    block = re.split(rb"\r?\n\r?\n", plain, maxsplit=1)[0]
    lines = re.split(rb"\r?\n", block)
    lines = lines[1:] if lines[0].startswith(b"From ") else lines
    known = sum(_HEADER.match(line) is not None for line in lines)
    if not lines or any(_HEADER_LINE.match(line) is None for line in lines[:-1]) or not known:
        return False
    # A typed memo opens with From and To as a mail does: only a name that says mail, or a mail's own headers, decide.
    own = re.search(rb"^(?:message-id|mime-version|received|return-path):", block, re.IGNORECASE | re.MULTILINE)
    return promised == "message/rfc822" or (own is not None and promised not in TEXTS)


def _other(head: bytes) -> str:
    """Ask puremagic for pictures, sound and video that the table above does not know."""
    try:
        guesses = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    likely = [guess.mime_type for guess in guesses if guess.confidence >= _LIKELY]
    return next((kind for kind in likely if kind.startswith(("image/", "audio/", "video/"))), "")


def _settle(found: str, promised: str) -> str:
    """Let the name decide where one container holds what several names promise."""
    return promised if found in SAME_BOX and promised in SAME_BOX else found


def _kind(media_type: str) -> str:
    family = media_type.partition("/")[0]
    if family in {"image", "audio", "video"}:
        return family
    return KINDS.get(media_type, "text")
