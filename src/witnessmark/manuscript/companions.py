"""What leaves together with the report: press release, captions, annexes, file names, metadata, the State's reply."""

from dataclasses import dataclass
from typing import Literal

CompanionKind = Literal["summary", "press release", "annex", "reply", "image", "letter", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One readable piece of a companion, with where it stands as a person would say it.

    `hidden` marks what a reader does not see at once: metadata, comments, tracked changes, layers, notes.
    """

    place: str
    text: str
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A file that leaves with the report: its name (a file name can leak too), what it is, and everything in it.

    `unread` says why some of it could not be read: then a check that looks for names says `unchecked`.
    """

    name: str
    kind: CompanionKind
    parts: tuple[Part, ...] = ()
    unread: str = ""
