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
    """Who spoke so far and where last: a named person, a single one unnamed, a body, a group.

    `phrases` holds entities by the words that mean them, `by_head` the words by their head, `words` quotations by how they
    begin, `unnamed` how often an unnamed source was called the same.
    """

    last: Speaker = field(default_factory=Speaker)
    last_at: int = -1
    person: str = ""
    person_at: int = -1
    single: str = ""
    single_at: int = -1
    body: str = ""
    body_at: int = -1
    group: str = ""
    group_at: int = -1
    phrases: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)
    unnamed: dict[str, int] = field(default_factory=dict)
