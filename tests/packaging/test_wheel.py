"""The wheel holds all that runs need: the training case goes through from it alone, without a checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UV = Path(sys.executable).with_name("uv")


@pytest.mark.slow
def test_the_training_case_runs_from_the_wheel_alone(tmp_path):
    subprocess.run([UV, "build", "--wheel", "--quiet", "--out-dir", tmp_path, ROOT], check=True, cwd=tmp_path)
    wheel = next(tmp_path.glob("*.whl"))
    command = [
        UV,
        "run",
        "--quiet",
        "--isolated",
        "--no-project",
        "--python",
        sys.executable,
        "--with",
        wheel,
        "witnessmark",
    ]
    done = subprocess.run(
        [*command, "demo", "--out", "out", "--json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert summary["verified"]
    assert str(ROOT) not in done.stdout
