import io

import pikepdf
import pypdfium2
import pytest
import typst

from witnessmark.release import redact_pdf as module
from witnessmark.release.errors import RedactionError
from witnessmark.release.redact_pdf import redact_pdf
from witnessmark.release.redaction import Redaction

FONTS = '("Noto Serif", "DejaVu Serif", "DejaVu Sans", "Noto Sans Math", "Noto Sans CJK SC", "Noto Sans Arabic")'
BEFORE = {
    "emoji": "😀😀😀😀😀😀😀😀😀😀 then",
    "mathematical letters": "𝔘𝔘𝔘𝔘𝔘𝔘𝔘𝔘𝔘𝔘 then",
    "rare Chinese": "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷 then",
    "ligatures": "ffi ffl fi fl office affluent efficient ffi then",
    "nothing": "",
}


def pdf(body, rotate=0):
    head = f"#set page(width: 420pt, height: 160pt, margin: 20pt)\n#set text(font: {FONTS}, size: 11pt)\n"
    made = typst.compile(f"{head}{body}".encode())
    with pikepdf.open(io.BytesIO(made)) as document:
        document.pages[0].Rotate = rotate
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def picture(data):
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=150 / 72).to_pil().convert("L")


def ink_of(marked, plain):
    """Where two pictures differ, found without any text layer: the place of the words."""
    from PIL import ImageChops

    return ImageChops.difference(marked, plain).point(lambda value: 255 * (value > 40)).getbbox()


@pytest.mark.parametrize("rotate", [0, 90])
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_the_bar_lies_on_the_name_whatever_stands_before_it(before, rotate):
    body = f"{before} the witness #text(fill: %s)[Aynisa Torghay]"
    place = ink_of(picture(pdf(body % "black", rotate)), picture(pdf(body % "white", rotate)))
    redacted = picture(redact_pdf(pdf(body % "black", rotate), [Redaction(label="n", quote="Aynisa Torghay")]))
    assert redacted.crop(place).getextrema() == (0, 0)


def test_an_arabic_name_is_covered_with_its_whole_line():
    body = "قالت #text(fill: %s)[أمينة كريم] ثم"
    place = ink_of(picture(pdf(body % "black")), picture(pdf(body % "white")))
    redacted = picture(redact_pdf(pdf(body % "black"), [Redaction(label="n", quote="أمينة كريم")]))
    assert redacted.crop(place).getextrema() == (0, 0)


def test_a_name_broken_by_the_hyphen_of_a_line_end_is_found_and_covered():
    body = "#box(width: 60pt)[#set text(hyphenate: true)\nTor-?ghayinstitutionalisation]"
    redacted = redact_pdf(pdf(body), [Redaction(label="n", quote="Torghayinstitutionalisation")])
    assert picture(redacted).getextrema()[0] == 0


@pytest.mark.parametrize("name", ["Li Bo", "Abdurehim Tursun"])
def test_the_width_of_a_bar_does_not_tell_the_length_of_the_name(name):
    shapes = []
    for one in (name, "Ana Ivanova"):
        redacted = picture(redact_pdf(pdf(f"Witness: {one}"), [Redaction(label="n", quote=one)]))
        shapes.append(redacted.point(lambda value: 255 * (value == 0)).getbbox()[2])
    assert shapes[0] == shapes[1]


def test_words_that_follow_the_name_on_its_line_do_not_show_where_it_ended():
    redacted = picture(
        redact_pdf(pdf("The witness Aynisa Torghay told us"), [Redaction(label="n", quote="Aynisa Torghay")])
    )
    left, _, right, _ = redacted.point(lambda value: 255 * (value == 0)).getbbox()
    row = redacted.crop((left, 0, redacted.width, redacted.height))
    assert row.crop((right - left + 1, 0, row.width, row.height)).getextrema() == (255, 255)


def test_a_bar_that_would_lie_beside_the_words_is_refused(monkeypatch):
    monkeypatch.setattr(module.PageWords, "bars", lambda *_: iter([(0, 0, 10, 10)]))
    with pytest.raises(RedactionError, match="would not lie on the words"):
        redact_pdf(pdf("The witness Aynisa Torghay"), [Redaction(label="n", quote="Aynisa Torghay")])


def test_ink_that_remains_is_refused(monkeypatch):
    monkeypatch.setattr(module, "rectangles", lambda *_: ())
    with pytest.raises(RedactionError, match="ink remains"):
        redact_pdf(pdf("The witness Aynisa Torghay"), [Redaction(label="n", quote="Aynisa Torghay")])
