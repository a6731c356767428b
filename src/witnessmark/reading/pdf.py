"""PDF: the text layer page by page; a scan without one gives an empty text, never a guess."""

import re
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from witnessmark.evidence.text import Segment
from witnessmark.reading.errors import EncryptedDocumentError, UnreadableError
from witnessmark.reading.extraction import Extraction, tool

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: PDFium writes one of these for a hyphen at a line's end and swallows the line end with it.
_LINE_HYPHEN: Final = re.compile("[\ufffe\x02]")


def read_pdf(data: bytes) -> Extraction:
    """Return the text layer, pages joined by a line end, a segment "p. 7" for each page (counted from 1).

    Hyphens at line ends stay, with the line end after them. Where right-to-left letters occur `trusted_layout` is False: their
    order cannot be relied on, whatever the producer. Raises `EncryptedDocumentError` or `UnreadableError`.
    """
    document = _open(data)
    try:
        pages, broken = _pages(document)
        labels = [document.get_page_label(index) for index in range(len(pages))]
        metadata = {key: value for key, value in document.get_metadata_dict().items() if value}
    finally:
        document.close()
    content, segments = _join(pages)
    return Extraction(
        content=content if content.strip() else "",
        kind="canonical",
        tool=tool("pdf", "pypdfium2"),
        segments=segments if content.strip() else (),
        title=metadata.get("Title", ""),
        trusted_layout=_RIGHT_TO_LEFT.search(content) is None,
        metadata=metadata,
        notes=(*_notes(pages, labels, content), *broken),
    )


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedDocumentError(
                "this PDF opens only with a password",
                expected="a PDF without encryption",
                do="Ask the source for an open copy, keep both, and say which one was read",
            ) from error
        raise UnreadableError(
            "this is not a whole PDF",
            got=str(error),
            expected="a PDF that opens",
            do="Get the file again; keep this one if no other can be had",
        ) from error


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[str], list[str]]:
    """Return the text of every page, and a note for each page that does not load (its text is then empty)."""
    pages, broken = [], []
    for index in range(len(document)):
        try:
            pages.append(_page_text(document[index]))
        except pypdfium2.PdfiumError as error:
            pages.append("")
            broken.append(f"p. {index + 1} is damaged and was not read: {error}")
    return pages, broken


def _page_text(page: pypdfium2.PdfPage) -> str:
    try:
        text_page = page.get_textpage()
        try:
            raw = text_page.get_text_range()
        finally:
            text_page.close()
    finally:
        page.close()
    return _LINE_HYPHEN.sub("-\n", raw.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def _join(pages: list[str]) -> tuple[str, tuple[Segment, ...]]:
    segments, position = [], 0
    for number, text in enumerate(pages, start=1):
        segments.append(Segment(kind="page", start=position, end=position + len(text), label=f"p. {number}"))
        position += len(text) + 1
    return "\n".join(pages), tuple(segments)


def _notes(pages: list[str], labels: list[str], content: str) -> list[str]:
    notes = [f"{len(pages)} pages"]
    if not content.strip():
        notes.append("no text layer: attest a transcription")
    elif empty := [str(number) for number, text in enumerate(pages, start=1) if not text.strip()]:
        notes.append(f"no text on p. {', '.join(empty)}: attest a transcription of what is seen there")
    if any(label and label != str(number) for number, label in enumerate(labels, start=1)):
        notes.append("printed page numbers differ from the count of pages, which is what “p. 7” means here")
    if _RIGHT_TO_LEFT.search(content):
        notes.append("right-to-left text: its order in a PDF is not reliable; attest a transcription before quoting")
    return notes
