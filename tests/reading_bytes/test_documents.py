"""PDF, Word, mail, tables and media, made by other people's libraries and compared with what other tools read."""

import contextlib
import gzip
import io
import random
import subprocess
import zipfile

import docx
import openpyxl
import pikepdf
import pytest
import typst
from PIL import Image
from warcio.warcwriter import WARCWriter

from witnessmark.reading.errors import (
    EncryptedDocumentError,
    ReadingError,
    UnreadableError,
    UnsafeArchiveError,
    UnsupportedTypeError,
)
from witnessmark.reading.extract import extract, supported

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf(source: str, tmp_path) -> bytes:
    path = tmp_path / "source.typ"
    path.write_text(source, encoding="utf-8")
    return typst.compile(path)


def test_a_pdf_gives_the_words_that_pdftotext_gives_page_by_page(tmp_path):
    raw = pdf(
        "= Report\nThree men were held.\n#pagebreak()\nNo one was *charged*.\n#table(columns: 2, [a], [b])", tmp_path
    )
    (tmp_path / "x.pdf").write_bytes(raw)
    extraction = extract(raw, "application/pdf")
    for number, segment in enumerate(extraction.segments, start=1):
        told = subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), str(tmp_path / "x.pdf"), "-"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert extraction.content[segment.start : segment.end].split() == told.stdout.split()
    assert [segment.label for segment in extraction.segments] == ["p. 1", "p. 2"]
    assert extraction.trusted_layout


def test_a_hyphen_at_a_line_end_stays_with_its_line_end(tmp_path):
    raw = pdf(
        "#set page(width: 120pt)\n#set text(hyphenate: true)\nadministrative circumstances notwithstanding", tmp_path
    )
    content = extract(raw, "application/pdf").content
    assert "-\n" in content
    assert content.replace("-\n", "").split() == ["administrative", "circumstances", "notwithstanding"]


def test_right_to_left_text_in_a_pdf_is_not_trusted(tmp_path):
    extraction = extract(pdf("Held: قال المتحدث", tmp_path), "application/pdf")
    assert not extraction.trusted_layout
    assert any("right-to-left" in note for note in extraction.notes)


def test_a_scan_gives_no_text_and_says_what_to_do():
    out = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(out, "PDF")
    extraction = extract(out.getvalue(), "application/pdf")
    assert extraction.content == ""
    assert any("attest a transcription" in note for note in extraction.notes)


