"""Erasure: destroying the key of a protected source, remembered in history and custody log."""

from django.db import transaction

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.records import SourceKey
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.session import Session


def erase_source(session: Session, label: str, reason: str) -> None:
    """Destroy the data key kept under a source's id; the log says that it was done, not whose key it was."""
    if not SourceKey.objects.filter(investigation=session.investigation, label=label).exists():
        raise CaseError(
            "nothing is protected under this id", got=label, expected="the id of a protected source, such as O7"
        )
    with transaction.atomic():
        remember(session, "erase", label, reason=reason)
        record_event(session, "erased", source=commit_hidden(session, "source", label.encode()))
        sign_head(session)
    # Only now: a key destroyed before the record of it were an erasure that nobody could account for.
    if not session.keys.destroyed(label):
        session.keys.destroy(label)
