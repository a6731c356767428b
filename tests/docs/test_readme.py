"""The README's commands, run as they stand there."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Not run from here: this test is a part of it.
ITSELF = "make test"


def commands():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line and line != ITSELF]


@pytest.mark.slow
@pytest.mark.parametrize("line", commands())
def test_the_commands_of_the_readme_work(line, tmp_path):
    made = line.startswith("make ")
    for name in (".venv", "demo"):
        (tmp_path / name).symlink_to(ROOT / name)
    done = subprocess.run(
        ["sh", "-c", line], cwd=ROOT if made else tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if "--html" in line:
        assert "They came with a list" in (tmp_path / "who-said-what.html").read_text(encoding="utf-8")
    if line == "make demo":
        assert (ROOT / "demo-out" / "case" / "releases" / "1.0" / "report.pdf").stat().st_size > 10_000


def test_the_picture_of_the_readme_is_there():
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")
