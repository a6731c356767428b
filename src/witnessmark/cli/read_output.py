"""The file that a long reading is written to, line by line, so that a run that was killed goes on where it stopped."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from witnessmark.cli.read_lines import Order
from witnessmark.evidence.errors import WitnessmarkError


class OutputError(WitnessmarkError):
    """A file of readings cannot be gone on with."""


class _Head(msgspec.Struct):
    """Of a line, what tells whose it is."""

    path: str
    error: str = ""


@dataclass(frozen=True)
class Written:
    """What an earlier run left: how many lines are whole, and the last of a file that could be read, to be compared."""

    count: int = 0
    failed: int = 0
    last: tuple[Order, bytes] | None = None


@contextmanager
def appended(path: Path) -> Iterator[BinaryIO]:
    """Open a file of lines for reading and adding to; no second run may write it meanwhile."""
    with path.open("a+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                "another run is writing this file", where=str(path), do="Wait until it is done"
            ) from error
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def resume(stream: BinaryIO, orders: Iterator[Order], path: Path) -> Written:
    """Return what is whole of an earlier run and take as much off `orders`; a line that was half written is cut off.

    Raises `OutputError` when the file holds lines of anything else than the first of these orders.
    """
    stream.seek(0)
    count = failed = whole = 0
    last: tuple[Order, bytes] | None = None
    for line in stream:
        if not line.endswith(b"\n"):
            break
        head, order = _head(line, path), next(orders, None)
        if order is None or head.path != order.place.path:
            expected = order.place.path if order else "no more lines"
            raise OutputError(
                "this file holds the lines of other files", where=str(path), got=head.path, expected=expected,
                do="Name another file for --output, or move this one away",
            )  # fmt: skip
        count, failed, whole = count + 1, failed + bool(head.error), whole + len(line)
        last = last if head.error else (order, line)
    stream.truncate(whole)
    return Written(count, failed, last)


def same(written: Written, line: bytes, path: Path) -> None:
    """Raise `OutputError` when the last line of an earlier run would now be another: then the rest would not fit it."""
    if written.last is not None and written.last[1] != line:
        raise OutputError(
            "this file was begun with other options, another version or other files", where=str(path),
            got=f"another reading of {written.last[0].place.path}", expected="the reading that stands in it",
            do="Name another file for --output, or move this one away and begin again",
        )  # fmt: skip


def _head(line: bytes, path: Path) -> _Head:
    try:
        return msgspec.json.decode(line, type=_Head)
    except msgspec.MsgspecError:
        pass  # half a surrogate pair in a name is JSON, though not for this decoder
    try:
        found = json.loads(line)
        return _Head(path=str(found["path"]), error=str(found.get("error", "")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OutputError(
            "this file holds something else than readings", where=str(path), got=repr(line[:60]),
            expected="lines that `read --format jsonl` wrote", do="Name another file for --output",
        ) from error  # fmt: skip
