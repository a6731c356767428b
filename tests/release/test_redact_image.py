import io

import pytest
from PIL import Image, ImageDraw

from witnessmark.release.errors import RedactionError
from witnessmark.release.redact_image import redact_image
from witnessmark.release.redaction import Redaction

FACE = Redaction(label="face", page=1, rect=(10, 20, 60, 70))


def photograph(orientation=1):
    picture = Image.linear_gradient("L").resize((120, 90)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "Zulfiya Tasheva at home"
    exif[0x0112] = orientation
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"Zulfiya")
    return out.getvalue()


def test_the_rectangle_is_uniformly_black_and_the_rest_stays():
    picture = Image.open(io.BytesIO(redact_image(photograph(), [FACE])))
    assert picture.crop((10, 20, 61, 71)).getcolors() == [(51 * 51, (0, 0, 0))]
    original = Image.open(io.BytesIO(photograph())).convert("RGB").crop((70, 0, 120, 90))
    assert picture.crop((70, 0, 120, 90)).tobytes() == original.tobytes()


def test_no_metadata_is_carried_over():
    redacted = redact_image(photograph(), [FACE])
    picture = Image.open(io.BytesIO(redacted))
    assert not picture.getexif()
    assert picture.info == {}
    assert b"Zulfiya" not in redacted
    assert {redacted[at : at + 4] for at in chunk_names(redacted)} == {b"IHDR", b"IDAT", b"IEND"}


def chunk_names(data):
    at = 8
    while at < len(data):
        yield at + 4
        at += 12 + int.from_bytes(data[at : at + 4])


def test_rectangles_are_meant_on_the_upright_picture():
    picture = Image.open(io.BytesIO(redact_image(photograph(orientation=6), [FACE])))
    assert picture.size == (90, 120)
    assert picture.getpixel((30, 40)) == (0, 0, 0)


def test_what_hides_under_transparent_pixels_is_gone():
    hidden = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    ImageDraw.Draw(hidden).rectangle((0, 0, 9, 9), fill=(0, 0, 255, 255))
    out = io.BytesIO()
    hidden.save(out, "PNG")
    picture = Image.open(io.BytesIO(redact_image(out.getvalue(), [FACE])))
    assert picture.getpixel((90, 90)) == (255, 255, 255)


@pytest.mark.parametrize("rect", [(10, 20, 200, 70), (-1, 0, 5, 5), (5, 5, 5, 9)])
def test_a_rectangle_outside_the_picture_is_refused(rect):
    with pytest.raises(RedactionError, match="does not lie"):
        redact_image(photograph(), [Redaction(label="face", page=1, rect=rect)])


def test_words_alone_do_not_redact_a_picture():
    with pytest.raises(RedactionError, match="by rectangles"):
        redact_image(photograph(), [Redaction(label="name", quote="Zulfiya")])


def test_a_moving_picture_is_refused():
    frames = [Image.new("L", (80, 80), shade) for shade in (0, 255)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(RedactionError, match="several frames"):
        redact_image(out.getvalue(), [FACE])


def test_a_broken_picture_is_refused():
    with pytest.raises(RedactionError, match="cannot be read"):
        redact_image(photograph()[:400], [FACE])
