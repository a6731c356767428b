"""Commands run as a person runs them: as a process, in a folder of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("witnessmark")


class Ran:
    """What a command printed and returned."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def data(self):
        return json.loads(self.out)


@pytest.fixture
def environment(tmp_path):
    return os.environ | {
        "WITNESSMARK_KEYS": str(tmp_path / "keys"), "WITNESSMARK_PASSPHRASE": "correct horse battery",
        "WITNESSMARK_ACTOR": "a. officer", "COLUMNS": "120",
    }  # fmt: skip


@pytest.fixture
def wm(tmp_path, environment):
    def run(*words, stdin=None, cwd=None, env=None):
        done = subprocess.run(
            [str(PROGRAM), *map(str, words)], cwd=cwd or tmp_path, env=environment | (env or {}), capture_output=True,
            text=True, input=stdin, check=False, timeout=120,
        )  # fmt: skip
        return Ran(done)

    return run


@pytest.fixture
def case(wm, tmp_path):
    made = wm("init", tmp_path / "case", "--name", "Trial", "--exercise")
    assert made.code == 0, made.err
    return tmp_path / "case"
