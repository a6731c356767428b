"""File names from outside: what may be kept as it is, and what must first be made fit."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from witnessmark.capture.errors import BadNameError

#: Embeddings, overrides and isolates: they make a name read as another one (an executable as a picture).
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SEPARATORS: Final = frozenset("/\\\0")


@dataclass(frozen=True)
class FitName:
    """A name fit to be shown and kept, and what was changed to make it so."""

    name: str
    notes: tuple[str, ...] = ()


def check_name(name: str, *, limit: int = 255) -> None:
    """Raise `BadNameError` for a name that a person chose and can change, if it is too long or would deceive."""
    faults = name_faults(name, limit=limit)
    if faults:
        raise BadNameError(
            "this name cannot be kept",
            where=ascii(name if len(name) <= 80 else name[:77] + "…"),  # noqa: PLR2004  (an error stays one line)
            got="; ".join(faults),
            expected=f"a name of at most {limit} bytes without separators, control or direction characters",
            do="Copy the file to a plain name, note the old name in the context, and capture the copy",
        )


def fit_name(name: str, *, limit: int = 255, default: str = "unnamed") -> FitName:
    """Return a name that a carrier (mail, WARC) gave, made fit: nothing is refused, every change is noted."""
    faults = name_faults(name, limit=limit)
    if not faults:
        return FitName(name)
    clean = "".join(character for character in name if not _deceives(character)).strip(". ")
    stem, dot, extension = clean.rpartition(".")
    short = _cut(stem, limit - len(f".{extension}".encode())) + f".{extension}" if dot else _cut(clean, limit)
    short = short if name_faults(short, limit=limit) == () else _cut(clean, limit) or default
    return FitName(short or default, (f"name {ascii(name)[:200]} made fit: {'; '.join(faults)}",))


def name_faults(name: str, *, limit: int = 255) -> tuple[str, ...]:
    """Return in words what is wrong with a name; nothing, if it may be kept as it is."""
    size = len(name.encode("utf-8", errors="surrogatepass"))
    checks = (
        (not name.strip(), "no name"),
        (name in {".", ".."}, "a name that means a folder"),
        (size > limit, f"{size} bytes long"),
        (bool(_SEPARATORS & set(name)), "a path separator or NUL"),
        (bool(_BIDI & set(name)), "direction overrides, which make a name read as another"),
        (any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} and c != "\0" for c in name), "control characters"),
        (any(unicodedata.category(c) == "Cs" for c in name), "bytes that are not UTF-8"),
    )
    return tuple(fault for found, fault in checks if found)


def _deceives(character: str) -> bool:
    return character in _BIDI or character in _SEPARATORS or unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"}


def _cut(text: str, size: int) -> str:
    return text.encode()[: max(size, 0)].decode(errors="ignore")
