"""The history: one row for each edit, in the same transaction as the edit."""

from typing import Any

import msgspec

from witnessmark.casefile.records import History, SourceKey
from witnessmark.casefile.services.protection import seal_json
from witnessmark.casefile.session import Session


def remember(
    session: Session,
    action: str,
    human_id: str,
    *,
    before: Any = None,  # noqa: ANN401 - any JSON value
    after: Any = None,  # noqa: ANN401 - the same
    reason: str = "",
    actor: str = "",
    key: SourceKey | None = None,
) -> None:
    """Write who did what to a record, and what it was before and after; sealed where a key is given."""
    row = History(
        investigation=session.investigation,
        at=session.now(),
        actor=actor or session.actor,
        action=action,
        object=human_id,
        reason="" if key else reason,
    )
    if key is None:
        row.before, row.after = msgspec.to_builtins(before), msgspec.to_builtins(after)
    else:
        row.sealed = seal_json(
            session, key, {"before": before, "after": after, "reason": reason}, f"history {human_id}"
        )
    row.save(force_insert=True)
