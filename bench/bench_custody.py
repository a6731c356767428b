"""The custody log: appends to the tree, whole events, proofs, and durable appends against bare SQLite."""

import sqlite3
import tempfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter

from rows import Row

from witnessmark.custody.log import Log, MemoryStorage, SqliteStorage, event
from witnessmark.custody.merkle import Tree

AT = "2031-05-02T14:00:00+03:00"
_BATCH = 500
_COMMAND = "make bench, or: python bench/run.py custody"
_TREE_LIMIT, _EVENT_LIMIT, _PROOF_LIMIT, _DURABLE_LIMIT = 300_000, 40_000, 50_000, 1.3


def _seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _leaf(number: int) -> bytes:
    return event("collected", AT, item=sha256(b"%d" % number).digest(), actor=bytes(32), file=bytes(32), size=number)


def _rate_row(name: str, rate: float, unit: str, limit: int, note: str) -> Row:
    return Row(
        name=name, ours=rate, unit=unit, peer_name="limit", peer=limit, ratio=rate / limit, bound=1.0, at_least=True,
        command=_COMMAND, note=note,
    )  # fmt: skip


def _append_each(tree: Tree, leaves: list[bytes]) -> None:
    for leaf in leaves:
        tree.append(leaf)


def _append_events(log: Log, count: int) -> None:
    for number in range(count):
        log.append(_leaf(number))


def _keep_events(count: int) -> float:
    """Return the seconds that making events and keeping them in SQLite takes, a thousand in a synced transaction."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        storage = SqliteStorage(Path(name) / "log.db")
        log = Log(storage)
        start = perf_counter()
        for first in range(0, count, _BATCH):
            with storage.transaction():
                log.extend([_leaf(number) for number in range(first, first + _BATCH)])
        took = perf_counter() - start
        storage.close()
    return took


def _prove(tree: Tree, count: int) -> None:
    size = len(tree)
    for number in range(count):
        tree.inclusion(number * 7919 % size)


def _bare(folder: Path) -> Callable[[bytes], object]:
    """Return the least that keeps a row: one INSERT in one synced transaction."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE leaf (seq INTEGER PRIMARY KEY, leaf BLOB NOT NULL)")
    return lambda leaf: connection.execute("INSERT INTO leaf (leaf) VALUES (?)", (leaf,))


def _ours(folder: Path) -> Callable[[bytes], object]:
    storage = SqliteStorage(folder / "ours.db")
    log = Log(storage)

    def append(leaf: bytes) -> None:
        with storage.transaction():
            log.append(leaf)

    return append


def _durable_row(count: int) -> Row:
    leaves = [_leaf(number) for number in range(count)]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        bare, ours = _bare(Path(name)), _ours(Path(name))
        took: dict[Callable[[bytes], object], list[float]] = {bare: [], ours: []}
        for number, leaf in enumerate(leaves):
            # Who comes second finds the disk in the state that the first left: so they take turns in going first.
            for append in (bare, ours) if number % 2 else (ours, bare):
                took[append].append(_seconds(partial(append, leaf)))
    peer, mine = median(took[bare]), median(took[ours])
    return Row(
        name="durable append, one synced transaction each", ours=mine * 1e6, unit="µs", peer_name="bare SQLite INSERT",
        peer=peer * 1e6, ratio=mine / peer, bound=_DURABLE_LIMIT, at_least=False, command=_COMMAND,
        note=f"median of {count} pairs, taken in turns on the same disk",
    )  # fmt: skip


def measure(*, quick: bool = False) -> list[Row]:
    """Measure every claim."""
    count = 2_000 if quick else 200_000
    leaves = [_leaf(number) for number in range(count)]
    tree = Tree()
    appends = count / _seconds(lambda: _append_each(tree, leaves))
    proofs = count / _seconds(lambda: _prove(tree, count))
    events = count / 4 / _seconds(lambda: _append_events(Log(MemoryStorage()), count // 4))
    return [
        _rate_row("tree: appends of encoded leaves", appends, "leaves/s", _TREE_LIMIT, "one at a time"),
        _rate_row(
            "log: events end to end", events, "events/s", _EVENT_LIMIT, "canonical JSON, hash, append, in memory"
        ),
        _rate_row(
            "log: events kept in SQLite",
            count / 4 / _keep_events(count // 4),
            "events/s",
            _EVENT_LIMIT,
            f"the same, {_BATCH:,} a synced transaction",
        ),
        _rate_row("tree: inclusion proofs", proofs, "proofs/s", _PROOF_LIMIT, f"of scattered leaves of {count:,}"),
        _durable_row(50 if quick else 1_000),
    ]
