"""Redaction of a PDF by pixels: render, draw, write a new PDF that holds nothing but the pictures."""

import io
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from witnessmark.release.errors import RedactionError
from witnessmark.release.redact_text import occurrences
from witnessmark.release.redaction import Redaction

#: Enough to read small print, at a few hundred kB a page.
DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72
#: Points added round found words: glyphs reach over their boxes.
MARGIN: Final = 1.5
BLACK: Final = (0, 0, 0)
Rectangle = tuple[float, float, float, float]


def redact_pdf(data: bytes, redactions: Sequence[Redaction]) -> bytes:
    """Return a new image-only PDF in which every redaction is a black rectangle.

    Words are looked up in the text layer; rectangles are taken as they are. Nothing of the old file is copied but
    pixels. Raises `RedactionError` when words are not found and no rectangle has the same label, or a rectangle lies
    on no page.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RedactionError(
            "the PDF cannot be opened", got=str(error), expected="a PDF that is not encrypted"
        ) from error
    with document:
        found = [rectangles(document[number], number + 1, redactions) for number in range(len(document))]
        check_all_found(document, redactions)
        return image_only(
            [(document[number].get_size(), drawn(document[number], rects)) for number, rects in enumerate(found)]
        )


def check_all_found(document: pypdfium2.PdfDocument, redactions: Sequence[Redaction]) -> None:
    """Refuse when a redaction points nowhere: publishing the page would then publish the words."""
    texts = [page.get_textpage().get_text_range() for page in document]
    pointed_at = {redaction.label for redaction in redactions if redaction.rect}
    for redaction in redactions:
        if redaction.rect and not 1 <= redaction.page <= len(texts):
            raise RedactionError(
                "a rectangle lies on a page that the PDF does not have",
                got=f"page {redaction.page}",
                expected=f"1 to {len(texts)}",
            )
        if (
            redaction.quote
            and redaction.label not in pointed_at
            and not any(occurrences(text, redaction.quote) for text in texts)
        ):
            raise RedactionError(
                "words to be redacted are not in the text layer of the PDF",
                got=f"a redaction labelled {redaction.label!r}",
                expected="words that stand on a page",
                do="Give page and rectangle under the same label: scans have no text layer, right-to-left ones mislead",
            )


def rectangles(page: pypdfium2.PdfPage, number: int, redactions: Sequence[Redaction]) -> list[Rectangle]:
    """Return every rectangle to be blackened on this page, in PDF points."""
    given = [redaction.rect for redaction in redactions if redaction.rect and redaction.page == number]
    text = page.get_textpage()
    whole = text.get_text_range()
    spans = [span for redaction in redactions if redaction.quote for span in occurrences(whole, redaction.quote)]
    return given + [box for start, end in spans for box in boxes(text, start, end)]


def boxes(text: pypdfium2.PdfTextPage, start: int, end: int) -> Iterator[Rectangle]:
    """Yield the box of each visible character in the span, a little enlarged."""
    for index in range(start, end):
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if right > left and top > bottom:
            yield left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN


def drawn(page: pypdfium2.PdfPage, rects: Sequence[Rectangle]) -> Image.Image:
    """Return the page as a picture with the rectangles blackened; grey where the page has no colour."""
    bitmap = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, may_draw_forms=True)
    place = bitmap.get_posconv(page)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    pen = ImageDraw.Draw(picture)
    for left, bottom, right, top in rects:
        (x1, y1), (x2, y2) = place.to_bitmap(left, bottom), place.to_bitmap(right, top)
        pen.rectangle((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), fill=BLACK)
    red, green, blue = picture.split()
    return red if red.tobytes() == green.tobytes() == blue.tobytes() else picture


def image_only(pages: Sequence[tuple[tuple[float, float], Image.Image]]) -> bytes:
    """Return a PDF of the pictures, lossless, with no metadata and an identifier made from its content alone."""
    with pikepdf.new() as pdf:
        for size, picture in pages:
            add_page(pdf, size, picture)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def add_page(pdf: pikepdf.Pdf, size: tuple[float, float], picture: Image.Image) -> None:
    """Append one page that the picture fills."""
    width, height = size
    image = pdf.make_stream(
        zlib.compress(picture.tobytes(), 9),
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width, Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceGray if picture.mode == "L" else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8, Filter=pikepdf.Name.FlateDecode,
    )  # fmt: skip
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = pdf.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Im0 Do Q".encode())
