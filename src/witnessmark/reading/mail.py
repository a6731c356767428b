"""Mail: headers and body as text, attachments as files of their own; a broken message keeps what can be read."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final

from witnessmark.evidence.text import Segment
from witnessmark.reading.decode import decode
from witnessmark.reading.errors import UnreadableError
from witnessmark.reading.extraction import Extraction, Part, tool
from witnessmark.reading.html import text_of_html
from witnessmark.reading.html_meta import parse_date

_HEADERS: Final = ("From", "Sender", "To", "Cc", "Date", "Subject")
_KEPT: Final = ("Message-ID", "In-Reply-To", "References", "Return-Path", "User-Agent", "X-Mailer")
_DELIMITER: Final = re.compile(rb"^--([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n(?=[A-Za-z-]+:)", re.MULTILINE)
_BOUNDARY: Final = re.compile(rb"(boundary\s*=\s*)(\"[^\"\r\n]*\"?|[^\s;]+)", re.IGNORECASE)


def read_mail(data: bytes) -> Extraction:
    """Return the headers a reader sees, an empty line, then the body; attachments are `parts` with their own bytes.

    The plain body is the text; an HTML body is turned into text where there is no plain one, else kept as a part. Where the
    declared boundary does not occur in the message, the one that does is used. Every defect found is in the notes.
    """
    message, notes = _parse(data)
    head = [f"{name}: {_header(message, name)}" for name in _HEADERS if _header(message, name)]
    if not head and not message.get_payload():
        raise UnreadableError(
            "this is not a mail message", expected="headers such as From: and Date:", do="Check its type"
        )
    body, parts = _contents(message, notes)
    content = "\n".join(head) + ("\n\n" + body if body else "")
    start = len(content) - len(body)
    return Extraction(
        content=content,
        kind="canonical",
        tool=tool("mail"),
        segments=(
            Segment(kind="header", start=0, end=len("\n".join(head)), label="headers"),
            *((Segment(kind="body", start=start, end=len(content), label="body"),) if body else ()),
        ),
        title=_header(message, "Subject"),
        published=parse_date(_header(message, "Date")),
        parts=tuple(parts),
        metadata={name: value for name in _KEPT if (value := _header(message, name))},
        notes=tuple(notes),
    )


def _parse(data: bytes) -> tuple[EmailMessage, list[str]]:
    message = message_from_bytes(data, policy=policy.default)
    notes = [f"defect: {_defect(defect)}" for part in message.walk() for defect in part.defects]
    if message.get_content_maintype() == "multipart" and not message.is_multipart():
        mended = _mend(data)
        if mended is not None:
            notes.append("the declared boundary does not occur; the parts were found by the one that does")
            return message_from_bytes(mended, policy=policy.default), notes
    return message, notes


def _mend(data: bytes) -> bytes | None:
    """Return the message with the boundary that its body uses written into its header, or None if it uses none."""
    head, _, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data else b"\n\n")
    used = _DELIMITER.search(b"\n" + body)
    if used is None or not _BOUNDARY.search(head):
        return None
    name = used[1].strip()
    return _BOUNDARY.sub(lambda match: match[1] + b'"' + name + b'"', head, count=1) + b"\n\n" + body


def _contents(message: EmailMessage, notes: list[str]) -> tuple[str, list[Part]]:
    plain: list[str] = []
    html: list[EmailMessage] = []
    parts: list[Part] = []
    for part in _leaves(message):
        kind, name = part.get_content_type(), part.get_filename() or ""
        attached = part.get_content_disposition() == "attachment" or bool(name)
        if kind == "text/plain" and not attached:
            plain.append(_text(part, notes))
        elif kind == "text/html" and not attached:
            html.append(part)
        else:
            parts.append(_part(part, name, len(parts) + 1))
    if plain or not html:
        parts += [_part(part, "", len(parts) + 1, role="alternative") for part in html]
        return "\n\n".join(plain).rstrip("\n"), parts
    notes.append("the body is HTML only; its text is derived from it")
    return "\n\n".join(text_of_html(_text(part, notes)) for part in html), parts


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts that hold something, in order; an attached message is one part and is not opened."""
    leaves, open_parts = [], [message]
    while open_parts:
        part = open_parts.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            open_parts += reversed([child for child in part.iter_parts() if isinstance(child, EmailMessage)])
        else:
            leaves.append(part)
    return leaves


def _text(part: EmailMessage, notes: list[str]) -> str:
    decoded = decode(_payload(part), part.get_content_charset() or "")
    notes += [note for note in decoded.notes if note not in notes]
    return decoded.text.replace("\r\n", "\n")


def _part(part: EmailMessage, name: str, number: int, *, role: str = "") -> Part:
    kind = part.get_content_type()
    inline = "inline" if part.get_content_disposition() == "inline" else "attachment"
    role = role or ("message" if kind == "message/rfc822" else inline)
    return Part(name=name or f"part-{number}", media_type=kind, data=_payload(part), role=role)


def _payload(part: EmailMessage) -> bytes:
    if part.get_content_maintype() == "message" and part.is_multipart():
        inner = part.get_payload()
        return (
            b"".join(item.as_bytes() for item in inner if isinstance(item, EmailMessage))
            if isinstance(inner, list)
            else b""
        )
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    try:
        if name == "Date":  # as it was written: the parsed header would show another form of it
            return " ".join(str(dict(message.raw_items()).get(name, "")).split())
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):  # the standard library fails on some broken addresses
        raw = dict(message.raw_items()).get(name, "")
        return " ".join(str(raw).split())


def _defect(defect: object) -> str:
    return f"{type(defect).__name__}: {str(defect) or (type(defect).__doc__ or '').split(chr(10))[0]}"
