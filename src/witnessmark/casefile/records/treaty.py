"""Which treaty bound which State."""

from typing import ClassVar

from witnessmark.casefile.records.base import Record, listing, words
from witnessmark.evidence import treaties


class TreatyStatus(Record):
    """The standing of one State to one treaty, with where it was looked up."""

    kind: ClassVar[str] = "treaty_status"
    struct = treaties.TreatyStatus

    state = words()
    treaty = words()
    signed = words()
    in_force = words()
    denounced = words()
    reservations = listing()
    source = words()
