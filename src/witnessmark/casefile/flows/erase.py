"""Erasure: destroying the key of a protected source, remembered in history and custody log."""

import re

from django.db import transaction

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.records import Item, SourceKey
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.protection import OWN_KEY
from witnessmark.casefile.session import Session


def erase_source(session: Session, label: str, reason: str) -> None:
    """Destroy the key of a source, or of an item captured without one; the log says that it was done, not whose key it was."""
    label = _label(session, label)
    if not SourceKey.objects.filter(investigation=session.investigation, label=label).exists():
        raise CaseError(
            "nothing is protected under this id",
            got=label,
            expected="the id of a protected source, such as O7, or of an item such as E5",
        )
    with transaction.atomic():
        remember(session, "erase", label, reason=reason)
        record_event(session, "erased", source=commit_hidden(session, "source", label.encode()))
        sign_head(session)
    # Only now: a key destroyed before the record of it were an erasure that nobody could account for.
    if not session.keys.destroyed(label):
        session.keys.destroy(label)


def _label(session: Session, named: str) -> str:
    """Return the label of the key that a person means; an item that a source's key seals is erased by its source."""
    if re.fullmatch(r"E[1-9][0-9]{0,8}", named) is None:
        return named
    item = Item.objects.filter(investigation=session.investigation, number=int(named[1:])).select_related("key").first()
    if item is None or item.key is None:
        return named
    if not item.key.label.startswith(OWN_KEY):
        raise CaseError(
            "this item is sealed with the key of its source, and is erased with all that the source gave", got=named,
            expected=item.key.label, do=f"Destroy the key of {item.key.label}, if that is what you mean",
        )  # fmt: skip
    return item.key.label
