"""Letters for comment and the files that leave with a report, as a person asks for them."""

import json
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

PROGRAM = Path(sys.executable).with_name("witnessmark")
NAME = "Nurlan Abenov"
SOURCE = "Police held 17 people at Tarn quarry on 3 May 2031, a guard said.\n"
JUDGEMENTS = [
    {"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "Witness G", "reliability": "B", "protected": True}},
    {"verdict": "describe", "object": "O2", "value": {"kind": "state_body", "name": "Ministry of Works", "reliability": "D"}},
    {"verdict": "protect", "object": "O1", "value": {"names": [NAME, "Нурлан Абенов"], "details": ["night nurse"]}},
    {"verdict": "describe", "object": "A1", "value": {"text": "Police held 17 people at Tarn quarry", "against": ["O2"]}},
    {"verdict": "confirm", "object": "S1", "value": {
        "item": "E1", "quote": "Police held 17 people at Tarn quarry on 3 May 2031", "speaker": "O1", "distance": 1}},
    {"verdict": "stance", "object": "S1", "value": {"allegation": "A1", "stance": "asserts"}},
]  # fmt: skip
REPORT = "# What happened\n\nA guard said that police held 17 people at Tarn quarry on 3 May 2031. [@S1]\n"
TERMS = ("--sent", "2031-06-10T10:00+02:00", "--publication", "on 1 August 2031 in Tarn")


@pytest.fixture
def case(wm, template, tmp_path):
    shutil.copytree(template / "case", tmp_path / "case")
    shutil.copytree(template / "keys", tmp_path / "keys")
    (tmp_path / "news.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    lines = [one | {"author": "l. a", "time": "2031-06-02T10:00:00+02:00", "reason": "read"} for one in JUDGEMENTS]
    (tmp_path / "j.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")

    def run(*words):
        return wm("--case", tmp_path / "case", "--as", "p. lind", *words)

    for words in (("capture", tmp_path / "news.txt"), ("judge", tmp_path / "j.jsonl")):
        done = run(*words)
        assert done.code == 0, done.err
    return run


def codes(done):
    return [one["code"] for one in done.data["problems"]]


def test_letters_are_written_and_their_record_ends_the_alarm(case, tmp_path):
    assert "WM503" in codes(case("--json", "check", tmp_path / "report.md"))
    made = case(
        "letters", tmp_path / "report.md", "--due", "2031-07-01T18:00+02:00", *TERMS, "--out", tmp_path / "letters"
    )
    assert made.code == 0, made.err
    text = (tmp_path / "letters" / "letter-O2.txt").read_text(encoding="utf-8")
    assert "1. Police held 17 people at Tarn quarry. (A1)" in text
    assert "Tuesday, 1 July 2031, 18:00 (UTC+02:00)" in text
    assert case("judge", tmp_path / "letters" / "judgements.jsonl").code == 0
    found = codes(case("--json", "check", tmp_path / "report.md"))
    assert not {"WM503", "WM504", "WM505"} & set(found)


def test_a_deadline_without_offset_is_refused_and_nothing_is_written(case, tmp_path):
    done = case("letters", tmp_path / "report.md", "--due", "2031-07-01T18:00", *TERMS, "--out", tmp_path / "letters")
    assert done.code != 0
    assert "offset" in done.err
    assert not (tmp_path / "letters").exists()


def picture(path):
    exif = Image.Exif()
    exif[0x013B] = NAME
    Image.new("RGB", (4, 4)).save(path, "JPEG", exif=exif)


def layered(path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(f"notes of {NAME}")))
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([group]), D=pikepdf.Dictionary(OFF=pikepdf.Array([group]))
    )
    pdf.save(path)


def tracked(path):
    import zipfile

    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f"<w:p><w:r><w:t>All.</w:t></w:r><w:del w:id='1'><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>",
        )


@pytest.mark.parametrize(
    ("name", "make"),
    [("yard.jpg", picture), ("annex.pdf", layered), ("press-release.docx", tracked),
     ("Нурлан_Абенов.txt", lambda path: path.write_text("Nothing.", encoding="utf-8"))],
)  # fmt: skip
def test_a_name_hidden_in_a_file_that_leaves_blocks(case, tmp_path, name, make):
    make(tmp_path / name)
    found = case("--json", "check", tmp_path / "report.md", "--with", tmp_path / name)
    assert "WM601" in codes(found)
    assert NAME not in found.out.replace(name, "")
    assert "WM601" not in codes(case("--json", "check", tmp_path / "report.md"))


def test_a_file_that_does_not_open_is_unchecked(case, tmp_path):
    (tmp_path / "annex.pdf").write_bytes(b"%PDF-1.7\nbroken")
    found = case("--json", "check", tmp_path / "report.md", "--with", tmp_path / "annex.pdf").data
    assert any("annex.pdf" in one["message"] for one in found["unchecked"])


#: A runner in the background ignores Ctrl-C, and so would what it starts.
HEEDS_CTRL_C = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)


def test_a_watched_manuscript_is_checked_again_when_it_changes(case, tmp_path, environment):
    report = tmp_path / "report.md"
    words = [PROGRAM, "--case", tmp_path / "case", "check", report, "--watch"]
    with subprocess.Popen(
        [sys.executable, "-c", HEEDS_CTRL_C, *map(str, words)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    ) as running:
        stop = threading.Timer(150, running.kill)
        stop.start()
        seen = []
        reader = threading.Thread(target=lambda: seen.extend(running.stdout), daemon=True)
        reader.start()
        assert until(lambda: any("checks looked at" in line for line in seen)), seen
        assert not any("WM802" in line for line in seen)
        report.write_text(REPORT.replace("on 3 May", "on Monday, 3 May"), encoding="utf-8")
        assert until(lambda: any("WM802" in line for line in seen)), seen
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 4
        stop.cancel()
        reader.join(timeout=5)
    assert any("changed: checked again" in line for line in seen)
    assert any("read again in" in line and "the whole follows" in line for line in seen), seen


def until(condition):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False
