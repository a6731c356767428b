"""Identities that must never leave the house: a value that refuses to be written down."""

from typing import Never


class ProtectedPerson:
    """A protected person's real names and telling details, in memory only.

    `names`: every known form in every script. `details`: quasi-identifiers (occupation, village, date of
    arrest …). `source` is the id of the pseudonymous Source, if the person is one.
    """

    __slots__ = ("details", "names", "source")

    def __init__(self, *, source: str, names: tuple[str, ...], details: tuple[str, ...] = ()) -> None:
        self.source, self.names, self.details = source, names, details

    def __repr__(self) -> str:
        return f"<ProtectedPerson of {self.source or 'no source'}: not shown>"

    def __reduce_ex__(self, protocol: object) -> Never:
        raise TypeError("a protected identity cannot be serialised")


class Protected:
    """All protected persons of an investigation; handed to the checks that need them and to nothing else."""

    __slots__ = ("persons",)

    def __init__(self, persons: tuple[ProtectedPerson, ...] = ()) -> None:
        self.persons = persons

    def __repr__(self) -> str:
        return f"<Protected: {len(self.persons)} persons, not shown>"

    def __reduce_ex__(self, protocol: object) -> Never:
        raise TypeError("protected identities cannot be serialised")
