"""What leaves with the report, read whole: pages, members, comments, tracked changes, layers, metadata, file names."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import ExifTags, Image, UnidentifiedImageError

from witnessmark.manuscript.companions import Companion, CompanionKind, Part
from witnessmark.release.readable import metadata_forms, plain_texts, readable, tagless

#: Words in a file's name, and endings, that tell what it is; the first that fits.
_KINDS: Final[tuple[tuple[CompanionKind, re.Pattern[str]], ...]] = (
    ("image", re.compile(r"\.(?:png|jpe?g|gif|webp|tiff?|bmp|svg)$")),
    ("press release", re.compile(r"press|media[ _-]?(?:release|note)|news[ _-]?release")),
    ("summary", re.compile(r"summary|abstract|factsheet|fact[ _-]sheet")),
    ("annex", re.compile(r"annex|appendix")),
    ("reply", re.compile(r"reply|response|comments?")),
    ("letter", re.compile(r"letter")),
)
#: Entries of a document's information that tell nothing of who made it.
_HARMLESS: Final = frozenset({"title", "producer", "creator", "creationdate", "moddate", "trapped"})
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_TAGS: Final = re.compile(r"<[^>]+>")
_DELETED: Final = re.compile(r"<w:(del|moveFrom)\b[^>]*>(.*?)</w:\1>", re.DOTALL)
_INSERTED: Final = re.compile(r"<w:(ins|moveTo)\b[^>]*?w:author=\"([^\"]*)\"")
_VANISHED: Final = re.compile(r"<w:r\b(?:(?!</w:r>).)*?<w:vanish\b(?:(?!</w:r>).)*?</w:r>", re.DOTALL)
_AUTHORS: Final = re.compile(r"<(?:dc:creator|cp:lastModifiedBy|Manager|Company)>([^<]+)<")
_HIDDEN_SHEET: Final = re.compile(r"<sheet\b[^>]*?name=\"([^\"]*)\"[^>]*?state=\"(?:hidden|veryHidden)\"")


def kind_of(name: str) -> CompanionKind:
    """Return what a file is, by its name: image, press release, summary, annex, reply, letter, else other."""
    lowered = Path(name).name.casefold()
    return next((kind for kind, pattern in _KINDS if pattern.search(lowered)), "other")


def read_companion(name: str, data: bytes) -> Companion:
    """Read one file; what does not open is told in `unread`, never passed over."""
    if not data:
        return Companion(name=name, kind=kind_of(name), unread="the file is empty")
    try:
        parts = tuple(_parts(data))
    except (pypdfium2.PdfiumError, pikepdf.PdfError, zipfile.BadZipFile, RuntimeError, OSError, ValueError) as error:
        return Companion(name=name, kind=kind_of(name), unread=f"it does not open: {error}")
    unread = "" if parts or _is_picture(data) else "nothing in it could be read as text"
    return Companion(name=name, kind=kind_of(name), parts=parts, unread=unread)


def _parts(data: bytes) -> Iterator[Part]:
    if data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        yield from _archive(data)
    elif _is_picture(data):
        yield from _picture(data)
    else:
        for text in dict.fromkeys(plain_texts(data, 3)):
            yield Part(place="text", text=text)
        text = data.decode("utf-8", errors="replace")
        for match in re.finditer(r"<!--(.*?)-->", text, re.DOTALL):
            yield Part(place="comment", text=match[1].strip(), hidden=True)


def _is_picture(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data)):
            return True
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        return False


def _picture(data: bytes) -> Iterator[Part]:
    """Metadata of a picture: EXIF by tag, text chunks, XMP; what has no letters is a measure, GPS is not."""
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        found: list[tuple[str, Any]] = [(ExifTags.TAGS.get(tag, str(tag)), value) for tag, value in exif.items()]
        found += [(ExifTags.TAGS.get(tag, str(tag)), value) for tag, value in exif.get_ifd(0x8769).items()]
        position = exif.get_ifd(0x8825)
        if position:
            words = ", ".join(f"{ExifTags.GPSTAGS.get(tag, tag)} {value}" for tag, value in position.items())
            yield Part(place="metadata: position (GPS)", text=words, hidden=True)
        found += [(str(key), value) for key, value in picture.info.items() if key not in {"exif", "icc_profile"}]
    for key, value in found:
        for text in metadata_forms(value):
            if _LETTERS.search(text) and text.isprintable():
                yield Part(place=f"metadata: {key}", text=text, hidden=True)


def _pdf(data: bytes) -> Iterator[Part]:
    with pypdfium2.PdfDocument(data) as document:
        for key, value in document.get_metadata_dict().items():
            if str(value).strip():
                yield Part(place=f"metadata: {key}", text=str(value), hidden=key.casefold() not in _HARMLESS)
        for number, page in enumerate(document, start=1):
            yield Part(place=f"p. {number}", text=page.get_textpage().get_text_range())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from _layers(pdf)
        yield from _comments(pdf)
        for name, attached in pdf.attachments.items():
            yield Part(place="attached file", text=name, hidden=True)
            for text in readable(attached.get_file().read_bytes()):
                yield Part(place=f"attached file {name}", text=text, hidden=True)
        if "/Metadata" in pdf.Root:
            text = bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8", errors="replace")
            told = re.findall(r"<(?:dc:creator|pdf:Author|xmp:Author|dc:description)\b.*?</", text, re.DOTALL)
            words = " ".join(tagless(one + ">") for one in told).strip()
            if words:
                yield Part(place="metadata: XMP", text=words, hidden=True)


def _layers(pdf: pikepdf.Pdf) -> Iterator[Part]:
    """Layers, and the text of those that are not shown."""
    if "/OCProperties" not in pdf.Root:
        return
    properties: Any = pdf.Root.OCProperties
    shown: Any = properties.get("/D", pikepdf.Dictionary())
    off = {one.objgen for one in shown.get("/OFF", pikepdf.Array())}
    for group in properties.get("/OCGs", pikepdf.Array()):
        name = str(group.get("/Name", ""))
        yield Part(
            place="layer that is not shown" if group.objgen in off else "layer",
            text=name or "without name",
            hidden=True,
        )


def _comments(pdf: pikepdf.Pdf) -> Iterator[Part]:
    for number, page in enumerate(pdf.pages, start=1):
        notes: Any = page.get("/Annots", pikepdf.Array())
        for note in notes:
            words = " ".join(str(note.get(key, "")) for key in ("/T", "/Contents", "/RC")).strip()
            if words and note.get("/Subtype") != "/Link":
                yield Part(place=f"comment on p. {number}", text=_TAGS.sub(" ", words), hidden=True)


def _archive(data: bytes) -> Iterator[Part]:
    """Members of a Word document, a workbook or an archive: comments, tracked changes, hidden sheets and authors apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.comment:
            yield Part(place="archive comment", text=archive.comment.decode("utf-8", errors="replace"), hidden=True)
        office = any(one.filename == "[Content_Types].xml" for one in archive.infolist())
        for member in archive.infolist():
            inside = archive.read(member)
            yield Part(place="member name", text=member.filename)
            if office and inside.lstrip().startswith(b"<"):
                yield from _office(member.filename, inside.decode("utf-8", errors="replace"))
            else:
                for text in readable(inside):
                    yield Part(place=member.filename, text=text)


def _office(name: str, text: str) -> Iterator[Part]:
    hidden = "comments" in name.casefold() or "revisions" in name.casefold() or "people.xml" in name
    if words := tagless(text).strip():
        yield Part(place=name, text=words, hidden=hidden)
        spaced = " ".join(_TAGS.sub(" ", text).split())
        yield Part(place=name, text=spaced, hidden=hidden)
    if "docProps/" in name:
        for match in _AUTHORS.finditer(text):
            yield Part(place=f"{name}: author", text=match[1], hidden=True)
    for match in _DELETED.finditer(text):
        if words := tagless(match[2]).strip():
            yield Part(place=f"{name}: deleted text", text=words, hidden=True)
    for author in dict.fromkeys(match[2] for match in _INSERTED.finditer(text)):
        yield Part(place=f"{name}: tracked change by", text=author or "nobody named", hidden=True)
    for match in _VANISHED.finditer(text):
        if words := tagless(match[0]).strip():
            yield Part(place=f"{name}: hidden text", text=words, hidden=True)
    for match in _HIDDEN_SHEET.finditer(text):
        yield Part(place=f"{name}: hidden sheet", text=match[1], hidden=True)
