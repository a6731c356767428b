"""kill −9 at any moment of capture, judge and release, then run again: the same result but for time and salts."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("killed.py")
#: At how many places, spread over a whole run, each command is killed.
PLACES = 12
MAIL = (
    "From: a@example.org\nTo: b@example.org\nSubject: List\nDate: Mon, 2 Jun 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nThe list is attached.\n'
    '--x\nContent-Type: text/csv; name="list.csv"\nContent-Disposition: attachment; filename="list.csv"\n\nname,age\nA,3\nB,4\n--x--\n'
)


def run(environment, limit, *words):
    done = subprocess.run(
        [sys.executable, HARNESS, str(limit), *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def total_steps(stderr):
    return int(re.search(r"steps (\d+)", stderr)[1])


def places(total):
    return sorted({max(1, total * number // PLACES) for number in range(1, PLACES + 1)})


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text("Three men were taken on 3 May 2031, a neighbour said.")
    (folder / "b.eml").write_text(MAIL)
    return folder


def result(wm, case):
    """Return the case's items without what must differ: time and salts."""
    rows = wm("--case", case, "items", "--json").data
    for row in rows:
        row.pop("commitment")
    return rows, wm("--case", case, "statements", "--proposed", "--json").data


@pytest.mark.slow
def test_capture_killed_anywhere_and_run_again(wm, case, sources, environment, tmp_path):
    clean = tmp_path / "clean"
    shutil.copytree(case, clean)
    code, told = run(environment, 0, "--case", clean, "capture", sources)
    assert code == 0, told
    expected = result(wm, clean)
    for place in places(total_steps(told)):
        trial = tmp_path / f"trial-{place}"
        shutil.copytree(case, trial)
        code, _ = run(environment, place, "--case", trial, "capture", sources)
        assert code in (-signal.SIGKILL, 0)
        again = wm("--case", trial, "capture", sources)
        assert again.code == 0, (place, again.err)
        assert result(wm, trial) == expected, place
        checked = wm("--case", trial, "log", "verify")
        assert checked.code == 0, (place, checked.out)


@pytest.mark.slow
def test_judge_killed_anywhere_and_run_again(wm, case, sources, environment, tmp_path):
    assert wm("--case", case, "capture", sources).code == 0
    decisions = tmp_path / "decisions.jsonl"
    head = '{"author": "a", "time": "2031-06-02T10:00:00+02:00", "reason": "r", '
    decisions.write_text(
        head + '"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "Neighbour", "protected": true}}\n'
        + head + '"verdict": "protect", "object": "O1", "value": {"names": ["Real Name"]}}\n'
        + head + '"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "Three men were taken", "speaker": "O1"}}\n'
    )  # fmt: skip
    clean = tmp_path / "clean"
    shutil.copytree(case, clean)
    code, told = run(environment, 0, "--case", clean, "judge", decisions)
    assert code == 0, told
    expected = wm("--case", clean, "statements", "--json").data
    for place in places(total_steps(told)):
        trial = tmp_path / f"trial-{place}"
        shutil.copytree(case, trial)
        run(environment, place, "--case", trial, "judge", decisions)
        half = wm("--case", trial, "statements", "--json").data
        assert half in ([], expected), "a judgements file was applied in part"
        assert wm("--case", trial, "judge", decisions).code == 0
        assert wm("--case", trial, "statements", "--json").data == expected
        assert wm("--case", trial, "log", "verify").code == 0


MANUSCRIPT = """---
title: A small report
date: 2 June 2031
office: The Office
standard: reasonable grounds to believe
---

# What was said

A neighbour said that “three men were taken”. [@S1]
"""


@pytest.fixture
def ready(wm, case, tmp_path):
    """A case with one public item, one statement and a registered manuscript."""
    (tmp_path / "a.txt").write_text("On 3 May 2031 three men were taken, a neighbour said.")
    assert wm("--case", case, "capture", tmp_path / "a.txt").code == 0
    head = '{"author": "a", "time": "2031-06-02T10:00:00+02:00", "reason": "r", '
    (tmp_path / "d.jsonl").write_text(
        head + '"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "A neighbour"}}\n'
        + head + '"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "three men were taken", "speaker": "O1", '
        '"kind": "indirect", "distance": 1}}\n'
        + head + '"verdict": "disclose", "object": "E1", "value": {"disclosure": "public"}}\n'
    )  # fmt: skip
    assert wm("--case", case, "judge", tmp_path / "d.jsonl").code == 0
    (tmp_path / "report.md").write_text(MANUSCRIPT)
    assert wm("--case", case, "write", tmp_path / "report.md").code == 0
    return case


@pytest.mark.slow
def test_release_killed_anywhere_and_run_again(wm, ready, environment, tmp_path):
    clean = tmp_path / "clean"
    shutil.copytree(ready, clean)
    code, told = run(environment, 0, "--case", clean, "release", "--version", "1.0")
    assert code == 0, told
    names = sorted(str(path.relative_to(clean / "releases")) for path in (clean / "releases").rglob("*"))
    assert wm("keys", "export", tmp_path / "office.pub", "--case", clean).code == 0
    for place in places(total_steps(told)):
        trial = tmp_path / f"trial-{place}"
        shutil.copytree(ready, trial)
        run(environment, place, "--case", trial, "release", "--version", "1.0")
        if (trial / "releases" / "1.0").exists():
            assert wm("verify", trial / "releases" / "1.0", "--key", tmp_path / "office.pub").code == 0, (
                "half-written release"
            )
        again = wm("--case", trial, "release", "--version", "1.0")
        assert again.code == 0 or "never changes" in again.err, (place, again.err)
        assert sorted(str(path.relative_to(trial / "releases")) for path in (trial / "releases").rglob("*")) == names, (
            place
        )
        assert wm("verify", trial / "releases" / "1.0", "--key", tmp_path / "office.pub").code == 0
        assert wm("--case", trial, "log", "verify").code == 0
