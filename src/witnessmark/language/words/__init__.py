"""Word lists as data: one file a list, entries parted by commas or line ends, `#` opening a comment.

Rules that use them live in the modules of `language`.
"""

from importlib.resources import files


def load(name: str) -> frozenset[str]:
    """Return the entries of the list `name`; raise `FileNotFoundError` when there is no such list."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (" ".join(entry.split()) for line in lines if not line.startswith("#") for entry in line.split(","))
    return frozenset(entry for entry in entries if entry)
