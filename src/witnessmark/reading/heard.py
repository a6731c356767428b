"""Who has been heard so far in a document, for pronouns, short forms and quotations that go on."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """The entity that speaks, "" with candidates when several could be meant; `reason` says how it was found."""

    name: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""
    sure: bool = True


@dataclass
class Heard:
    """Who spoke so far, last first in time: for pronouns, bodies and quotations that go on."""

    last: Speaker = field(default_factory=Speaker)
    last_at: int = -1
    person: str = ""
    person_at: int = -1
    single: str = ""
    single_at: int = -1
    body: str = ""
    group: str = ""
    phrases: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)
