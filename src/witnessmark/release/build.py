"""From a plan to a sealed bundle on disk: reduce, render, prove, search for leaks, seal, read back, put in place."""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from witnessmark.evidence.snapshot import to_json
from witnessmark.manuscript.parse import parse
from witnessmark.release import bundle
from witnessmark.release.errors import BundleError, ReleaseRefusedError
from witnessmark.release.guard import guarded_in, redacted_words
from witnessmark.release.html_passage import passage_page
from witnessmark.release.html_record import record_pages
from witnessmark.release.html_report import index_page
from witnessmark.release.leaks import refuse_leaks
from witnessmark.release.numbering import first_cited, public_manuscript
from witnessmark.release.pdf import report_pdf
from witnessmark.release.plan import ReleasePlan
from witnessmark.release.proofs import Published, committed, proof_files
from witnessmark.release.public import PublicSnapshot, public_snapshot
from witnessmark.release.publication import publish
from witnessmark.release.rebind import rebound
from witnessmark.release.recipe import verify_md
from witnessmark.release.report import Report
from witnessmark.release.seal import SealKeys, seal, seal_keys

_CLOCK: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
PICTURES: Final = (".png", ".jpg", ".gif", ".webp")


@dataclass(frozen=True, kw_only=True)
class Built:
    """A release as it lies on disk, read back and verified. `archive` is None for one too large for a zip.

    `ids` maps internal to public ids and stays inside. `sums_sha256` is what may be printed to name the release.
    """

    folder: Path
    archive: Path | None
    sums_sha256: str
    fingerprint: str
    ids: Mapping[str, str]
    files: int
    stamped: bool


def build_release(plan: ReleasePlan, out: Path) -> Built:
    """Build the release folder `out` and `out.zip` beside it.

    Raises `ReleaseRefusedError` (checks, consent, leaks), `RedactionError`, `MissingFontError`, `SealError`,
    `BundleError`; then nothing lies under the final name. Killed at any moment and run again, it gives the same.
    """
    refuse_unready(plan, out)
    keys = seal_keys(plan.key, plan.authority)
    published = published_items(plan)
    files = content(plan, published, keys)
    guarded = guarded_in(plan, published)
    refuse_leaks(files, guarded)
    refuse_leaks(redacted_words(published), guarded, parts=True)
    files[bundle.SUMS] = bundle.sums(files)
    comment = f"witnessmark release {plan.version} at {plan.clock}"
    files |= seal(files[bundle.SUMS], key=plan.key, comment=comment, authority=plan.authority)
    return put_in_place(plan, files, out, keys, published.snapshot.ids)


def refuse_unready(plan: ReleasePlan, out: Path) -> None:
    """Refuse what a release may not carry, a clock without zone, and to overwrite a release."""
    standing = [problem for problem in plan.outcome.problems if problem.severity in {"B", "E"}]
    if standing:
        told = "; ".join(f"{one.code} {one.name} at line {one.line}" for one in standing[:5])
        raise ReleaseRefusedError(
            "the checks do not let this manuscript out", got=f"{len(standing)} problems: {told}",
            expected="nothing that blocks, no error without a waiver", do="Run `witnessmark check` and mend or waive",
        )  # fmt: skip
    if not plan.outcome.ran:
        raise ReleaseRefusedError("no check has run on this manuscript", got="an empty outcome", do="Run the checks")
    if _CLOCK.fullmatch(plan.clock) is None:
        raise ReleaseRefusedError(
            "the time of release needs a zone", got=plan.clock, expected="such as 2031-06-30T10:00:00+02:00"
        )
    if out.exists() or out.is_symlink():
        raise BundleError(
            "a release lies there already, and a published version never changes", where=str(out),
            do="Give another version or another folder",
        )  # fmt: skip


def published_items(plan: ReleasePlan) -> Published:
    """Return what of each item leaves, and the public snapshot."""
    evidence = plan.evidence
    publications = {
        item.id: publish(item, evidence, plan.originals, plan.redactions.get(item.id, ()), plan.protected)
        for item in evidence.items
    }
    cited = first_cited(parse(plan.source), evidence)
    commitments = {item.id: committed(plan.proofs.items, item.id).commitment for item in evidence.items}
    return Published(publications=publications, snapshot=public_snapshot(evidence, publications, cited, commitments))


