"""The gate of the reader: every figure at its floor, and a changed corpus or a missed floor ends it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"


def gate(*words, bench=ROOT / "bench", data=DATA):
    return subprocess.run(
        [sys.executable, bench / "reading" / "gate.py", *words, "--data", data],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def data():
    if not DATA.is_dir():
        pytest.skip(f"the data is not here ({DATA})")


@pytest.mark.slow
@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("name", ["statements", "field", "dates", "furniture"])
def test_every_figure_of_the_reader_is_at_its_floor(name):
    done = gate(name)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("data")
def test_a_raised_floor_and_a_changed_gold_are_told(tmp_path):
    bench = tmp_path / "bench"
    shutil.copytree(ROOT / "bench", bench)
    shutil.copytree(ROOT / "demo", tmp_path / "demo")
    floors = bench / "reading" / "floors" / "dates.json"
    held = json.loads(floors.read_text(encoding="utf-8"))
    held["floors"]["dates.value_f1"] = 0.999
    floors.write_text(json.dumps(held), encoding="utf-8")
    gold = bench / "reading" / "dates" / "invented_test.txt"
    gold.write_bytes(gold.read_bytes() + b"\n")
    done = gate("dates", bench=bench)
    assert done.returncode == 1
    assert "dates.value_f1 is" in done.stderr
    assert "invented_test.txt has the digest" in done.stderr


def test_without_the_data_the_gate_says_so(tmp_path):
    done = gate(data=tmp_path / "nowhere")
    assert done.returncode == 2
    assert "not here" in done.stderr
