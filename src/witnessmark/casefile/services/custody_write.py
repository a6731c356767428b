"""Writing the custody log: events with salted commitments, in the caller's transaction, under a signed head."""

from typing import Any

from django.db import connection, transaction

from witnessmark.casefile.records import Opening, SourceKey
from witnessmark.casefile.services.protection import seal
from witnessmark.casefile.session import Session
from witnessmark.custody.commitments import SALT_BYTES, commit
from witnessmark.custody.log import CursorStorage, Log, event

#: The copy of the newest signed head that is kept with the keys, outside the case folder: a log cut short shows
#: against it even when nobody exported a checkpoint.
HEAD_COPY = "newest-checkpoint.txt"


def custody_log() -> Log:
    """Return the log in the case's own database, so that an event and the change it tells of are one transaction."""
    return Log(CursorStorage(connection.cursor))


def commit_hidden(session: Session, kind: str, payload: bytes, key: SourceKey | None = None) -> bytes:
    """Return a salted commitment and keep its opening inside the office, sealed where it concerns a protected source."""
    salt = session.random(SALT_BYTES)
    commitment = commit(kind, payload, salt)
    kept = seal(session, key, payload, f"opening {commitment.hex()}") if key else payload
    Opening.objects.create(
        investigation=session.investigation, commitment=commitment.hex(), kind=kind, salt=salt, payload=kept, key=key
    )
    return commitment


def record_event(session: Session, kind: str, *, at: str = "", actor: str = "", **fields: Any) -> int:  # noqa: ANN401 - any JSON value
    """Append an event by an actor and return its index; call inside the transaction of the change it tells of."""
    who = commit_hidden(session, "actor", (actor or session.actor).encode())
    return custody_log().append(event(kind, at or session.now(), actor=who, **fields))


def sign_head(session: Session) -> str:
    """Sign the log as it stands, in the same transaction; once that is durable, copy the head to the keys' folder."""
    note = custody_log().checkpoint(session.keys.log_key(session.investigation.origin))
    target = session.folder.keys / HEAD_COPY

    def copy() -> None:
        # A name of its own: another command may be keeping its head at the same moment.
        temporary = target.with_suffix(f".{session.random(6).hex()}.new")
        temporary.write_text(note, encoding="utf-8")
        temporary.replace(target)

    transaction.on_commit(copy)
    return note
