"""Reading the custody log: verification against the heads that were kept, inside and outside the case."""

from collections.abc import Iterable

from witnessmark.casefile.services.custody_write import HEAD_COPY, custody_log
from witnessmark.casefile.session import Session
from witnessmark.custody.audit import LogReport, verify


def verify_log(session: Session, exported: Iterable[str] = ()) -> LogReport:
    """Check every leaf, hash, node and head of the log, against exported checkpoints too."""
    verifier = session.keys.log_verifier(session.investigation.origin)
    copy = session.folder.keys / HEAD_COPY
    outside = [copy.read_text(encoding="utf-8")] if copy.is_file() else []
    return verify(custody_log().storage, [*outside, *exported], verifier)
