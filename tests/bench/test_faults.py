"""Clean manuscripts raise no more alarms than was reached before, and every case applies wholly."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


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
