"""`read FOLDER --format jsonl`: thousands of files as lines, whatever is in the folder and whenever the run is killed."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from witnessmark.reading.jsonl import schema

PROGRAM = Path(sys.executable).with_name("witnessmark")
SENTENCE = "“The gate {} was shut on Monday,” Maria Lopez told reporters on {} May 2031.\n"
WARC_RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-03T10:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:{number:08}-0000-0000-0000-000000000000>\r\nContent-Type: application/http; msgtype=response\r\n"
    "Content-Length: {length}\r\n\r\n{answer}\r\n\r\n"
)


def warc(pages):
    records = []
    for number, (address, kind, body) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}"
        records.append(WARC_RECORD.format(address=address, number=number, length=len(answer.encode()), answer=answer))
    return "".join(records).encode()


@pytest.fixture
def pages(tmp_path):
    """A folder as people have them: nested, with links, hidden files, archives and what cannot be read."""
    folder = tmp_path / "pages"
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / ".git").mkdir()
    for number in range(12):
        (folder / f"c{number:02}.txt").write_text(SENTENCE.format(number, number + 1), encoding="utf-8")
    (folder / "b" / "deep" / "page.html").write_text("<!doctype html><title>T</title><p>“No,” said Ann Lee.</p>", encoding="utf-8")  # fmt: skip
    (folder / "b" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "b" / "empty.txt").touch()
    (folder / ".git" / "config").write_text("x")
    (folder / "link.txt").symlink_to("c00.txt")
    (folder / "round").symlink_to(folder)
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("“Yes,” said Ann Lee.", encoding="utf-8")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("in/one.txt", SENTENCE.format("one", 1))
        archive.writestr("in/two.txt", "")
        archive.writestr("__MACOSX/in/one.txt", "x")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    crawl = [("https://example.org/2031/05/03/a", "text/html", "<p>“Late,” said Bo Tan.</p>"), ("https://example.org/s.css", "text/css", "p {}"), ("https://example.org/b", "text/html", "<p>“Early,” said Bo Tan.</p>")]  # fmt: skip
    (folder / "crawl.warc").write_bytes(warc(crawl))
    os.mkfifo(folder / "pipe.txt")
    return folder


ORDER = [
    "a.zip!/in/one.txt", "a.zip!/in/two.txt", "b/binary.txt", "b/deep/page.html", "b/empty.txt", "broken.zip",
    *(f"c{number:02}.txt" for number in range(12)), os.fsdecode(b"caf\xe9.txt"),
    "crawl.warc!/https://example.org/2031/05/03/a", "crawl.warc!/https://example.org/b",
]  # fmt: skip


def lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_every_file_has_a_line_in_the_order_of_names_and_each_fits_the_schema(wm, pages, tmp_path):
    ran = wm("read", "pages", "--format", "jsonl", "--output", "out.jsonl", "--jobs", "2")
    rows = lines(tmp_path / "out.jsonl")
    assert [row["path"].removeprefix("pages/") for row in rows] == ORDER
    for row in rows:
        Draft202012Validator(schema()).validate(row)
    failed = {row["path"].removeprefix("pages/") for row in rows if "error" in row}
    assert failed == {"a.zip!/in/two.txt", "b/binary.txt", "b/empty.txt", "broken.zip"}
    assert all(row["what"] for row in rows if "error" in row)
    assert ran.code == 1
    assert "17 read, 4 could not be read" in ran.err
    assert "2 links" in ran.err
    assert "1 pipes or devices" in ran.err


@pytest.mark.parametrize("jobs", ["0", "1", "3"])
def test_the_bytes_do_not_depend_on_the_number_of_processes(wm, pages, tmp_path, jobs):
    assert wm("read", "pages", "--format", "jsonl", "--output", "out.jsonl", "--jobs", jobs).code == 1
    streamed = wm("read", "pages", "--format", "jsonl", "--jobs", "2")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == streamed.out


def test_offsets_point_into_the_decoded_file_line_ends_and_all(wm, tmp_path):
    words = "\U0001f6d1 Gate\r\n\r\n" + SENTENCE.format("five", 3).replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(words.encode())
    row = wm("read", "a.txt", "--format", "jsonl").data
    (statement,) = row["statements"]
    assert [words[start:end] for start, end in statement["source"]] == ["Maria Lopez"]
    assert row["text"]["content"] is None
    assert wm("read", "a.txt", "--format", "jsonl", "--text").data["text"]["content"] == words


@pytest.fixture
def whole(wm, pages, tmp_path):
    """What an unbroken run writes."""
    wm("read", "pages", "--format", "jsonl", "--output", "whole.jsonl", "--jobs", "0")
    return (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 1])
def test_a_run_goes_on_wherever_its_output_breaks_off(wm, whole, tmp_path, share):
    out = tmp_path / "out.jsonl"
    out.write_bytes(whole[: int(len(whole) * share)])
    assert wm("read", "pages", "--format", "jsonl", "--output", "out.jsonl", "--jobs", "2").code == 1
    assert out.read_bytes() == whole


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_and_leaves_no_worker_behind(wm, environment, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(SENTENCE.format(number, number % 28 + 1) * 20, encoding="utf-8")
    assert wm("read", "many", "--format", "jsonl", "--output", "whole.jsonl", "--jobs", "0").code == 0
    out = tmp_path / "out.jsonl"
    command = [PROGRAM, "read", "many", "--format", "jsonl", "--output", str(out), "--jobs", "2"]
    for least in (1, 200_000, 600_000):
        running = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
        while running.poll() is None and (not out.exists() or out.stat().st_size < least):
            time.sleep(0.005)
        running.kill()
        assert running.wait() in (-signal.SIGKILL, 0)
        wait_for_the_end_of(running.pid)
    assert wm("read", "many", "--format", "jsonl", "--output", out, "--jobs", "2").code == 0
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def wait_for_the_end_of(session):
    """Wait until no process of a killed run's session is left; fail when one stays."""
    for _ in range(400):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker outlived the run")


