"""Metadata that a file carries within itself (Berkeley Protocol, collection, e): EXIF, PDF, Office, sound headers."""

import warnings
import wave
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, Final

import pikepdf
from lxml import etree
from PIL import ExifTags, Image, UnidentifiedImageError

from witnessmark.capture.media_types import DOCX, XLSX

_LONGEST: Final = 500
_CORE: Final = "docProps/core.xml"
_CORE_LIMIT: Final = 1 << 20
_ID3: Final = {
    b"TIT2": "title",
    b"TPE1": "artist",
    b"TALB": "album",
    b"TYER": "year",
    b"TDRC": "recorded",
    b"TENC": "encoder",
}
_ID3_TEXTS: Final = ("latin-1", "utf-16", "utf-16-be", "utf-8")


def embedded_metadata(stream: BinaryIO, media_type: str) -> dict[str, str]:
    """Return what the file says about itself, names as its format gives them; {} for formats without.

    Damage there is no reason to refuse a file: what cannot be read is told under `unreadable`. GPS positions are
    decimal degrees, `latitude` and `longitude`: they may endanger people and stay inside.
    """
    reader = _READERS.get(media_type) or (_picture if media_type.startswith("image/") else None)
    if reader is None:
        return {}
    stream.seek(0)
    try:
        with warnings.catch_warnings(record=True) as damage:
            warnings.simplefilter("always")
            found = reader(stream)
    except _FAULTS as error:
        return {"unreadable": f"{type(error).__name__}: {error}"[:_LONGEST]}
    found |= {"damaged": str(damage[0].message)} if damage else {}
    return {name: value for name, text in found.items() if (value := _clean(text))}


def _clean(value: object) -> str:
    text = value.decode("utf-8", errors="replace") if isinstance(value, bytes) else str(value)
    return " ".join(text.replace("\0", " ").split())[:_LONGEST]


def _picture(stream: BinaryIO) -> dict[str, Any]:
    with Image.open(stream) as image:
        found: dict[str, Any] = {"width": image.width, "height": image.height}
        exif = image.getexif()
    found |= {
        ExifTags.TAGS[tag]: value for tag, value in exif.items() if tag in ExifTags.TAGS and not isinstance(value, dict)
    }
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    kept = {tag: value for tag, value in detail.items() if tag in ExifTags.TAGS and not isinstance(value, bytes | dict)}
    found |= {ExifTags.TAGS[tag]: value for tag, value in kept.items()}
    found.pop("ExifOffset", None)
    found.pop("GPSInfo", None)
    return found | _position(exif.get_ifd(ExifTags.IFD.GPSInfo))


def _position(gps: dict[int, Any]) -> dict[str, str]:
    found = {}
    for name, value, reference, negative in (
        ("latitude", ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, "S"),
        ("longitude", ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, "W"),
    ):
        if value in gps and len(gps[value]) == 3:  # noqa: PLR2004  (degrees, minutes, seconds)
            degrees, minutes, seconds = (float(part) for part in gps[value])
            sign = -1 if gps.get(reference) == negative else 1
            found[name] = f"{sign * (degrees + minutes / 60 + seconds / 3600):.6f}"
    return found


def _pdf(stream: BinaryIO) -> dict[str, Any]:
    with pikepdf.open(stream, suppress_warnings=True) as document:
        found = {str(key).lstrip("/"): str(value) for key, value in document.docinfo.items()}
        return {"pages": str(len(document.pages)), "version": document.pdf_version, **found}


def _office(stream: BinaryIO) -> dict[str, Any]:
    with zipfile.ZipFile(stream) as archive:
        if _CORE not in archive.namelist():
            return {}
        with archive.open(_CORE) as member:
            data = member.read(_CORE_LIMIT)
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    return {etree.QName(child).localname: child.text or "" for child in root if isinstance(child.tag, str)}


def _wave(stream: BinaryIO) -> dict[str, Any]:
    with wave.open(stream) as sound:
        rate = sound.getframerate()
        return {"seconds": f"{sound.getnframes() / rate:.3f}", "channels": sound.getnchannels(), "rate": rate}


def _id3(stream: BinaryIO) -> dict[str, Any]:
    head = stream.read(10)
    if not head.startswith(b"ID3"):
        return {}
    size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    body, found, position = stream.read(min(size, _CORE_LIMIT)), {}, 0
    while position + 10 < len(body) and body[position : position + 4].strip(b"\0"):
        name, length = body[position : position + 4], int.from_bytes(body[position + 4 : position + 8], "big")
        text = body[position + 10 : position + 10 + length]
        if name in _ID3 and text and text[0] < len(_ID3_TEXTS):
            found[_ID3[name]] = text[1:].decode(_ID3_TEXTS[text[0]], errors="replace")
        position += 10 + length
    return found


_FAULTS: Final = (
    UnidentifiedImageError, Image.DecompressionBombError, pikepdf.PdfError, zipfile.BadZipFile, wave.Error, etree.XMLSyntaxError,
    zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, SyntaxError, KeyError, TypeError,
    ZeroDivisionError, IndexError,
)  # fmt: skip
_READERS: Final[dict[str, Callable[[BinaryIO], dict[str, Any]]]] = {
    "application/pdf": _pdf, DOCX: _office, XLSX: _office, "audio/wav": _wave, "audio/mpeg": _id3,
    "image/svg+xml": lambda _stream: {},
}  # fmt: skip
