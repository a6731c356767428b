"""One item of many: its value, or in words why there is none."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

import msgspec

from witnessmark.evidence.errors import WitnessmarkError

Item = TypeVar("Item")
Value = TypeVar("Value")
#: The parts of a `WitnessmarkError`, as its `as_dict` gives them.
Failure = dict[str, str]
_LONGEST: Final = 500


class Outcome(msgspec.Struct, Generic[Item, Value], frozen=True, kw_only=True):
    """What became of an item: its value, or the failure that stands for it."""

    item: Item
    value: Value | None = None
    failure: Failure | None = None


class BrokenReaderError(WitnessmarkError):
    """The reader met something that it does not foresee; no other file is touched by it."""


class LostWorkerError(WitnessmarkError):
    """The process that read a file was ended from outside, or by the file."""


def attempt(function: Callable[[Item], Value], item: Item) -> Outcome[Item, Value]:
    """Return the outcome of an item; nothing but a signal from outside comes through as an exception."""
    try:
        return Outcome(item=item, value=function(item))
    except WitnessmarkError as error:
        return Outcome(item=item, failure=error.as_dict())
    except Exception as error:  # noqa: BLE001 - one broken file must not end a run of thousands; it is reported
        told = BrokenReaderError(
            "the reader broke on this file", got=f"{type(error).__name__}: {error}"[:_LONGEST],
            do="Keep the file and report it; the others are read without it",
        )  # fmt: skip
        return Outcome(item=item, failure=told.as_dict())


def lost(item: Item, how: str) -> Outcome[Item, Value]:
    """Return the outcome of an item whose process ended twice before it had a result; `how` says by what."""
    told = LostWorkerError(
        "the process that read this file ended", got=how, expected="a result",
        do="Try this file alone; its memory or the machine's may be at its end",
    )  # fmt: skip
    return Outcome(item=item, failure=told.as_dict())
