"""What bad input gets: a clear error, a code that is not zero, nothing lost, nothing half-written."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("witnessmark")


def zip_of(names_and_data):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names_and_data:
            archive.writestr(name, data)
    return buffer.getvalue()


def a_pdf(tmp_path, *, encrypted=False):
    import pikepdf

    pdf = pikepdf.new()
    pdf.add_blank_page()
    encryption = pikepdf.Encryption(owner="o", user="u") if encrypted else False
    pdf.save(tmp_path / "made.pdf", encryption=encryption)
    return (tmp_path / "made.pdf").read_bytes()


CASES = {
    "empty file": lambda tmp: ("empty.txt", b""),
    "unknown type": lambda tmp: ("thing.bin", bytes(range(1, 255)) * 40),
    "wrong extension": lambda tmp: ("photo.jpg", a_pdf(tmp)),
    "truncated pdf": lambda tmp: ("cut.pdf", a_pdf(tmp)[:200]),
    "encrypted pdf": lambda tmp: ("secret.pdf", a_pdf(tmp, encrypted=True)),
    "zip bomb": lambda tmp: (
        "bomb.docx", zip_of([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"\0" * (300 << 20))]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
def test_bad_files_are_refused_with_reason_and_leave_nothing(wm, case, tmp_path, kind):
    name, data = CASES[kind](tmp_path)
    (tmp_path / name).write_bytes(data)
    before = sorted(path for path in (case / "store").rglob("*") if path.is_file())
    ran = wm("--case", case, "capture", tmp_path / name)
    assert ran.code == 1, (ran.out, ran.err)
    assert "refused" in ran.out
    assert name in ran.out
    assert "Traceback" not in ran.err
    assert wm("--case", case, "items", "--json").data == []
    assert sorted(path for path in (case / "store").rglob("*") if path.is_file()) == before


def test_a_symlink_is_refused(wm, case, tmp_path):
    (tmp_path / "real.txt").write_text("Some words.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    ran = wm("--case", case, "capture", tmp_path / "link.txt")
    assert ran.code == 1
    assert "link" in ran.out


def test_a_missing_file_is_told(wm, case, tmp_path):
    ran = wm("--case", case, "capture", tmp_path / "nowhere.txt")
    assert ran.code == 1
    assert "nowhere.txt" in ran.out


def test_a_bad_file_does_not_stop_the_others(wm, case, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("")
    (tmp_path / "in" / "b.txt").write_text("Words that stand here.")
    ran = wm("--case", case, "capture", tmp_path / "in", "--json")
    assert ran.code == 1
    assert [row["item"] for row in ran.data["captured"]] == ["E1"]
    assert len(ran.data["failed"]) == 1


def test_the_name_says_another_type_but_a_person_may_take_it(wm, case, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(a_pdf(tmp_path))
    assert wm("--case", case, "capture", tmp_path / "photo.jpg", "--accept-mismatch").code == 0
    assert wm("--case", case, "items", "--json").data[0]["media_type"] == "application/pdf"


@pytest.mark.parametrize(
    ("encoding", "words", "declared"),
    [
        ("windows-1251", "Задержано тридцать человек", "windows-1251"),
        ("gb18030", "有三十人被带走", "gb18030"),
        ("windows-1251", "Задержано тридцать человек, сообщили соседи в тот же вечер", "utf-8"),
        ("gb18030", "有三十人在那天夜里被带走，邻居们在第二天早上这样告诉记者", "utf-8"),
    ],
)
def test_pages_in_old_encodings_and_with_lying_charsets_are_read_rightly(wm, tmp_path, encoding, words, declared):
    page = (
        f"<html><head><meta charset={declared}><title>x</title></head><body><p>{words}</p><p>{words}</p></body></html>"
    )
    (tmp_path / "page.html").write_bytes(page.encode(encoding))
    ran = wm("quote", tmp_path / "page.html", words)
    assert "not_found" not in ran.out
    assert words in ran.out


def test_csv_rows_are_counted_and_ragged_ones_are_told(wm, case, tmp_path):
    (tmp_path / "t.csv").write_text("name,age\na,1\nb\nc,3\nd,4,5\n")
    ran = wm("--case", case, "capture", tmp_path / "t.csv")
    assert ran.code == 0
    assert "refused" in ran.out
    assert "row" in ran.out


def test_mail_with_a_broken_boundary_is_kept_and_told(wm, case, tmp_path):
    (tmp_path / "m.eml").write_text(
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="right"\n\n--wrong\nContent-Type: text/plain\n\nWords inside.\n--wrong--\n'
    )
    ran = wm("--case", case, "capture", tmp_path / "m.eml")
    assert ran.code == 0
    assert "boundary" in ran.out.lower()


def a_long_wave(path, size):
    """Write the head of a sound file and let the rest be a hole, so that it takes no room on disk."""
    with path.open("wb") as out:
        out.write(
            b"RIFF\xff\xff\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\xdb\xff\xff\x7f"
        )
        out.truncate(size)


def test_two_gigabytes_are_refused_with_the_limit(wm, case, tmp_path):
    a_long_wave(tmp_path / "long.wav", 2 << 30)
    ran = wm("--case", case, "capture", tmp_path / "long.wav")
    assert ran.code == 1
    assert "too large" in ran.out
    assert wm("--case", case, "items", "--json").data == []


@pytest.mark.slow
def test_half_a_gigabyte_is_kept_without_holding_it_in_memory(case, environment, tmp_path):
    a_long_wave(tmp_path / "long.wav", 512 << 20)
    limited = ["bash", "-c", f'ulimit -v 450000; exec "{PROGRAM}" --case "{case}" capture "{tmp_path}/long.wav"']
    done = subprocess.run(limited, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = subprocess.run(
        ["sha256sum", tmp_path / "long.wav"], capture_output=True, text=True, check=True
    ).stdout.split()[0]
    assert (case / "store" / found[:2] / found[2:]).exists()


def test_no_disk_left_leaves_nothing_half_written(wm, environment, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here (needs root)")
    try:
        assert wm("init", disk / "case", "--name", "small").code == 0
        (tmp_path / "big.txt").write_text("Words that are many. " * 200_000)
        ran = wm("--case", disk / "case", "capture", tmp_path / "big.txt")
        assert ran.code == 1, ran.out
        assert "space" in (ran.out + ran.err).lower()
        assert "Traceback" not in ran.err
        assert wm("--case", disk / "case", "items", "--json").data == []
        assert wm("--case", disk / "case", "log", "verify").code == 0
        assert [path for path in (disk / "case" / "store").rglob("*") if path.is_file()] == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_what_is_not_utf8_is_refused_as_that(wm, case, tmp_path):
    bad = tmp_path / "bad.md"
    bad.write_bytes("café".encode("latin-1"))
    (tmp_path / "good.md").write_text("Text.")
    for words in (
        ("check", bad), ("check", tmp_path / "good.md", "--evidence", bad), ("check", bad, "--evidence", bad),
        ("log", "verify", "--checkpoint", bad),
    ):  # fmt: skip
        ran = wm("--case", case, *words)
        assert ran.code == 1, words
        assert "not UTF-8" in ran.err, words
        assert "Traceback" not in ran.err


def test_a_waiver_decided_at_no_certain_time_is_refused(wm, case, tmp_path):
    (tmp_path / "r.md").write_text("# A\n\nA thing happened.\n")
    words = ("waive", "WM201", "--manuscript", tmp_path / "r.md", "--line", "3", "--reason", "r", "--at")
    for moment in ("2031-06-02T10:00:00", "yesterday"):
        ran = wm("--case", case, *words, moment)
        assert ran.code == 1
        assert "`at`" in ran.err
