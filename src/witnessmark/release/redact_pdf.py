"""Redaction of a PDF by pixels: render, draw, write a new PDF that holds nothing but the pictures."""

import io
import zlib
from collections.abc import Sequence
from typing import Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from witnessmark.release.errors import RedactionError
from witnessmark.release.pdf_words import PageWords, Rectangle, page_words
from witnessmark.release.redact_text import occurrences
from witnessmark.release.redaction import Redaction

#: Enough to read small print, at a few hundred kB a page.
DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72
BLACK: Final = (0, 0, 0)


def redact_pdf(data: bytes, redactions: Sequence[Redaction]) -> bytes:
    """Return a new image-only PDF in which every redaction is a black rectangle.

    Words are looked up in the text layer and read back under the bars;
    rectangles are taken as they are. Nothing of the old file is copied but
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
        words = [page_words(document[number]) for number in range(len(document))]
        check_all_found(words, redactions)
        pictures = [
            drawn(page, rectangles(one, number, redactions), redacted_boxes(one, redactions))
            for number, (page, one) in enumerate(zip(document, words, strict=True), start=1)
        ]
        return image_only([(page.get_size(), picture) for page, picture in zip(document, pictures, strict=True)])


def redacted_boxes(words: PageWords, redactions: Sequence[Redaction]) -> list[Rectangle]:
    """Return the box of each character of this page that is to be covered."""
    spans = [span for redaction in redactions if redaction.quote for span in words.spans(redaction.quote)]
    return [box for span in spans for box in words.boxes(*span)]


def check_all_found(words: Sequence[PageWords], redactions: Sequence[Redaction]) -> None:
    """Refuse when a redaction points nowhere: publishing the page would then publish the words."""
    pointed_at = {redaction.label for redaction in redactions if redaction.rect}
    for redaction in redactions:
        if redaction.rect and not 1 <= redaction.page <= len(words):
            raise RedactionError(
                "a rectangle lies on a page that the PDF does not have",
                got=f"page {redaction.page}",
                expected=f"1 to {len(words)}",
            )
        if (
            redaction.quote
            and redaction.label not in pointed_at
            and not any(page.spans(redaction.quote) for page in words)
        ):
            raise RedactionError(
                "words to be redacted are not in the text layer of the PDF",
                got=f"a redaction labelled {redaction.label!r}",
                expected="words that stand on a page",
                do="Give page and rectangle under the same label: scans have no text layer, right-to-left ones mislead",
            )


def rectangles(words: PageWords, number: int, redactions: Sequence[Redaction]) -> tuple[Rectangle, ...]:
    """Return every rectangle to be blackened on this page, in PDF points.

    Raises `RedactionError` when the words cannot be read back under the bars that were found for them.
    """
    given = [redaction.rect for redaction in redactions if redaction.rect and redaction.page == number]
    found: list[Rectangle] = []
    for redaction in redactions:
        for start, end in words.spans(redaction.quote) if redaction.quote else ():
            bars = list(words.bars(start, end))
            if not occurrences(words.under(bars), redaction.quote):
                raise RedactionError(
                    "a bar would not lie on the words that it is to cover", where=f"page {number}",
                    got=f"other words under a redaction labelled {redaction.label!r}", expected="the words themselves",
                    do="Give the words of each line as a redaction of their own, or withhold the item",
                )  # fmt: skip
            found += bars
    return (*given, *found)


def drawn(page: pypdfium2.PdfPage, rects: Sequence[Rectangle], boxes: Sequence[Rectangle]) -> Image.Image:
    """Return the page as a picture with the rectangles blackened; grey where the page has no colour.

    Raises `RedactionError` when a pixel inside one of `boxes`, where redacted characters stand, is not black.
    """
    bitmap = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, may_draw_forms=True)
    place = bitmap.get_posconv(page)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    pen = ImageDraw.Draw(picture)
    for rect in rects:
        pen.rectangle(pixels(rect, place), fill=BLACK)
    for box in boxes:
        left, top, right, bottom = pixels(box, place)
        inside = (max(left, 0), max(top, 0), min(right, picture.width), min(bottom, picture.height))
        if inside[0] < inside[2] and inside[1] < inside[3] and picture.crop(inside).getextrema() != ((0, 0),) * 3:
            raise RedactionError(
                "ink remains where redacted words stood", expected="black pixels only",
                do="Give page and rectangle, or withhold the item",
            )  # fmt: skip
    red, green, blue = picture.split()
    return red if red.tobytes() == green.tobytes() == blue.tobytes() else picture


def pixels(rect: Rectangle, place: pypdfium2.PdfPosConv) -> tuple[int, int, int, int]:
    """Return (left, top, right, bottom) of a rectangle of the page in pixels of its picture."""
    left, bottom, right, top = rect
    (x1, y1), (x2, y2) = place.to_bitmap(left, bottom), place.to_bitmap(right, top)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


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
