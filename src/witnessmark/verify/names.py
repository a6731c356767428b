"""Which names may stand in a bundle: plain ASCII that means the same on every system."""

import re
from collections.abc import Iterable

from witnessmark.verify.faults import Fault

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,98}[A-Za-z0-9_-]|[A-Za-z0-9]")
_PATH_LIMIT = 240
#: Windows opens a device instead of a file with one of these names, whatever its ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}


def name_fault(path: str) -> Fault | None:
    """Return what is wrong with a path of the bundle (`a/b.html`), or None."""
    if not path.isascii():
        return Fault("non-ascii-name", ascii(path), "", "ASCII letters, digits, dots, dashes, underscores")
    parts = path.split("/")
    if len(path) > _PATH_LIMIT or not all(_PART.fullmatch(part) for part in parts):
        return Fault("unsafe-name", ascii(path), "", "letters, digits, . _ - in each part, a letter or digit first")
    if any(part.split(".")[0].lower() in _DEVICES for part in parts):
        return Fault("unsafe-name", path, "the name of a device on Windows")
    return None


def colliding_names(paths: Iterable[str]) -> list[Fault]:
    """Return a fault for each path that differs from another (or from its folders) only in upper and lower case."""
    seen: dict[str, str] = {}
    faults = {}
    for path in sorted(paths):
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            head = "/".join(parts[:depth])
            other = seen.setdefault(head.lower(), head)
            if other != head:
                faults[head] = Fault("case-collision", head, other, "names that differ by more than case")
    return list(faults.values())
