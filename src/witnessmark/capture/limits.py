"""How much is taken in: bounds that real evidence stays below and hostile input does not."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds for one file.

    `size`: bytes, just below 2 GB. For zipped files: `entries` members, `unpacked` bytes in all,
    `ratio` of unpacked to packed bytes (judged above `ratio_from` unpacked bytes, since small files of blanks pack well),
    `depth` of archives within archives, `name` bytes of a file name (what common file systems can hold).
    """

    size: int = 2_000_000_000 - 1
    entries: int = 20_000
    unpacked: int = 1024 * MIB
    ratio: int = 150
    ratio_from: int = 20 * MIB
    depth: int = 2
    name: int = 255


@dataclass(frozen=True)
class FetchLimits:
    """Bounds for one fetch: bytes of a body, seconds in all and for each step, redirects followed."""

    size: int = 200 * MIB
    seconds: float = 60.0
    step_seconds: float = 20.0
    redirects: int = 8
