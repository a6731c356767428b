"""Making a case: wholly or not at all, and again after it was stopped."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("killed.py")
PLACES = 8


def killed_init(environment, limit, folder):
    words = [sys.executable, HARNESS, str(limit), "init", str(folder), "--name", "Trial"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_init_killed_anywhere_and_run_again(wm, environment, tmp_path):
    whole = killed_init(environment, 0, tmp_path / "whole")
    assert whole.returncode == 0, whole.stderr
    total = int(re.search(r"steps (\d+)", whole.stderr)[1])
    for place in sorted({*range(1, 20, 5), *(total * number // PLACES for number in range(1, PLACES)), total}):
        case, keys = tmp_path / f"case-{place}", tmp_path / f"keys-{place}"
        own = environment | {"WITNESSMARK_KEYS": str(keys)}
        stopped = killed_init(own, place, case)
        assert stopped.returncode == -signal.SIGKILL
        if not (case / "witnessmark.toml").exists():
            again = wm("init", case, "--name", "Trial", env=own)
            assert again.code == 0, (place, again.err)
        assert wm("--case", case, "log", "verify", env=own).code == 0
        assert len(list(keys.iterdir())) == 1, "keys of the stopped run were left"
        assert not list(case.glob("*unfinished*"))


def test_without_a_passphrase_nothing_is_made(wm, tmp_path):
    refused = wm("init", tmp_path / "new", "--name", "Trial", env={"WITNESSMARK_PASSPHRASE": ""}, stdin="")
    assert refused.code == 1
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "keys").exists()


def test_a_folder_with_anything_else_in_it_is_left_alone_and_named(wm, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    refused = wm("init", tmp_path / "mine", "--name", "Trial")
    assert refused.code == 1
    assert "notes.txt" in refused.err
    assert (tmp_path / "mine" / "notes.txt").read_text() == "mine"


def test_a_case_is_never_made_anew(wm, case):
    refused = wm("init", case, "--name", "Trial")
    assert refused.code == 1
    assert "a case in this folder already" in refused.err


@pytest.mark.parametrize("bad", ["../../elsewhere", "", "0123456789ABCDEF"])
def test_a_marker_with_an_id_that_is_none_is_refused(wm, case, bad):
    (case / "witnessmark.toml").write_text(f'format = 1\nid = "{bad}"\nname = "Trial"\n')
    refused = wm("--case", case, "items")
    assert refused.code == 1
    assert "16 hex digits" in refused.err


def test_any_name_of_a_case_is_read_back(tmp_path, monkeypatch):
    import tomllib

    from witnessmark.casefile.folder import create_folder, find_folder, finish_folder

    monkeypatch.setenv("WITNESSMARK_KEYS", str(tmp_path / "keys"))
    name = 'a "quoted" \\ name\r\n\t\x00\x7f\x85\u2028 😀 قضية'
    folder = create_folder(tmp_path / "case", name)
    finish_folder(folder)
    assert find_folder(tmp_path / "case").name == name
    assert tomllib.loads((tmp_path / "case" / "witnessmark.toml").read_text(encoding="utf-8"))["name"] == name
