"""People's decisions as data: one kind of record for everything that a person decides."""

from typing import Any

import msgspec


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Author, time, reason, object, verdict; `value` holds what the verdict needs (see docs/judgements.md).

    `key` makes it idempotent: applying the same key with the same content again changes nothing, with other content is
    refused. Without a key the digest of the canonical record is the key.
    """

    author: str
    time: str
    verdict: str
    object: str
    reason: str = ""
    value: dict[str, Any] = {}
    key: str = ""
