"""The gate admits what is whole and known, and refuses the rest with a reason."""

import contextlib
import io
import os
import random
import subprocess
from pathlib import Path

import pikepdf
import pytest

from witnessmark.capture import Limits, admit_bytes, admit_file
from witnessmark.capture.embedded import embedded_metadata
from witnessmark.capture.errors import (
    ArchiveBombError,
    BadNameError,
    CaptureError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NotAPlainFileError,
    TooLargeError,
    UnknownTypeError,
    WrongExtensionError,
)

EXPECTED = {
    "page.html": ("text/html", "page"),
    "note.txt": ("text/plain", "text"),
    "note.md": ("text/markdown", "text"),
    "mail.eml": ("message/rfc822", "mail"),
    "table.csv": ("text/csv", "table"),
    "leak.pdf": ("application/pdf", "document"),
    "letter.docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"),
    "sheet.xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table"),
    "photo.jpg": ("image/jpeg", "image"),
    "scan.png": ("image/png", "image"),
    "call.wav": ("audio/wav", "audio"),
    "clip.mp4": ("video/mp4", "video"),
    "call.mp3": ("audio/mpeg", "audio"),
}


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", EXPECTED)
def test_a_whole_file_of_a_known_kind_is_admitted_with_the_digest_that_sha256sum_gives(tmp_path, samples, name):
    path = put(tmp_path, name, samples[name])
    admitted = admit_file(path)
    told = subprocess.run(["sha256sum", str(path)], capture_output=True, text=True, check=True).stdout.split()[0]
    assert (admitted.media_type, admitted.kind) == EXPECTED[name]
    assert (admitted.sha256, admitted.size, admitted.name) == (told, len(samples[name]), name)
    assert path.read_bytes() == samples[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_kind_is_told_without_a_name(samples, name):
    told = admit_bytes(samples[name], "attachment").media_type
    loose = {"note.md": "text/plain", "table.csv": "text/plain"}
    assert told == loose.get(name, EXPECTED[name][0])


def test_an_empty_file_is_refused(tmp_path):
    with pytest.raises(EmptyFileError, match="empty"):
        admit_file(put(tmp_path, "a.txt", b""))


def test_a_file_of_two_gigabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "long.wav"
    with path.open("wb") as stream:
        stream.truncate(2_000_000_000)
    with pytest.raises(TooLargeError, match="at most"):
        admit_file(path)


def test_content_of_no_known_kind_is_refused(tmp_path):
    with pytest.raises(UnknownTypeError):
        admit_file(put(tmp_path, "thing.bin", bytes(range(256)) * 8))


@pytest.mark.parametrize(
    ("name", "sample"), [("a.pdf", "scan.png"), ("a.jpg", "leak.pdf"), ("a.txt", "page.html"), ("a.docx", "sheet.xlsx")]
)
def test_a_wrong_extension_is_refused_and_can_be_accepted_with_a_note(tmp_path, samples, name, sample):
    path = put(tmp_path, name, samples[sample])
    with pytest.raises(WrongExtensionError) as refused:
        admit_file(path)
    assert "accept" in refused.value.do
    admitted = admit_file(path, accept_mismatch=True)
    assert admitted.media_type == EXPECTED[sample][0]
    assert any("extension" in note for note in admitted.notes)


def test_a_pdf_cut_short_is_refused(tmp_path, samples):
    whole = samples["leak.pdf"]
    for size in (60, len(whole) // 2, len(whole) - 12):
        with pytest.raises(DamagedFileError, match="PDF"):
            admit_file(put(tmp_path, f"cut{size}.pdf", whole[:size]))


def test_an_encrypted_pdf_is_refused_and_a_merely_restricted_one_is_noted(tmp_path, samples):
    for user, name in (("secret", "locked.pdf"), ("", "restricted.pdf")):
        with pikepdf.open(io.BytesIO(samples["leak.pdf"])) as document:
            document.save(tmp_path / name, encryption=pikepdf.Encryption(owner="o", user=user))
    with pytest.raises(EncryptedFileError, match="password"):
        admit_file(tmp_path / "locked.pdf")
    assert any("restricts" in note for note in admit_file(tmp_path / "restricted.pdf").notes)


def test_a_zip_bomb_is_refused_by_ratio_total_entries_and_depth(tmp_path, make_zip):
    word = {"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * (30 << 20)}
    with pytest.raises(ArchiveBombError, match="out of"):
        admit_file(put(tmp_path, "ratio.docx", make_zip(word)))
    with pytest.raises(ArchiveBombError, match="unpacked"):
        admit_file(tmp_path / "ratio.docx", limits=Limits(unpacked=1 << 20))
    many = make_zip({f"word/document{n}.xml": b"x" for n in range(200)})
    with pytest.raises(ArchiveBombError, match="members"):
        admit_file(put(tmp_path, "many.docx", many), limits=Limits(entries=100))
    nested = make_zip({"word/document.xml": make_zip({"a.zip": make_zip({"b.zip": make_zip({"c": b"c"})})})})
    with pytest.raises(ArchiveBombError, match="within"):
        admit_file(put(tmp_path, "nested.docx", nested))


def test_a_bomb_inside_a_harmless_archive_is_counted_too(tmp_path, make_zip):
    inner = make_zip({"zeros": bytes(30 << 20)})
    with pytest.raises(ArchiveBombError):
        admit_file(put(tmp_path, "a.docx", make_zip({"word/document.xml": b"<x/>", "word/embeddings/x.xlsx": inner})))


def test_a_plain_zip_is_refused_with_advice(tmp_path, make_zip):
    with pytest.raises(UnknownTypeError) as refused:
        admit_file(put(tmp_path, "a.zip", make_zip({"a.txt": b"hello"})))
    assert "Unpack" in refused.value.do


def test_a_damaged_docx_is_refused(tmp_path, samples):
    with pytest.raises(DamagedFileError):
        admit_file(put(tmp_path, "a.docx", samples["letter.docx"][:-200]), accept_mismatch=True)


def test_links_folders_pipes_and_missing_files_are_refused(tmp_path, samples):
    put(tmp_path, "real.txt", b"text")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name, got in (
        ("link.txt", "symbolic link"),
        ("pipe.txt", "pipe"),
        ("folder.txt", "folder"),
        ("no.txt", "No such"),
    ):
        with pytest.raises(NotAPlainFileError, match=got):
            admit_file(tmp_path / name)


@pytest.mark.parametrize("name", ["x" * 296 + ".txt", "photo\u202egpj.txt", "a\nb.txt", "a\x1bb.txt", "bad\udcff.txt"])
def test_a_name_that_is_too_long_or_deceives_is_refused(tmp_path, name):
    with pytest.raises(BadNameError) as refused:
        admit_file(tmp_path / name)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("../../etc/passwd.txt", "etcpasswd.txt"),
        ("a\u202eb.txt", "ab.txt"),
        ("ش" * 200 + ".txt", None),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_the_name_of_an_attachment_is_made_fit_and_that_is_noted(name, fit):
    admitted = admit_bytes(b"plain words", name)
    assert len(admitted.name.encode()) <= 255
    assert "/" not in admitted.name
    assert any("made fit" in note for note in admitted.notes)
    assert fit is None or admitted.name == fit


def test_every_refusal_says_what_to_do(tmp_path):
    with pytest.raises(CaptureError) as refused:
        admit_file(put(tmp_path, "a.zip", b"PK\x03\x04" + b"x" * 100))
    assert refused.value.what
    assert refused.value.do


@pytest.mark.parametrize("seed", range(20))
def test_damaged_files_are_admitted_or_refused_and_never_crash(samples, seed):
    dice = random.Random(seed)  # noqa: S311  (repeatable damage, no secret)
    for name, raw in samples.items():
        data = bytearray(raw)
        for _ in range(12):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with contextlib.suppress(CaptureError):
            media_type = admit_bytes(bytes(data), name).media_type
            assert isinstance(embedded_metadata(io.BytesIO(bytes(data)), media_type), dict)
