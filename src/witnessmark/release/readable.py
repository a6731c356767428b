"""Every text that a reader could get out of a file: pages, metadata, members of archives, parts of mail."""

import html
import io
import json
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import unquote

import pikepdf
import pypdfium2
from PIL import Image, UnidentifiedImageError

from witnessmark.reading.decode import decode

#: A file inside an archive inside an archive is opened; what lies deeper is searched as bytes.
DEPTH = 3
#: Members larger than this are not opened: no text that a release carries is.
MEMBER_BYTES = 64 * 1024**2


def readable(data: bytes, depth: int = DEPTH) -> Iterator[str]:
    """Yield the texts in the bytes, whatever the file is called; what cannot be opened yields its bytes as text only."""
    if data.startswith(b"%PDF"):
        yield from pdf_texts(data)
    elif data.startswith(b"PK\x03\x04") and depth:
        yield from archive_texts(data, depth)
    elif picture := picture_texts(data):
        yield from picture
    else:
        yield from plain_texts(data, depth)


def plain_texts(data: bytes, depth: int) -> Iterator[str]:
    """Yield the text as it stands and as a browser, a JSON reader or a mail reader would show it."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", errors="replace")
    yield text
    if "\ufffd" in text:
        yield decode(data).text
    if data.lstrip().startswith(b"<"):
        yield tagless(text)
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield from json_texts(text)
    if depth and b"\nMIME-Version:" in data[:20_000]:
        yield from mail_texts(data, depth)


def json_texts(text: str) -> Iterator[str]:
    """Yield a JSON document with its escapes resolved; nothing when it is none."""
    try:
        yield json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return


def mail_texts(data: bytes, depth: int) -> Iterator[str]:
    """Yield headers and parts of a message, decoded."""
    message = message_from_bytes(data, policy=policy.default)
    yield "\n".join(f"{name}: {value}" for name, value in message.items())
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if isinstance(part, EmailMessage) and isinstance(payload, bytes):
            yield part.get_filename() or ""
            yield payload.decode(part.get_content_charset() or "utf-8", errors="replace")
            yield from readable(payload, depth - 1)


def archive_texts(data: bytes, depth: int) -> Iterator[str]:
    """Yield names and contents of the members of a zip (also DOCX and XLSX), and its comment."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", errors="replace")
            for member in archive.infolist():
                yield member.filename
                if member.file_size <= MEMBER_BYTES:
                    inside = archive.read(member)
                    yield from readable(inside, depth - 1)
                    yield without_tags(inside)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return


def without_tags(data: bytes) -> str:
    """Return the text of XML with its tags taken out: a name may be cut into runs."""
    if not data.lstrip().startswith(b"<"):
        return ""
    return tagless(data.decode("utf-8", errors="replace"))


def tagless(text: str) -> str:
    """Return the text of a page with its tags taken out and its character references resolved."""
    return html.unescape("".join(piece.partition(">")[2] for piece in text.split("<")))


def pdf_texts(data: bytes) -> Iterator[str]:
    """Yield the text layer, the metadata and the names of attachments of a PDF."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            yield "\n".join(str(value) for value in document.get_metadata_dict().values())
            for page in document:
                yield page.get_textpage().get_text_range()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image":
                    yield item.read_bytes().decode("utf-8", errors="replace")
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        return


def picture_texts(data: bytes) -> list[str]:
    """Return what the metadata of a picture say; empty when it is no picture or says nothing."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            exif = picture.getexif()
            parts = [exif, *(exif.get_ifd(number) for number in (0x8769, 0x8825))]
            values = [value for part in parts for value in part.values()] + list(picture.info.values())
    except (UnidentifiedImageError, OSError, SyntaxError):
        return []
    return [text for value in values for text in metadata_forms(value)]


def metadata_forms(value: object) -> list[str]:
    """Return a metadata value as text, in the encodings that cameras and editors use."""
    if isinstance(value, bytes):
        return [value.decode(encoding, errors="replace") for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    text = str(value)
    try:  # readers of EXIF take UTF-8 for Latin-1
        return [text, text.encode("latin-1").decode("utf-8")] if not text.isascii() else [text]
    except UnicodeError:
        return [text]
