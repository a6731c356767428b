"""Checking a manuscript against the casefile, and waiving an error."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Waiver
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.integrity_read import with_integrity
from witnessmark.casefile.services.record_write import fresh_id
from witnessmark.casefile.services.snapshot_read import protected_identities, snapshot
from witnessmark.casefile.services.value_check import check_moment
from witnessmark.casefile.session import Session
from witnessmark.evidence.findings import Waiver as WaiverValue
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.checks.keeping import cited_items
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.model import Manuscript
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.problems import Problem
from witnessmark.manuscript.recheck import Whole, check_whole
from witnessmark.manuscript.waivers import make_waiver


@dataclass(frozen=True)
class Checked:
    """A manuscript, the evidence it was checked against, the outcome, and what a check after an edit starts from."""

    manuscript: Manuscript
    evidence: Evidence
    outcome: Outcome
    whole: Whole


def check_manuscript(session: Session, source: str, name: str, companions: Iterable[Companion] = ()) -> Checked:
    """Parse and check a manuscript, and what leaves with it, against everything in the casefile, protected names included."""
    manuscript = parse(source, name=name)
    evidence = snapshot(session)
    evidence = with_integrity(session, evidence, cited_items(manuscript, evidence))
    whole = check_whole(manuscript, evidence, protected=protected_identities(session), companions=companions)
    return Checked(manuscript, evidence, whole.outcome, whole)


def waive(
    session: Session,
    source: str,
    name: str,
    code: str,
    *,
    line: int = 0,
    words: str = "",
    reason: str,
    by: str,
    at: str = "",
) -> WaiverValue:
    """Waive the one error of this code on a line, or in the sentence that holds these words.

    Refused for what blocks, when no such error stands, and when several do. Bound to the digests of sentence and evidence.
    """
    check_moment(f"waiver of {code}", "at", at)
    checked = check_manuscript(session, source, name)
    problem = _chosen(checked, code, line, words)
    with transaction.atomic():
        number, human_id = fresh_id(session, "waiver")
        waiver = make_waiver(problem, id=human_id, by=by, at=at or session.now(), reason=reason)
        Waiver(investigation=session.investigation, number=number).take(waiver).save(force_insert=True)
        commitment = commit_hidden(session, "waiver", bytes.fromhex(waiver.sentence_sha256))
        record_event(session, "waived", actor=by, waiver=commitment, code=code)
        remember(session, "waive", human_id, after={"code": code, "line": problem.line}, reason=reason, actor=by)
        sign_head(session)
    return waiver


def _chosen(checked: Checked, code: str, line: int, words: str) -> Problem:
    """Return the one standing problem that is meant."""
    sentences = {one.sha256 for one in checked.manuscript.sentences if words and words in one.text}
    standing = [problem for problem in checked.outcome.problems if problem.code == code]
    meant = [
        problem for problem in standing
        if (not line or problem.line <= line <= problem.end_line) and (not words or problem.sentence_sha256 in sentences)
    ]  # fmt: skip
    if len({(problem.sentence_sha256, problem.evidence_sha256) for problem in meant}) == 1:
        return meant[0]
    places = ", ".join(f"line {problem.line}" for problem in standing) or "nowhere"
    raise JudgementError(
        "no such error stands" if not meant else "several such errors stand", where=code, got=f"{code} stands at: {places}",
        do="Name the line with --line, or words of the sentence with --words",
    )  # fmt: skip
