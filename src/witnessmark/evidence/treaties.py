"""Which treaty bound which State, and from when."""

import msgspec


class Reservation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a State did not accept: the article ("" is the whole treaty) and its words."""

    article: str = ""
    words: str = ""


class TreatyStatus(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The standing of one State to one treaty; dates are days (ISO 8601), "" is never.

    `state` is a source id or a name, `treaty` a key such as `iccpr`; `source` says where this was looked up (an item id,
    or words). A treaty binds from `in_force` until `denounced`; a State that only signed is bound by neither date.
    """

    id: str
    state: str
    treaty: str
    signed: str = ""
    in_force: str = ""
    denounced: str = ""
    reservations: tuple[Reservation, ...] = ()
    source: str = ""
