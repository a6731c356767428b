"""Clean manuscripts raise no more alarms than was reached before, and every case applies wholly."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_single_faults_are_found_as_often_as_before():
    """A third of the faults of `make faults`; each kind of fault must be made, and each family reach its floor."""
    done = subprocess.run(
        [sys.executable, ROOT / "bench" / "faults" / "run.py", "--per", "3", "--processes", "1", "--gate"],
        capture_output=True,
        text=True,
        check=False,
        timeout=1500,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    caught, made = map(int, re.search(r"^(\d+) of (\d+) mutants caught", done.stdout, re.MULTILINE).groups())
    assert 0 < caught <= made


def test_clean_manuscripts_stay_under_their_ceilings():
    done = subprocess.run(
        [sys.executable, ROOT / "bench" / "faults" / "alarms.py"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(re.findall(r"^(\w+): \d+ alarms", done.stdout, re.MULTILINE)) >= {"demo", "crossing"}
