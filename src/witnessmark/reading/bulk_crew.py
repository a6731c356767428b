"""A crew of worker processes, each with one item at a time, so that a dead worker loses nothing but its own item."""

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Final, Generic, Self

from witnessmark.evidence.errors import WitnessmarkError
from witnessmark.reading.bulk_attempt import Item, Outcome, Value, attempt, lost

#: Workers start afresh instead of as copies: a copy of a process with threads (a model's, a progress bar's) may hang.
_CONTEXT: Final = get_context("spawn")
_TRIES: Final = 2
#: So many workers in a row that end before they have started to work mean that none will.
_STILLBORN: Final = 3
#: Seconds that a worker which was told to end is given before it is killed.
_GRACE: Final = 2.0


class CrewError(WitnessmarkError):
    """Worker processes cannot be started."""


@dataclass
class _Task(Generic[Item]):
    number: int
    item: Item
    tries: int = 0


class _Worker(Generic[Item]):
    """One process, our end of the pipe to it, and what it works on since when."""

    def __init__(self, function: Callable[[Item], object]) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_serve, args=(theirs, function), daemon=True)
        self.process.start()
        theirs.close()
        self.started = False
        self.task: _Task[Item] | None = None
        self.since = 0.0

    def give(self, task: _Task[Item]) -> None:
        """Send a task to the process and begin its time; a process that has died is found out by waiting for it."""
        task.tries += 1
        self.task, self.since = task, time.monotonic()
        with contextlib.suppress(OSError):  # it has died: waiting for it will tell
            self.pipe.send(task.item)

    def end(self) -> None:
        """End the process, by force where it does not end in its grace, and close the pipe to it."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(_GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    @property
    def how(self) -> str:
        """How the process ended, in words."""
        self.process.join(_GRACE)
        code = self.process.exitcode
        if code is not None and code < 0:
            return f"killed by signal {-code} ({signal.Signals(-code).name})"
        return f"exit code {code}"


class Crew(Generic[Item, Value]):
    """`jobs` workers that apply one function; use it as a context, and its workers are gone at the end."""

    def __init__(self, function: Callable[[Item], Value], *, jobs: int, patience: float) -> None:
        self._function, self._patience = function, patience
        self._workers: list[_Worker[Item]] = []
        self._jobs = jobs
        self._stillborn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()

    @property
    def free(self) -> bool:
        """Whether an item can be given out."""
        return len(self._workers) < self._jobs or any(worker.task is None for worker in self._workers)

    def give(self, number: int, item: Item) -> None:
        """Give an item to a worker that has none, or to a new one."""
        self._give(_Task(number, item))

    def results(self) -> Iterator[tuple[int, Outcome[Item, Value]]]:
        """Wait until a worker has a result, has died or has run out of time; yield number and outcome of what is over."""
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        oldest = min(worker.since for worker in busy.values())
        ready = wait(list(busy), timeout=max(0.0, oldest + self._patience - time.monotonic()))
        for pipe in ready:
            yield from self._received(busy[pipe])  # type: ignore[index]  # wait gives back what it was given
        for worker in busy.values():
            if worker.task is not None and worker.since + self._patience <= time.monotonic():
                yield self._stopped(worker)

    def _give(self, task: _Task[Item]) -> None:
        worker = next((worker for worker in self._workers if worker.task is None), None)
        if worker is None:
            worker = _Worker(self._function)
            self._workers.append(worker)
        worker.give(task)

    def _received(self, worker: _Worker[Item]) -> Iterator[tuple[int, Outcome[Item, Value]]]:
        task = worker.task
        assert task is not None  # only busy workers are waited for
        try:
            message: Any = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker, task)
            return
        if message is None:
            worker.started, self._stillborn = True, 0
            worker.since = time.monotonic()
            return
        worker.task = None
        yield task.number, message

    def _died(self, worker: _Worker[Item], task: _Task[Item]) -> Iterator[tuple[int, Outcome[Item, Value]]]:
        """Put a fresh worker in the place of a dead one; its item is tried once more."""
        how = worker.how
        self._dismiss(worker)
        if not worker.started:
            self._stillborn += 1
            task.tries -= 1
            if self._stillborn >= _STILLBORN:
                raise CrewError(
                    "worker processes cannot be started", got=how, do="Run the command with --jobs 0, in one process"
                )
        if task.tries < _TRIES:
            self._give(task)
        else:
            yield task.number, lost(task.item, how)

    def _stopped(self, worker: _Worker[Item]) -> tuple[int, Outcome[Item, Value]]:
        task = worker.task
        assert task is not None  # only busy workers run out of time
        self._dismiss(worker)
        return task.number, lost(task.item, f"stopped after {self._patience:,.0f} seconds")

    def _dismiss(self, worker: _Worker[Item]) -> None:
        worker.task = None
        self._workers.remove(worker)
        worker.end()


def _serve(pipe: Connection, function: Callable[[Item], Value]) -> None:
    """Work in a process of its own until the other end of the pipe is closed, as it is when the run is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that the person started
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            pipe.send(attempt(function, pipe.recv()))
