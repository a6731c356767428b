"""What a check is: code, name, severity, scope, the rule it enforces, and the functions that find its subjects and hits."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.problems import Severity, Status

Scope = Literal["sentence", "paragraph", "document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a check found on one subject: message, got, expected, and a place (a sentence, or offsets in the source)."""

    message: str
    got: str = ""
    expected: str = ""
    sentence: Sentence | None = None
    start: int | None = None
    end: int | None = None
    status: Status = "fired"
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check. `subjects` lists what it looks at (its length is reported), `run` looks at one subject.

    Scope tells what an edit makes stale: `sentence` (that sentence), `paragraph` (its block), `document` (everything).
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    title: str
    explanation: str
    rule: str
    fix: str
    subjects: Callable[[Context], Sequence[Any]]
    run: Callable[[Context, Any], Iterable[Hit]]
