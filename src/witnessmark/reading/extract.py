"""Bytes to text: the one entrance to the readers of each format."""

from collections.abc import Callable

import msgspec

from witnessmark.reading.errors import UnsupportedTypeError
from witnessmark.reading.extraction import Extraction, Part

__all__ = ["Extraction", "Part", "extract", "supported"]


def extract(data: bytes, media_type: str, *, address: str = "", charset: str = "") -> Extraction:
    """Return the text of `data`, read as `media_type` says (parameters such as charset may follow it).

    `charset` is what the carrier declared (an HTTP header), `address` where a page comes from. Raises `UnsupportedTypeError`,
    `UnreadableError`, `EncryptedDocumentError` or `UnsafeArchiveError`. Images, sound and video give an empty content.
    """
    kind, _, parameters = media_type.partition(";")
    reader = _reader(kind.strip().lower())
    return reader(data, charset or _charset(parameters), address)


def supported(media_type: str) -> bool:
    """Tell whether there is a reader for this media type."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind in _READERS or kind.startswith(("image/", "audio/", "video/"))


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


Reader = Callable[[bytes, str, str], Extraction]


def _reader(kind: str) -> Reader:
    if kind in _READERS:
        return _READERS[kind]
    if kind.startswith(("image/", "audio/", "video/")):
        return lambda data, _charset, _address: _media(data, kind)
    raise UnsupportedTypeError(
        "there is no reader for this kind of file",
        got=kind or "no media type",
        expected=", ".join(sorted(_READERS)) + ", image/*, audio/* or video/*",
        do="Keep the file as it is and attest a transcription of what it says",
    )


def _plain(data: bytes, charset: str, _address: str) -> Extraction:
    from witnessmark.reading.plain import read_plain

    return read_plain(data, charset=charset)


def _html(data: bytes, charset: str, address: str) -> Extraction:
    from witnessmark.reading.html import read_html

    return read_html(data, charset=charset, address=address)


def _pdf(data: bytes, _charset: str, _address: str) -> Extraction:
    from witnessmark.reading.pdf import read_pdf

    return read_pdf(data)


def _docx(data: bytes, _charset: str, _address: str) -> Extraction:
    from witnessmark.reading.docx import read_docx

    return read_docx(data)


def _mail(data: bytes, _charset: str, _address: str) -> Extraction:
    from witnessmark.reading.mail import read_mail

    return read_mail(data)


def _csv(data: bytes, charset: str, _address: str) -> Extraction:
    from witnessmark.reading.table import read_csv

    return read_csv(data, charset=charset)


def _xlsx(data: bytes, _charset: str, _address: str) -> Extraction:
    from witnessmark.reading.table import read_xlsx

    return read_xlsx(data)


def _warc(data: bytes, charset: str, address: str) -> Extraction:
    from witnessmark.reading.warc import payload_of

    payload = payload_of(data)
    inner = extract(payload.data, payload.media_type, address=address or payload.address, charset=charset)
    return msgspec.structs.replace(inner, notes=(*payload.notes, *inner.notes))


def _media(data: bytes, kind: str) -> Extraction:
    from witnessmark.reading.media import read_media

    return read_media(data, kind)


#: Media type → reader. The readers are imported when first needed: each brings a library of its own.
_READERS: dict[str, Reader] = {
    "text/plain": _plain,
    "text/markdown": _plain,
    "text/html": _html,
    "application/xhtml+xml": _html,
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
    "message/rfc822": _mail,
    "text/csv": _csv,
    "text/tab-separated-values": _csv,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _xlsx,
    "application/warc": _warc,
}
