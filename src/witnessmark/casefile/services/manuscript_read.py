"""Reading registered manuscripts."""

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.records import Manuscript
from witnessmark.casefile.session import Session


def newest_manuscript(session: Session, name: str = "") -> Manuscript:
    """Return the newest registered version, of this name if one is given; raises `CaseError` when there is none."""
    found = Manuscript.objects.filter(investigation=session.investigation)
    record: Manuscript | None = (found.filter(name=name) if name else found).last()
    if record is None:
        raise CaseError(
            "no manuscript is registered",
            where=name or session.investigation.name,
            do="Register one: witnessmark write FILE",
        )
    return record
