"""JSON read strictly: no key twice, no NaN, and each field of the kind that it must have."""

import json
import re
from typing import Any

from witnessmark.verify.faults import BrokenError

_HEX32 = re.compile(r"[0-9a-f]{64}")


def load_json(data: bytes, where: str, form: str) -> dict[str, Any]:
    """Return the object in a JSON file; raise `BrokenError` unless its `format` is `form`."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BrokenError("not-json", where, str(error), form) from error
    if not isinstance(value, dict) or value.get("format") != form:
        got = repr(value.get("format"))[:60] if isinstance(value, dict) else type(value).__name__
        raise BrokenError("wrong-format", where, got, form)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def text_of(record: object, name: str, where: str) -> str:
    """Return a field that must be a string."""
    value = record.get(name) if isinstance(record, dict) else None
    if not isinstance(value, str):
        raise BrokenError("wrong-field", f"{where}: {name}", type(value).__name__, "a string")
    return value


def number_of(record: object, name: str, where: str) -> int:
    """Return a field that must be a whole number from 0."""
    value = record.get(name) if isinstance(record, dict) else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BrokenError("wrong-field", f"{where}: {name}", repr(value)[:40], "a whole number from 0")
    return value


def list_of(record: object, name: str, where: str) -> list[Any]:
    """Return a field that must be a list."""
    value = record.get(name) if isinstance(record, dict) else None
    if not isinstance(value, list):
        raise BrokenError("wrong-field", f"{where}: {name}", type(value).__name__, "a list")
    return value


def hash_of(record: object, name: str, where: str) -> bytes:
    """Return a field that must be 64 lower-case hex digits, as 32 bytes."""
    return hash_from(text_of(record, name, where), f"{where}: {name}")


def hash_from(value: object, where: str) -> bytes:
    """Return 32 bytes from 64 lower-case hex digits."""
    if not isinstance(value, str) or not _HEX32.fullmatch(value):
        raise BrokenError("wrong-field", where, repr(value)[:70], "64 lower-case hex digits")
    return bytes.fromhex(value)


def path_of(record: object, where: str) -> list[bytes]:
    """Return the field `path`: a list of hashes."""
    return [hash_from(value, f"{where}: path") for value in list_of(record, "path", where)]
