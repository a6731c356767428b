"""Treaties and other instruments named in a text."""

import re
from functools import cache
from typing import Final

from witnessmark.weighing.treaties import treaties

#: Every name of an instrument has a word of this kind.
_LIKELY: Final = re.compile(
    r"[A-Z]{2,}|\bC\d|\b(?i:covenant|convention|statute|protocol|rules|declaration|principles)\b"
)


@cache
def _named() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """What instruments are called: pattern, treaty key ("" for no treaty), day from which it exists; long names first."""
    rows = [(name, one.key, one.in_force) for one in treaties().treaties for name in (one.name, *one.names)]
    rows += [(name, "", one.adopted) for one in treaties().instruments for name in (one.name, *one.names)]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple((_pattern(name), key, day) for name, key, day in rows)


def _pattern(name: str) -> re.Pattern[str]:
    case = 0 if name.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", case)


def instruments_in(text: str) -> list[tuple[int, int, str, str]]:
    """Instruments named in a text: start, end, treaty key, day from which it exists; a longer name hides a shorter one."""
    found: list[tuple[int, int, str, str]] = []
    if not _LIKELY.search(text):
        return found
    for pattern, key, day in _named():
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _, _ in found):
                found.append((match.start(), match.end(), key, day))
    return sorted(found)


def instrument_spans(text: str) -> list[tuple[int, int]]:
    """Return where instruments are named, with the words of their names."""
    return [(start, end) for start, end, _, _ in instruments_in(text)]
