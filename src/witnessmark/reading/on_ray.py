"""The same function over many items on a Ray cluster; Ray is an optional extra, loaded only here."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import Any, Final

from witnessmark.evidence.errors import WitnessmarkError
from witnessmark.reading.bulk import AHEAD
from witnessmark.reading.bulk_attempt import Item, Outcome, Value, attempt, lost

#: The address that starts a cluster on this machine, ended with the run.
LOCAL: Final = "local"
#: Bytes for results on their way, where we start the cluster: lines are small, and a laptop's memory is not the run's.
_STORE: Final = 128 << 20


class ClusterError(WitnessmarkError):
    """There is no Ray, or no cluster at this address."""


def on_cluster(
    function: Callable[[Item], Value], items: Iterable[Item], *, address: str, jobs: int
) -> Generator[Outcome[Item, Value]]:
    """Yield the outcome of each item in the order of the items, worked on by the cluster at `address`.

    `function` and its package are importable on every node, and files that items name are found there under the same path.
    `jobs` is the number of workers of a cluster that is started here (address `local`). Items are taken only as they are
    needed. An item whose worker dies is tried once more, then reported lost. Raises `ClusterError`.
    """
    ray = _ray()
    _connect(ray, address, jobs)
    try:
        task = ray.remote(num_cpus=1, max_retries=1)(attempt)
        shared = ray.put(function)  # once, not along with every item
        ahead = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        waiting: deque[tuple[Item, Any]] = deque()
        for item in items:
            if len(waiting) >= ahead:
                yield _outcome(ray, *waiting.popleft())
            waiting.append((item, task.remote(shared, item)))
        while waiting:
            yield _outcome(ray, *waiting.popleft())
    finally:
        ray.shutdown()


def _ray() -> Any:  # noqa: ANN401 - a module that need not be there
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nothing is told to anybody
    try:
        import ray
    except ImportError as error:
        raise ClusterError(
            "Ray is not installed", expected="the optional extra `ray`", do="Install witnessmark[ray], or use --jobs"
        ) from error
    return ray


def _connect(ray: Any, address: str, jobs: int) -> None:  # noqa: ANN401 - the module
    started = {"num_cpus": max(1, jobs), "object_store_memory": _STORE} if address == LOCAL else {}
    try:
        ray.init(
            address=address, include_dashboard=False if address == LOCAL else None, log_to_driver=False,
            configure_logging=False, **started,
        )  # fmt: skip
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise ClusterError(
            "the Ray cluster does not answer", where=address, got=str(error).splitlines()[0],
            expected="its address, `auto` or `local`", do="Check it with `ray status`",
        ) from error  # fmt: skip


def _outcome(ray: Any, item: Item, reference: Any) -> Outcome[Item, Value]:  # noqa: ANN401 - Ray's own types
    try:
        found: Outcome[Item, Value] = ray.get(reference)
    except ray.exceptions.RayError as error:
        return lost(item, f"{type(error).__name__} on the cluster")
    return found
