"""Registering manuscripts: each version is immutable and leaves an event in the custody log."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from witnessmark.casefile.records import Manuscript
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.session import Session


@dataclass(frozen=True)
class Registered:
    """A registered version, and whether it is new."""

    record: Manuscript
    new: bool


def register(session: Session, name: str, content: str) -> Registered:
    """Register a manuscript; the same content as the newest version under that name is not registered again."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    with transaction.atomic():
        newest = Manuscript.objects.filter(investigation=session.investigation, name=name).last()
        if newest is not None and newest.sha256 == digest:
            return Registered(newest, new=False)
        record = Manuscript.objects.create(
            investigation=session.investigation, name=name, version=(newest.version if newest else 0) + 1, sha256=digest,
            content=content, by=session.actor, at=session.now(),
        )  # fmt: skip
        commitment = commit_hidden(session, "manuscript", bytes.fromhex(digest))
        record_event(session, "written", manuscript=commitment)
        remember(session, "write", f"{name} version {record.version}", after={"sha256": digest})
        sign_head(session)
    return Registered(record, new=True)
