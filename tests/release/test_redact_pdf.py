import io
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
import typst

from witnessmark.release.errors import RedactionError
from witnessmark.release.redact_pdf import redact_pdf
from witnessmark.release.redaction import Redaction

SECRET = "Zulfiya Tasheva"
SOURCE = f"""#set page(width: 300pt, height: 200pt, margin: 20pt)
#set document(title: "About {SECRET}", author: "{SECRET}")
= Statement
The witness {SECRET} told us of the night.
#pagebreak()
#text(fill: white)[{SECRET}] second page
"""


@pytest.fixture(scope="module")
def original():
    made = typst.compile(SOURCE.encode())
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.attachments["notes.txt"] = SECRET.encode()
        pdf.docinfo["/Keywords"] = SECRET
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue() + b"\n% " + SECRET.encode()


@pytest.fixture(scope="module")
def redacted(original):
    return redact_pdf(original, [Redaction(label="name", quote=SECRET)])


def test_the_fixture_does_hold_the_secret(original, tmp_path):
    (tmp_path / "a.pdf").write_bytes(original)
    told = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True, text=True)
    assert SECRET in told.stdout


def test_no_tool_finds_the_words(redacted, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(redacted)
    for command in (["pdftotext", path, "-"], ["pdfinfo", "-meta", path], ["strings", "-a", path]):
        if shutil.which(command[0]):
            told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            assert "Zulf" not in told
            assert "Tash" not in told


def test_nothing_but_pictures_is_in_the_file(redacted):
    with pikepdf.open(io.BytesIO(redacted)) as pdf:
        assert sorted(pdf.Root.keys()) == ["/Pages", "/Type"]
        assert not pdf.attachments
        assert "/Info" not in pdf.trailer
        for page in pdf.pages:
            assert list(page.Resources.keys()) == ["/XObject"]
            assert "/Annots" not in page
        streams = [bytes(item.read_bytes()) for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert not any(b"Tasheva" in stream for stream in streams)


def test_nothing_follows_the_end_of_file_mark(redacted):
    assert redacted.rstrip().endswith(b"%%EOF")
    assert redacted.count(b"%%EOF") == 1


def test_pages_and_their_size_stay(redacted):
    with pypdfium2.PdfDocument(redacted) as document:
        assert [page.get_size() for page in document] == [(300.0, 200.0)] * 2


def test_the_pixels_of_a_rectangle_are_all_black(original):
    redacted = redact_pdf(original, [Redaction(label="seal", page=1, rect=(50, 60, 120, 140))])
    with pypdfium2.PdfDocument(redacted) as document:
        picture = document[0].render(scale=150 / 72).to_pil().convert("RGB")
    scale = 150 / 72
    box = (int(50 * scale) + 2, int(60 * scale) + 2, int(120 * scale) - 2, int(140 * scale) - 2)
    assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), (0, 0, 0))]


def test_a_turned_page_is_blackened_where_it_was_meant(original):
    with pikepdf.open(io.BytesIO(original)) as pdf:
        pdf.pages[0].Rotate = 90
        out = io.BytesIO()
        pdf.save(out)
    redacted = redact_pdf(out.getvalue(), [Redaction(label="seal", page=1, rect=(0, 0, 30, 20))])
    with pypdfium2.PdfDocument(redacted) as document:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    assert picture.size == (200, 300)
    assert picture.getpixel((5, 5)) == (0, 0, 0)
    assert picture.getpixel((195, 295)) == (255, 255, 255)


def test_the_same_input_gives_the_same_bytes(original, redacted):
    assert redact_pdf(original, [Redaction(label="name", quote=SECRET)]) == redacted


def test_words_that_are_nowhere_are_refused(original):
    with pytest.raises(RedactionError, match="not in the text layer"):
        redact_pdf(original, [Redaction(label="name", quote="Somebody Else")])


def test_a_rectangle_on_a_missing_page_is_refused(original):
    with pytest.raises(RedactionError, match="page 3"):
        redact_pdf(original, [Redaction(label="name", page=3, rect=(0, 0, 1, 1))])


def test_what_is_not_a_pdf_is_refused():
    with pytest.raises(RedactionError, match="cannot be opened"):
        redact_pdf(b"%PDF-1.7 cut", [Redaction(label="name", quote="x")])
