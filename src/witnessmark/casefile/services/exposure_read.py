"""Where a protected name stands in clear inside the case: in texts of items that are not sealed."""

from collections.abc import Iterator

from witnessmark.casefile.records import Text
from witnessmark.casefile.services.snapshot_read import protected_identities
from witnessmark.casefile.session import Session
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.identities import find_identities


def named_in(session: Session, content: str) -> tuple[str, ...]:
    """Return the ids of the protected sources whose names stand in a text; details alone do not count."""
    held = protected_identities(session)
    names = Protected(tuple(ProtectedPerson(source=one.source, names=one.names) for one in held.persons))
    return tuple(sorted({leak.source for leak in find_identities(content, names)})) if names.persons else ()


def exposures(session: Session) -> Iterator[tuple[str, str]]:
    """Yield (item, source) for every unsealed text of the case that holds a protected name."""
    unsealed = Text.objects.filter(investigation=session.investigation, item_record__key=None)
    for text in unsealed.select_related("item_record"):
        for source in named_in(session, text.content):
            yield text.item_record.human_id, source