def content(plan: ReleasePlan, published: Published, keys: SealKeys) -> dict[str, bytes]:
    """Return every file of the bundle but the sums and the seal, by path."""
    snapshot, inside = published.snapshot, parse(plan.source)
    source = public_manuscript(inside, snapshot.ids)
    manuscript = parse(source, name="manuscript.md")
    outcome = rebound(plan.outcome, inside, manuscript, snapshot.evidence, snapshot.words)
    waivers = tuple(one.waiver for one in outcome.waived)
    evidence = msgspec.structs.replace(snapshot.evidence, waivers=waivers)
    report = Report(
        manuscript=manuscript, evidence=evidence, outcome=outcome, version=plan.version, clock=plan.clock,
        files=published.files, why=reasons(published), entries=entries(plan, snapshot), stamped=stamp_words(plan),
    )  # fmt: skip
    copies = evidence_files(published)
    recipe = verify_md(title=manuscript.title, version=plan.version, keys=keys, local_authority=plan.local_authority)
    return {
        **copies, **pages(report), **proof_files(plan, published, keys),
        "report.pdf": report_pdf(report, shown_pictures(report, copies), plan.font_dirs),
        "record/manuscript.md": source.encode(), "evidence.json": to_json(evidence),
        "VERIFY.md": recipe, "verify.py": plan.verifier,
    }  # fmt: skip


def reasons(published: Published) -> dict[str, str]:
    """Return why each public item is not its original."""
    ids = published.snapshot.ids
    return {ids[name]: one.why for name, one in published.publications.items() if name in ids}


def entries(plan: ReleasePlan, snapshot: PublicSnapshot) -> dict[str, int]:
    """Return the log entry of each public item."""
    return {
        snapshot.ids[item.id]: plan.proofs.items[item.id].entry
        for item in plan.evidence.items
        if item.id in snapshot.ids
    }


def evidence_files(published: Published) -> dict[str, bytes]:
    """Return originals and redacted copies under inert names."""
    ids = published.snapshot.ids
    return {
        published.files[ids[name]]: one.data
        for name, one in published.publications.items()
        if name in ids and one.form != "withheld"
    }


def pages(report: Report) -> dict[str, bytes]:
    """Return every HTML page by path."""
    made = {"index.html": index_page(report), **record_pages(report)}
    made |= {f"passages/{item.id}.html": passage_page(report, item) for item in report.evidence.items}
    return {path: text.encode() for path, text in made.items()}


def shown_pictures(report: Report, copies: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pictures that the report shows, by path."""
    paths = [report.files.get(image.target, "") for image in report.manuscript.images]
    return {path: copies[path] for path in paths if path.endswith(PICTURES)}


def stamp_words(plan: ReleasePlan) -> str:
    """Return what the record says of the time stamp."""
    if plan.authority is None:
        return ""
    if plan.local_authority:
        return "from an authority of the office's own, for the exercise: it proves no date to others"
    return "from an authority outside the office, over the signature"


def put_in_place(
    plan: ReleasePlan, files: Mapping[str, bytes], out: Path, keys: SealKeys, ids: Mapping[str, str]
) -> Built:
    """Write, read back, verify as a stranger would, and only then give folder and zip their names."""
    folder = bundle.building(out)
    bundle.write_folder(files, folder)
    bundle.read_back(files, folder)
    verified(folder, keys)
    archive = bundle.publish(files, folder, out)
    return Built(
        folder=out, archive=archive, ids=ids, files=len(files),
        sums_sha256=sha256(files[bundle.SUMS]).hexdigest(), fingerprint=keys.fingerprint,
        stamped=plan.authority is not None,
    )  # fmt: skip


def verified(folder: Path, keys: SealKeys) -> None:
    """Run the verifier that lies in the bundle, with the release key given from outside; refuse what it refuses."""
    command = [sys.executable, "-I", str(folder / "verify.py"), str(folder), "--key", keys.minisign_line]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        told = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise BundleError(
            "the verifier does not accept the bundle", got=" | ".join(told[:12]), expected="exit 0",
            do="This is a fault of the release step: report it with this message",
        )  # fmt: skip
