"""Two processes at the same time."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HOLD = """
import sys, time
from pathlib import Path
from witnessmark.casefile.flows.alone import only_one
with only_one(Path(sys.argv[1]), "b. officer, process 7"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_release_at_once_is_told_who_makes_the_first(wm, case):
    with subprocess.Popen([sys.executable, "-c", HOLD, case / "releases"], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        second = wm("--case", case, "release", "--version", "1.0")
        holder.kill()
    assert second.code == 1
    assert "held by b. officer, process 7" in second.err
    after = wm("--case", case, "release", "--version", "1.0")
    assert "another release" not in after.err, "the lock outlived the killed process"


def test_two_captures_of_one_new_protected_source_at_once_both_succeed(wm, case, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"I saw what {name} did, said the witness.")
    with ThreadPoolExecutor(2) as pool:
        ran = list(
            pool.map(
                lambda name: wm("--case", case, "capture", tmp_path / f"{name}.txt", "--source", "O7", "--protected"),
                ("a", "b"),
            )
        )
    assert [one.code for one in ran] == [0, 0], [one.err + one.out for one in ran]
    assert wm("--case", case, "log", "verify").code == 0
    assert len(wm("--case", case, "items", "--json").data) == 2
