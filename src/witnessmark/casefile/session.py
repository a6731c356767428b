"""What a command or a request works with: the open case, its keys, its clock, who is at work."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from witnessmark.casefile.folder import CaseFolder
from witnessmark.casefile.keys import CaseKeys
from witnessmark.casefile.records import Investigation
from witnessmark.custody.store import Store


@dataclass(frozen=True)
class Session:
    """An open case. Clock and randomness come in from outside."""

    folder: CaseFolder
    investigation: Investigation
    keys: CaseKeys
    store: Store
    clock: Callable[[], datetime]
    random: Callable[[int], bytes]
    actor: str

    def now(self) -> str:
        """Return the time as ISO 8601 with offset, to the second."""
        return self.clock().isoformat(timespec="seconds")

    def acting_as(self, actor: str) -> "Session":
        """Return the same session for another person."""
        return replace(self, actor=actor)
