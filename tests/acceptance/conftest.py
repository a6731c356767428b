"""The training case, run once as a person runs it; every test looks at what it left."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("witnessmark")


class Demo:
    """What `witnessmark demo --json` said, and where it left things."""

    def __init__(self, out, summary):
        self.out, self.summary = out, summary
        self.bundle, self.key = Path(summary["folder"]), Path(summary["key"])
        self.case = out / "case"

    def environment(self):
        return os.environ | {"WITNESSMARK_KEYS": str(self.out / "keys"), "WITNESSMARK_PASSPHRASE": "training exercise"}


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo") / "out"
    done = subprocess.run([PROGRAM, "demo", "--out", out, "--json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return Demo(out, json.loads(done.stdout))


@pytest.fixture
def copy(demo, tmp_path):
    """A copy of the bundle that a test may break."""
    shutil.copytree(demo.bundle, tmp_path / "bundle")
    return tmp_path / "bundle"


@pytest.fixture
def verify(demo):
    """Run the verifier that lies in the release, in a bare Python."""

    def run(bundle, *words):
        command = [sys.executable, "-I", "-S", demo.bundle / "verify.py", bundle, *words]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)

    return run
