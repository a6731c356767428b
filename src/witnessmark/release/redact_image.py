"""Redaction of a picture by pixels: a new PNG with the rectangles blackened and nothing but pixels in it."""

import io
import warnings
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from witnessmark.release.errors import RedactionError
from witnessmark.release.redaction import Redaction

WHITE = (255, 255, 255)
Rectangle = tuple[float, float, float, float]


def redact_image(data: bytes, redactions: Sequence[Redaction]) -> bytes:
    """Return the picture, turned upright, rectangles blackened, as a PNG without EXIF, profile, palette or alpha.

    Redactions by words concern the transcription only. Raises `RedactionError` when there is no rectangle or one
    outside the picture, when the picture has several frames, or cannot be read.
    """
    picture = flat(opened(data))
    rects = [redaction.rect for redaction in redactions if redaction.rect]
    if not rects:
        raise RedactionError(
            "a picture is redacted by rectangles", got="none", expected="at least one",
            do="Give page 1 and the rectangle in pixels",
        )  # fmt: skip
    for rect in rects:
        ImageDraw.Draw(picture).rectangle(inside(rect, picture), fill=(0, 0, 0))
    out = io.BytesIO()
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(out, "PNG", optimize=True)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Read the picture; refuse what cannot be read whole, is suspiciously large, or has more than one frame."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
            picture.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RedactionError("the picture cannot be read", got=str(error), expected="a whole picture file") from error
    if getattr(picture, "n_frames", 1) > 1:
        raise RedactionError(
            "the picture has several frames", got=str(getattr(picture, "n_frames", 1)), expected="one",
            do="Withhold it, or collect each frame as an item of its own",
        )  # fmt: skip
    return picture


def flat(picture: Image.Image) -> Image.Image:
    """Return the picture upright on white paper: what lies under transparent pixels is not carried over."""
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGB", upright.size, WHITE)
    paper.paste(upright, mask=upright.getchannel("A"))
    return paper


def inside(rect: Rectangle, picture: Image.Image) -> Rectangle:
    """Return the rectangle; refuse one that is empty or reaches out of the picture."""
    left, top, right, bottom = rect
    if not (0 <= left < right <= picture.width and 0 <= top < bottom <= picture.height):
        raise RedactionError(
            "a rectangle does not lie in the picture", got=str(rect),
            expected=f"left < right within 0 to {picture.width}, top < bottom within 0 to {picture.height}",
        )  # fmt: skip
    return rect
