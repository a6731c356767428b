"""Who did what to whom (HURIDOCS Events Standard Formats)."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate


class Name(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name in one script and language."""

    text: str
    script: str = ""
    language: str = ""


class Naming(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person's decision on whether a name is published, with the reason."""

    decision: Literal["publish", "withhold"]
    by: str
    at: str
    reason: str


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person or group as it may be shown; protected persons are never in a snapshot under their own name.

    `naming` holds decisions to publish or withhold the name of an alleged perpetrator: two persons' decision, with reasons
    (methodology, Kinds of finding).
    """

    id: str
    name: str
    names: tuple[Name, ...] = ()
    group: bool = False
    minor: bool = False
    naming: tuple[Naming, ...] = ()


class Organisation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body: its names, and the id of the body above it."""

    id: str
    name: str
    names: tuple[Name, ...] = ()
    parent: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place, with coordinates only as precise as may be shown."""

    id: str
    name: str
    names: tuple[Name, ...] = ()
    within: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str = ""


class Act(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A single movement or action against a victim (person id), with its involvements."""

    id: str
    kind: str
    victim: str = ""
    date: PartialDate | None = None
    place: str = ""


class Involvement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A link between perpetrator (person or organisation id) and act, with its degree."""

    id: str
    act: str
    who: str
    degree: str


class Incident(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something with a beginning and an end; holds acts and the statements that tell of it."""

    id: str
    title: str
    date: PartialDate | None = None
    place: str = ""
    acts: tuple[Act, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    statements: tuple[str, ...] = ()
