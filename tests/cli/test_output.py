"""What reaches the terminal: words from outside stay words, and --json is one document whatever happens."""

import subprocess
from pathlib import Path

import pytest

TITLE = "Big [/title] [red]news"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><p>Something was said in the town on that day.</p></body></html>"
)


def test_square_brackets_in_a_title_are_words(wm, case, tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    assert wm("--case", case, "capture", tmp_path / "page.html").code == 0
    ran = wm("--case", case, "items", env={"COLUMNS": "300"})
    assert (ran.code, TITLE in ran.out) == (0, True)


def test_a_file_name_cannot_steer_the_terminal(wm, case, tmp_path):
    (tmp_path / "a\x1b[31m\u202eb.txt").write_text("Words that stand here.")
    ran = wm("--case", case, "capture", tmp_path / "a\x1b[31m\u202eb.txt")
    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert "\\x1b[31m\\u202eb.txt" in ran.out


def test_a_name_that_is_not_utf8_is_told_also_as_json(wm, case, tmp_path):
    folder = Path(tmp_path / "in")
    folder.mkdir()
    with (folder / "x\udcff.txt").open("wb") as out:
        out.write(b"Words that stand here.")
    ran = wm("--case", case, "capture", tmp_path / "in", "--json")
    assert ran.code == 1
    assert "UTF-8" in ran.data["failed"][0]["got"]


@pytest.mark.parametrize(
    "words",
    [
        ["items", "--nope"], ["items", "E9"], ["explain", "WM999"], ["reed"], ["read", "nowhere.html"], ["judge", "nowhere"],
        ["capture", "nowhere.txt"], ["release", "--version", "../x"], ["verify", "nowhere"], ["keys", "destroy", "O9", "--reason", "x"],
        ["restore", "nowhere", "x"], ["quote", "nowhere.html", "x"], ["check"], ["waive", "WM201", "--reason", "x"], ["log"],
    ],
)  # fmt: skip
def test_a_failure_as_json_is_one_document(wm, case, words):
    ran = wm("--case", case, "--json", *words, stdin="")
    assert ran.code not in (0, 3)
    assert ran.data
    assert "Traceback" not in ran.err


def test_several_pages_as_json_are_one_document(wm, tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE)
    ran = wm("read", tmp_path / "a.html", tmp_path / "b.html", tmp_path / "no.html", "--json")
    assert (ran.code, len(ran.data["readings"]), len(ran.data["failed"])) == (1, 2, 1)


def test_a_broken_database_is_told_in_words(wm, case, tmp_path):
    (tmp_path / "case" / "case.sqlite3").write_bytes(b"SQLite format 3\0" + bytes(5000))
    ran = wm("--case", case, "items")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "database" in ran.err


def test_ctrl_c_ends_a_command_with_130(case, environment):
    program = (
        "import sys, signal, os\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it\n"
        "import witnessmark.cli.items as items\n"
        "items.command.callback = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        "from witnessmark.cli.main import main\n"
        "sys.exit(main(['items']))\n"
    )
    import sys

    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, "stopped")