def test_the_output_of_other_files_or_options_is_refused_and_kept(wm, whole, pages, tmp_path):
    out = tmp_path / "whole.jsonl"
    for words in (["pages/b"], ["pages", "--published", "2031-06-01"], ["pages", "--text"]):
        ran = wm("read", *words, "--format", "jsonl", "--output", "whole.jsonl", "--jobs", "0")
        assert ran.code == 1
        assert "--output" in ran.err
        assert out.read_bytes() == whole
    (tmp_path / "letter.txt").write_text("Dear Ann,\n")
    assert "something else" in wm("read", "pages", "--format", "jsonl", "--output", "letter.txt").err
    assert (tmp_path / "letter.txt").read_text() == "Dear Ann,\n"


def test_an_output_inside_the_folder_is_not_read(wm, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE.format(1, 1), encoding="utf-8")
    for _ in range(2):
        wm("read", ".", "--format", "jsonl", "--output", "zz.jsonl", "--jobs", "0")
        assert [row["path"] for row in lines(tmp_path / "zz.jsonl")] == ["./a.txt"]


def test_a_folder_without_files_is_told(wm, tmp_path):
    (tmp_path / "none").mkdir()
    ran = wm("read", "none", "--format", "jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert "0 read" in ran.err


@pytest.mark.parametrize("words", [["--output", "a"], ["--jobs", "2"], ["--text"], ["--ray", "local"]])
def test_options_of_the_stream_without_it_are_a_usage_error(wm, tmp_path, words):
    (tmp_path / "a.txt").write_text("x")
    assert wm("read", "a.txt", *words).code == 2


def test_a_page_for_people_and_a_stream_are_not_made_at_once(wm, tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert wm("read", "a.txt", "--format", "jsonl", "--html", "a.html").code == 2
