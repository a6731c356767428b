"""The same lines from a Ray cluster of two workers as from one process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("witnessmark")
#: Two nodes with a worker each, on this machine; the command joins them by their address, as it joins any cluster.
CLUSTER = """
import subprocess, sys
from ray.cluster_utils import Cluster

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False})
cluster.add_node(num_cpus=1, object_store_memory=80 << 20)
try:
    sys.exit(subprocess.run([*sys.argv[1:], "--ray", cluster.address]).returncode)
finally:
    cluster.shutdown()
"""


@pytest.fixture
def pages(tmp_path):
    for number in range(30):
        words = f"“The gate {number} was shut on Monday,” Maria Lopez told reporters on {number % 28 + 1} May 2031.\n"
        (tmp_path / f"{number:02}.txt").write_text(words * (number + 1), encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    return tmp_path


@pytest.mark.slow
def test_two_workers_of_a_cluster_give_the_same_bytes_as_one_process(pages):
    pytest.importorskip("ray")
    command = [PROGRAM, "read", str(pages), "--format", "jsonl"]
    quiet = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "disabled"}
    alone = subprocess.run([*command, "--jobs", "0"], capture_output=True, check=False)
    spread = subprocess.run(
        [sys.executable, "-c", CLUSTER, *command], capture_output=True, check=False, env=quiet, timeout=300
    )
    assert spread.returncode == 1, spread.stderr.decode()[-2000:]
    assert spread.stdout.count(b"\n") == 31
    assert spread.stdout == alone.stdout


def test_without_ray_the_command_says_what_to_install(pages, monkeypatch):
    from witnessmark.reading.on_ray import ClusterError, on_cluster

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterError, match=r"witnessmark\[ray\]"):
        next(on_cluster(len, ["a"], address="local", jobs=1))
