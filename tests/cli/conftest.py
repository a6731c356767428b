"""Commands run as a person runs them: as a process, in a folder of their own."""

import json
import os
import shutil
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


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """One case, made once: making keys is slow on purpose, so tests copy it."""
    folder = tmp_path_factory.mktemp("template")
    words = ["init", folder / "case", "--name", "Trial", "--exercise"]
    done = subprocess.run(
        [PROGRAM, *map(str, words)], env=environment_of(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def environment_of(folder):
    return os.environ | {
        "WITNESSMARK_KEYS": str(folder / "keys"), "WITNESSMARK_PASSPHRASE": "correct horse battery",
        "WITNESSMARK_ACTOR": "a. officer", "COLUMNS": "120",
    }  # fmt: skip


@pytest.fixture
def environment(tmp_path):
    return environment_of(tmp_path)


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
def case(template, tmp_path):
    shutil.copytree(template / "case", tmp_path / "case")
    shutil.copytree(template / "keys", tmp_path / "keys")
    return tmp_path / "case"
