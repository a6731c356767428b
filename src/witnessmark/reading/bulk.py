"""One function over many items in worker processes: outcomes in the order of the items, whatever happens to a worker."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from witnessmark.reading.bulk_attempt import Item, Outcome, Value, attempt
from witnessmark.reading.bulk_crew import Crew

#: Items given out ahead of the oldest one that is not done, for each worker: what is kept back is bounded by it.
AHEAD: Final = 8
#: Seconds after which the worker of an item is stopped; the longest text that is read takes a tenth of them.
PATIENCE: Final = 1800.0


def in_this_process(function: Callable[[Item], Value], items: Iterable[Item]) -> Iterator[Outcome[Item, Value]]:
    """Yield the outcome of each item, one after the other, without any other process."""
    for item in items:
        yield attempt(function, item)


def in_processes(
    function: Callable[[Item], Value], items: Iterable[Item], *, jobs: int, patience: float = PATIENCE
) -> Iterator[Outcome[Item, Value]]:
    """Yield the outcome of each item in the order of the items, worked on by `jobs` processes.

    `function` is importable by name and its result depends on the item alone. Items are taken only as they are needed, and
    outcomes kept only until their turn. An item whose worker dies is tried once more and then reported lost, as is one that
    takes longer than `patience` seconds. Close the iterator to stop early. Raises `CrewError` when no worker starts.
    """
    given = enumerate(items)
    taken: set[int] = set()
    done: dict[int, Outcome[Item, Value]] = {}
    turn = 0
    with Crew(function, jobs=jobs, patience=patience) as crew:
        more = True
        while more or taken:
            while more and crew.free and len(taken) < AHEAD * jobs:
                following = next(given, None)
                if following is None:
                    more = False
                    break
                crew.give(*following)
                taken.add(following[0])
            if taken:
                done.update(crew.results())
            while turn in done:
                taken.remove(turn)
                yield done.pop(turn)
                turn += 1
