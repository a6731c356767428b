"""PDF files: whole, cut short, or locked."""

from typing import BinaryIO, Final

import pikepdf

from witnessmark.capture.errors import DamagedFileError, EncryptedFileError

_EOF: Final = b"%%EOF"


def check_pdf(stream: BinaryIO, tail: bytes, *, name: str) -> tuple[str, ...]:
    """Raise for a PDF that is cut short, broken or locked; return notes on one that is only odd.

    A PDF ends with `%%EOF` (ISO 32000-1, 7.5.5). One that opens without a password although it is encrypted is taken in.
    """
    try:
        with pikepdf.open(stream, attempt_recovery=False, suppress_warnings=True) as document:
            return _notes(document)
    except pikepdf.PasswordError as error:
        raise EncryptedFileError(
            "this PDF opens only with a password", where=name, expected="a PDF that opens",
            do="Ask the source for an open copy, or open it with the source's password and capture both",
        ) from error  # fmt: skip
    except pikepdf.PdfError as error:
        if _EOF not in tail:
            raise _broken("this PDF is cut short", name, f"no {_EOF.decode()} at its end") from error
        return _recovered(stream, name)


def _recovered(stream: BinaryIO, name: str) -> tuple[str, ...]:
    stream.seek(0)
    try:
        with pikepdf.open(stream, suppress_warnings=True) as document:
            if len(document.pages) == 0:
                raise _broken("this PDF holds no page", name, "0 pages")
            return ("the table of the PDF's parts is damaged; it opens after repair in memory", *_notes(document))
    except pikepdf.PdfError as error:
        raise _broken("this PDF is broken", name, str(error)) from error


def _notes(document: pikepdf.Pdf) -> tuple[str, ...]:
    if len(document.pages) == 0:
        return ("the PDF holds no page",)
    return ("the PDF restricts what may be done with it; it opens without a password",) if document.is_encrypted else ()


def _broken(what: str, name: str, got: str) -> DamagedFileError:
    return DamagedFileError(
        what, where=name, got=got, expected="a whole PDF", do="Get the file again from where it came"
    )
