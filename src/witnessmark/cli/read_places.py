"""What `read` finds under the names a person gives: files, addresses, the members of archives, in a stable order."""

import os
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from witnessmark.cli.read_archives import archive_of
from witnessmark.cli.sources import STDIN, Opened, open_source

#: What separates an archive from its member in a path: `pages.zip!/2031/a.html`.
INSIDE: Final = "!/"


@dataclass(frozen=True)
class Place:
    """Where one document is: a file, an address or standard input, or the member of an `archive` at an offset.

    `path` is how it is called in the output.
    """

    path: str
    archive: str = ""
    at: int = 0

    def open(self) -> Opened:
        """Return its bytes; raise `SourceError`, a `ReadingError` or `OSError` when there are none to be had."""
        if not self.archive and Path(self.path).is_dir():
            os.scandir(self.path).close()  # it did not open before: what the system says is why
        kind = archive_of(self.archive)
        return open_source(self.path) if kind is None else kind.open(Path(self.archive), self.at, self.path)


@dataclass
class Aside:
    """What was left aside on the way, counted by kind. `never` are files that are not read: our own output."""

    never: Collection[tuple[int, int]] = ()
    counts: Counter[str] = field(default_factory=Counter)

    def words(self) -> str:
        """Return the counts in words, empty when nothing was left aside."""
        return ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.counts.items()))


def places(names: Collection[str], aside: Aside) -> Iterator[Place]:
    """Yield the documents under each name: a folder's files in the order of their names, an archive's in its own order.

    In folders, links are not followed; hidden files and what is no file (a pipe, a device) are left aside, and counted.
    """
    for name in names:
        if name == STDIN or name.startswith(("http://", "https://")) or not Path(name).is_dir():
            yield from _documents(name, aside)
        else:
            for path in _files(name, aside):
                yield from _documents(path, aside)


def _files(folder: str, aside: Aside) -> Iterator[str]:
    """Yield the files below a folder, however deep; a folder that does not open is yielded itself, and opening it tells why."""
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if is_folder:
            waiting += reversed(_entries(path, aside))
        else:
            yield path


def _entries(folder: str, aside: Aside) -> list[tuple[str, bool]]:
    """Return what is read in a folder, by name, each with whether it is a folder."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return [(folder, False)]
    kept = []
    for entry in entries:
        kind = _not_read(entry, aside)
        if kind:
            aside.counts[kind] += 1
        else:
            kept.append((entry.path, entry.is_dir(follow_symlinks=False)))
    return kept


def _not_read(entry: os.DirEntry[str], aside: Aside) -> str:
    """Return as what kind of thing an entry is not read, or "" when it is."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_symlink():
        return "links"
    if entry.is_dir(follow_symlinks=False):
        return ""
    if not entry.is_file(follow_symlinks=False):
        return "pipes or devices"
    about = entry.stat(follow_symlinks=False)
    return "our own output" if (about.st_dev, about.st_ino) in aside.never else ""


def _documents(path: str, aside: Aside) -> Iterator[Place]:
    """Yield a file, or each document in it where it is an archive of several."""
    kind = archive_of(path)
    if kind is None or not kind.is_one(Path(path)):
        yield Place(path)
        return
    for name, at in kind.members(Path(path), aside.counts):
        shown = f"{path}{INSIDE}{name}" if name else path
        yield Place(shown) if at is None else Place(shown, path, at)
