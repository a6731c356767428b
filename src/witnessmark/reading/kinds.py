"""Which reader a file gets when nobody names its media type: its first bytes decide, then the ending of its name."""

import re
from pathlib import PurePath
from typing import Final

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ENDINGS: Final = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".md": "text/markdown", ".markdown": "text/markdown",
    ".csv": "text/csv", ".tsv": "text/tab-separated-values", ".eml": "message/rfc822", ".pdf": "application/pdf",
    ".docx": DOCX, ".xlsx": XLSX, ".warc": "application/warc",
}  # fmt: skip
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|div|article|p)\b",
    re.IGNORECASE,
)
_HEAD: Final = 4096


def kind_of_text(text: str, name: str = "") -> str:
    """Return text/html for text that opens as a web page does, else what the name's ending says, else text/plain."""
    return "text/html" if _PAGE.match(text[:_HEAD]) else _ENDINGS.get(PurePath(name).suffix.lower(), "text/plain")


def kind_of(data: bytes, name: str = "") -> str:
    """Return the media type under which a file's bytes are read; what is no known container is text."""
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    if data.startswith(b"WARC/1."):
        return "application/warc"
    if data.startswith(b"PK\x03\x04"):
        return XLSX if b"xl/workbook" in data else DOCX
    return kind_of_text(data[:_HEAD].decode("utf-8", errors="replace").lstrip("\ufeff"), name)
