"""Word lists as data: one file a list, entries parted by commas or line ends, `#` opening a comment.

Rules that use them live in the modules of `language`.
"""

from importlib.resources import files


def load(name: str) -> frozenset[str]:
    """Return the entries of the list `name`; raise `FileNotFoundError` when there is no such list."""
    return frozenset(entry for line in _lines(name) for entry in _entries(line))


def load_table(name: str) -> dict[str, str]:
    """Return entry → key of a table, whose lines are `key: entry, entry`."""
    pairs = (line.rpartition(": ") for line in _lines(name))
    return {entry: key for key, _, entries in pairs for entry in _entries(entries)}


def _lines(name: str) -> list[str]:
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _entries(line: str) -> list[str]:
    return [entry for entry in (" ".join(part.split()) for part in line.split(",")) if entry]
