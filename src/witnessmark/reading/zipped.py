"""Members of zipped documents, read only up to what a document can reasonably hold."""

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from witnessmark.reading.errors import EncryptedDocumentError, UnreadableError, UnsafeArchiveError

#: Real documents stay far below; a zip bomb does not.
_MEMBER: Final = 256 << 20
_TOTAL: Final = 1 << 30
_ENTRIES: Final = 20_000
#: What the standard library raises on damaged or exotic zipped files.
FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_PARSER: Final = {"resolve_entities": False, "no_network": True, "huge_tree": True, "load_dtd": False}
_ENCRYPTED_FLAG: Final = 0x1


def open_zipped(data: bytes) -> zipfile.ZipFile:
    """Open a zipped document; raise `UnreadableError`, `EncryptedDocumentError` or `UnsafeArchiveError` when it is unfit."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        raise UnreadableError(
            "this zipped document is damaged", got=str(error), expected="a whole file", do="Get the file again"
        ) from error
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > _ENTRIES or total > _TOTAL or any(entry.file_size > _MEMBER for entry in entries):
        raise UnsafeArchiveError(
            "this zipped document unpacks to too much",
            got=f"{len(entries)} members, {total} bytes",
            expected=f"at most {_ENTRIES} members, {_TOTAL} bytes",
            do="Do not open it; ask the source what it holds",
        )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise EncryptedDocumentError(
            "this document is encrypted", expected="one without a password", do="Ask the source for an open copy"
        )
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return the bytes of a member, None if there is none of that name; never more than its header admits to."""
    try:
        with archive.open(name) as stream:
            data = stream.read(_MEMBER + 1)
    except KeyError:
        return None
    except FAULTS as error:
        raise UnreadableError("a member of this document is damaged", where=name, got=str(error)) from error
    if len(data) > _MEMBER:
        raise UnsafeArchiveError("a member unpacks to more than it says", where=name, expected=f"{_MEMBER} bytes")
    return data


def xml_member(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of an XML member, without entities, DTDs or network; None if there is none of that name."""
    data = member(archive, name)
    if data is None:
        return None
    try:
        return etree.fromstring(data, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        raise UnreadableError("a member of this document is not XML", where=name, got=str(error)) from error
