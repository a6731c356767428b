"""One process at a time: a lock that the system frees when its holder ends, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from witnessmark.casefile.errors import CaseError

LOCK = ".lock"


@contextmanager
def only_one(folder: Path, holder: str) -> Iterator[None]:
    """Hold the folder's lock; raises `CaseError`, telling who holds it, where another process does.

    The lock file stays: removing it would let a third process lock a file that the second still waits for.
    """
    with (folder / LOCK).open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise CaseError(
                "another release of this case is being made", where=str(folder), got=f"held by {lock.read().strip()}",
                do="Wait until it is done, then run this command again",
            ) from error  # fmt: skip
        lock.truncate(0)
        lock.write(holder)
        lock.flush()
        yield
