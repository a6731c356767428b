"""Releasing: a registered manuscript, checked, built, sealed, recorded, and only then under its final name."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from django.db import transaction

from witnessmark.casefile.errors import CaseError, ConflictError, ReleaseBlockedError
from witnessmark.casefile.flows.alone import only_one
from witnessmark.casefile.flows.checking import Checked, check_manuscript
from witnessmark.casefile.records import Item, Manuscript, Redaction, Release, Text
from witnessmark.casefile.services.custody_write import custody_log, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.manuscript_read import newest_manuscript
from witnessmark.casefile.services.original_read import original
from witnessmark.casefile.services.protection import erased, unseal, unseal_json
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.services.snapshot_read import protected_identities
from witnessmark.casefile.services.text_read import text_value
from witnessmark.casefile.services.text_write import leaf_salt
from witnessmark.casefile.services.verdicts.items import REDACTION_PURPOSE
from witnessmark.casefile.session import Session
from witnessmark.custody.commitments import commit_passages
from witnessmark.custody.proofs import LogProof, log_proof
from witnessmark.release.build import build_release
from witnessmark.release.plan import ItemCommitment, Proofs, ReleasePlan, TextCommitment, TimeStampAuthority
from witnessmark.release.redaction import Redaction as RedactionValue

SEED_PURPOSE = "passage seed"
#: A version names a folder: nothing that leads out of it, hides it, or that some system cannot keep.
VERSION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?")


@dataclass(frozen=True)
class Released:
    """A sealed release: its record, its folder, its zip, and what the checks had said."""

    record: Release
    folder: Path
    archive: Path
    checked: Checked


def release(
    session: Session, version: str, *, name: str = "", authority: TimeStampAuthority | None = None, local_authority: bool = False,
    font_dirs: tuple[Path, ...] = (),
) -> Released:  # fmt: skip
    """Seal the newest registered manuscript as `version`.

    Raises `ReleaseBlockedError` while a blocking check fires or an error is unwaived, and `ConflictError` when the version
    exists: a published version never changes. A run that was killed is taken up again, or started anew.
    """
    _check_version(version)
    with only_one(session.folder.releases, f"{session.actor}, process {os.getpid()}, since {session.now()}"):
        return _release(session, version, name, authority, local_authority=local_authority, font_dirs=font_dirs)


def _release(
    session: Session, version: str, name: str, authority: TimeStampAuthority | None, *, local_authority: bool,
    font_dirs: tuple[Path, ...],
) -> Released:  # fmt: skip
    """Check, build, record and settle, while no other process releases from this case."""
    manuscript = newest_manuscript(session, name)
    checked = check_manuscript(session, manuscript.content, manuscript.name)
    folder = session.folder.releases / version
    waiting = session.folder.releases / f".waiting-{version}"
    earlier = Release.objects.filter(investigation=session.investigation, version=version).first()
    if earlier is not None:
        return _taken_up(earlier, manuscript, folder, waiting, checked)
    _refuse_blocked(checked)
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(mode=0o700)
    with transaction.atomic():
        plan = _plan(
            session, version, manuscript, checked, authority, local_authority=local_authority, font_dirs=font_dirs
        )
        built = build_release(plan, waiting / version)
        record = _record(session, version, manuscript, built.folder)
        sign_head(session)
    return _settled(record, folder, waiting, checked)


def _check_version(version: str) -> None:
    """Refuse a version that cannot name a folder and a zip on every system."""
    if VERSION.fullmatch(version) is None or version.lower().endswith(".zip"):
        raise CaseError(
            "this cannot be the version of a report", got=repr(version),
            expected="up to 32 letters, digits, points, hyphens or underscores, such as 1.0 or 1.1-draft",
        )  # fmt: skip


def _refuse_blocked(checked: Checked) -> None:
    """Refuse while something stands that a report may not carry."""
    if not checked.outcome.blocks_release:
        return
    standing = [problem for problem in checked.outcome.problems if problem.severity in ("B", "E")]
    first = standing[0]
    raise ReleaseBlockedError(
        "the manuscript may not be released as it is",
        got=f"{len(standing)} problems, the first: {first.code} {first.name} at line {first.line}: {first.message}",
        expected="no problem that blocks, and every error waived",
        do="Run `witnessmark check`, correct the text or the evidence, or waive an error with `witnessmark waive`",
    )


def _taken_up(earlier: Release, manuscript: Manuscript, folder: Path, waiting: Path, checked: Checked) -> Released:
    """Finish a release that was recorded and then killed; refuse to make a published version again."""
    if folder.exists():
        # Killed after the folder had its name: what is left beside it is scaffolding.
        shutil.rmtree(waiting, ignore_errors=True)
    if (
        not folder.exists()
        and (waiting / earlier.version / "SHA256SUMS").is_file()
        and earlier.manuscript.pk == manuscript.pk
    ):
        return _settled(earlier, folder, waiting, checked)
    raise ConflictError(
        "this version is published, and a published version never changes", where=earlier.version,
        do="Choose a new version, such as a corrigendum's",
    )  # fmt: skip


def _settled(record: Release, folder: Path, waiting: Path, checked: Checked) -> Released:
    """Give folder and zip their final names."""
    archive = folder.with_name(f"{record.version}.zip")
    zipped = waiting / f"{record.version}.zip"
    if zipped.exists():
        zipped.replace(archive)
    (waiting / record.version).rename(folder)
    shutil.rmtree(waiting)
    return Released(record, folder, archive, checked)


def _record(session: Session, version: str, manuscript: Manuscript, folder: Path) -> Release:
    """Write release record, history and event; the sums are public, so their digest may stand in the log."""
    digest = hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    record = Release.objects.create(
        investigation=session.investigation, version=version, manuscript=manuscript, folder=version, sums_sha256=digest,
        by=session.actor, at=session.now(),
    )  # fmt: skip
    record_event(session, "released", version=version, sums=digest)
    remember(session, "release", version, after={"sums": digest, "manuscript": manuscript.sha256})
    return record


def _plan(
    session: Session, version: str, manuscript: Manuscript, checked: Checked, authority: TimeStampAuthority | None, *,
    local_authority: bool, font_dirs: tuple[Path, ...],
) -> ReleasePlan:  # fmt: skip
    """Return everything the release is made from, decided and proved."""
    return ReleasePlan(
        version=version,
        source=manuscript.content,
        evidence=checked.evidence,
        originals=lambda item_id: original(session, get(session.investigation, item_id, "item")),
        proofs=_proofs(session),
        outcome=checked.outcome,
        clock=session.now(),
        key=session.keys.release,
        verifier=files("witnessmark.verify").joinpath("verify.py.txt").read_bytes(),
        protected=protected_identities(session),
        redactions=_redactions(session),
        authority=authority,
        local_authority=local_authority,
        font_dirs=font_dirs,
    )


def _proofs(session: Session) -> Proofs:
    """Return the commitments of all items and texts, and what proves them to stand in the log."""
    items = {
        item.human_id: ItemCommitment(commitment=item.commitment, salt=bytes(item.salt), entry=item.log_index)
        for item in Item.objects.filter(investigation=session.investigation)
    }
    texts = {
        text.human_id: _text_commitment(session, text)
        for text in Text.objects.filter(investigation=session.investigation).select_related("item_record__key")
        if not erased(session, text.item_record.key)
    }

    def prove(indices: Iterable[int]) -> LogProof:
        return log_proof(custody_log(), session.keys.log_key(session.investigation.origin), indices)

    return Proofs(items=items, texts=texts, log=prove)


def _text_commitment(session: Session, text: Text) -> TextCommitment:
    """Return the passage tree of a text, made again from its seed; it must have the root that stands in the log."""
    key = text.item_record.key
    seed = unseal(session, key, text.passage_seed, SEED_PURPOSE) if key else bytes(text.passage_seed)
    tree = commit_passages(text_value(session, text).content, lambda index: leaf_salt(seed, index))
    if tree.root.hex() != text.passage_root:
        raise ConflictError(
            "a text is not what was committed when it came in", where=text.human_id, do="Run `log verify`"
        )
    return TextCommitment(tree=tree, entry=text.log_index)


def _redactions(session: Session) -> dict[str, tuple[RedactionValue, ...]]:
    """Return the redactions of each item, by its id."""
    found: dict[str, list[RedactionValue]] = {}
    rows = Redaction.objects.filter(item__investigation=session.investigation).select_related("item__key")
    for row in rows:
        quote = row.quote
        if row.sealed and row.item.key is not None:
            quote = unseal_json(session, row.item.key, row.sealed, REDACTION_PURPOSE)
        left, bottom, right, top = row.rect or (0.0, 0.0, 0.0, 0.0)
        rect = (left, bottom, right, top) if row.rect else None
        found.setdefault(row.item.human_id, []).append(
            RedactionValue(label=row.label, quote=quote, page=row.page, rect=rect)
        )
    return {item: tuple(values) for item, values in found.items()}