def test_broken_and_locked_pdfs_are_errors(tmp_path):
    raw = pdf("text", tmp_path)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="secret"))
    with pytest.raises(EncryptedDocumentError, match="password"):
        extract(out.getvalue(), "application/pdf")
    with pytest.raises(UnreadableError):
        extract(raw[: len(raw) // 3], "application/pdf")


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Report", 1)
    document.add_paragraph("One.")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("a", "b"), ("c", "d")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("item", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "HEAD"
    document.sections[0].footer.paragraphs[0].text = "FOOT"
    document.core_properties.title = "A title"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rewritten(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old_zip, zipfile.ZipFile(out, "w") as new_zip:
        for entry in old_zip.namelist():
            content = old_zip.read(entry)
            new_zip.writestr(entry, content.replace(old, new) if entry == name else content)
    return out.getvalue()


def test_a_word_document_gives_body_tables_headers_and_footers():
    extraction = extract(word(), DOCX)
    assert extraction.content.split("\n") == ["HEAD", "Report", "One.", "a\tb", "c\td", "item", "FOOT"]
    assert [s.kind for s in extraction.segments] == ["header", "heading", "paragraph", "row", "row", "list", "footer"]
    assert extraction.title == "A title"


def test_tracked_changes_are_told_and_deleted_text_is_left_out():
    changed = b'<w:ins w:id="1" w:author="x"><w:r><w:t>Two.</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>Gone</w:delText></w:r></w:del>'
    raw = rewritten(word(), "word/document.xml", b"<w:r><w:t>One.</w:t></w:r>", changed)
    extraction = extract(raw, DOCX)
    assert "Two." in extraction.content
    assert "Gone" not in extraction.content
    assert any("deletions" in note for note in extraction.notes)


def test_a_word_document_with_entities_does_not_blow_up():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document'
    raw = rewritten(word(), "word/document.xml", b"<w:document", bomb)
    assert len(extract(raw, DOCX).content) < 200


def test_a_zip_bomb_in_office_clothes_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(300 << 20))
    with pytest.raises(UnsafeArchiveError):
        extract(out.getvalue(), DOCX)


def test_damaged_office_files_are_errors():
    for media_type in (DOCX, XLSX):
        with pytest.raises(UnreadableError):
            extract(word()[:-300], media_type)
    with pytest.raises(UnreadableError):
        extract(word(), XLSX)


def test_a_ragged_csv_counts_rows_in_kept_and_refused():
    extraction = extract(b"place;held\nA;1\nB;2;3\n\nC\nD;4\n", "text/csv")
    assert extraction.content == "place\theld\nA\t1\nD\t4"
    assert [s.label for s in extraction.segments] == ["row 1", "row 2", "row 5"]
    assert len(extraction.refused) == 2
    assert "rows: 5 in, 3 kept, 2 refused" in extraction.notes


def test_a_quotation_mark_that_does_not_close_costs_the_rest_and_says_so():
    extraction = extract(b'place,held\nA,1\n"B,2\nC,4\n', "text/csv")
    assert extraction.content == "place\theld\nA\t1"
    assert [refused.partition(":")[0] for refused in extraction.refused] == ["line 3", "line 4"]


def test_an_empty_csv_has_no_rows():
    assert extract(b"", "text/csv").notes[0] == "rows: 0 in, 0 kept, 0 refused"


def test_formulas_of_a_workbook_stay_formulas():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, "=A2+1"])
    out = io.BytesIO()
    book.save(out)
    assert extract(out.getvalue(), XLSX).content == "a\tb\n1\t=A2+1"


MAIL = (
    "From: lawyer@example.org\r\nTo: office@example.org\r\nSubject: =?utf-8?B?0J/RgNC40LLQtdGC?=\r\nDate: Mon, 5 May 2031 10:00:00 +0300\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="XX"\r\n\r\n--{0}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПривет, это письмо адвоката.\r\n'
    '--{0}\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="../a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--{0}--\r\n'
)  # fmt: skip


@pytest.mark.parametrize("boundary", ["XX", "YY"])
def test_a_mail_gives_headers_body_and_attachments_even_with_a_broken_boundary(boundary):
    extraction = extract(MAIL.format(boundary).encode("windows-1251"), "message/rfc822")
    assert extraction.content.endswith("Subject: Привет\n\nПривет, это письмо адвоката.")
    assert [(p.name, p.media_type, p.data) for p in extraction.parts] == [("../a.pdf", "application/pdf", b"%PDF-")]
    assert extraction.published is not None
    assert extraction.published.value == "2031-05-05T10:00+03:00"
    assert any("boundary" in note for note in extraction.notes) == (boundary == "YY")
    assert any("declared charset" in note for note in extraction.notes)


def test_a_mail_cut_short_keeps_what_is_there():
    raw = MAIL.format("XX").encode()
    extraction = extract(raw[: raw.index(b"JVBER") + 4], "message/rfc822")
    assert "письмо адвоката" in extraction.content
    assert any("defect" in note for note in extraction.notes)


def test_an_html_mail_is_read_as_text():
    raw = b"From: a@e.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Three <b>men</b></p><p>were held.</p>"
    assert extract(raw, "message/rfc822").content == "From: a@e.org\n\nThree men\n\nwere held."


def test_pictures_give_no_text_and_say_what_to_do():
    out = io.BytesIO()
    Image.new("RGB", (12, 8)).save(out, "PNG")
    extraction = extract(out.getvalue(), "image/png")
    assert (extraction.content, extraction.metadata["width"]) == ("", "12")
    with pytest.raises(UnreadableError):
        extract(b"\x89PNG\r\n\x1a\n", "image/png")


def test_an_unknown_type_is_an_error_that_names_the_known_ones():
    with pytest.raises(UnsupportedTypeError, match="text/html"):
        extract(b"x", "application/x-foo")
    assert supported("image/png")
    assert not supported("application/x-foo")


def warc(*answers: tuple[bytes, bytes]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for head, body in answers:
        block = head + b"\r\n\r\n" + body
        writer.write_record(
            writer.create_warc_record("http://e.org/a", "response", payload=io.BytesIO(block), length=len(block))
        )
    return out.getvalue()


def test_a_warc_is_read_as_the_page_it_holds_with_undone_encodings():
    moved = (b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Type: text/html", b"moved")
    page = "<p>Задержаны трое</p>".encode("windows-1251")
    sent = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip", gzip.compress(page))
    extraction = extract(warc(moved, sent), "application/warc")
    assert extraction.content == "Задержаны трое"
    assert any("declared charset" in note for note in extraction.notes)


def test_a_warc_without_an_answer_is_an_error_and_an_error_page_is_noted():
    with pytest.raises(UnreadableError):
        extract(b"WARC/1.0\r\nbroken", "application/warc")
    gone = (b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html", b"<p>Page not found</p>")
    extraction = extract(warc(gone), "application/warc")
    assert extraction.notes[0] == "the server answered 404"
    assert extraction.suspect.startswith("error page")


@pytest.mark.parametrize("seed", range(15))
def test_damaged_files_are_read_or_refused_and_never_crash(seed, tmp_path):
    dice = random.Random(seed)  # noqa: S311  (repeatable damage, no secret)
    samples = {
        DOCX: word(),
        "application/pdf": pdf("Three men", tmp_path),
        "text/html": b"<p>a<table><tr><td>b" * 9,
        "message/rfc822": MAIL.encode(),
    }
    for media_type, raw in samples.items():
        data = bytearray(raw)
        for _ in range(20):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with contextlib.suppress(ReadingError):
            assert isinstance(extract(bytes(data), media_type).content, str)
