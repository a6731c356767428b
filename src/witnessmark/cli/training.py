"""The training case step by step, each with what it yielded and how long it took."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from witnessmark.cli.app import App
from witnessmark.cli.sources import SourceError

if TYPE_CHECKING:  # importing the session needs Django to be set up
    from witnessmark.casefile.session import Session

#: Printed and used on purpose: the case is invented, so its keys protect nothing.
PASSPHRASE = "training exercise"  # noqa: S105 - the same
OFFICER = "Liv Amundar"


def material() -> Path:
    """Return the folder of the training case: in a checkout beside the sources, else inside the package."""
    here = Path(__file__).resolve()
    for folder in (here.parents[3] / "demo", here.parents[1] / "training"):
        if (folder / "captures.jsonl").is_file():
            return folder
    raise SourceError("the training case is not installed", expected="demo/captures.jsonl", do="Run it in a checkout")


def run_training(app: App, out: Path) -> dict[str, Any]:
    """Run every step and return what was done; `out` gets the case, its keys and the sealed report."""
    os.environ["WITNESSMARK_KEYS"] = str(out / "keys")
    from witnessmark.casefile.flows.open_case import create_case

    steps = _Steps(app)
    summary: dict[str, Any] = {}
    with steps.step("init"):
        session = create_case(
            out / "case", "The night of the buses", _details(), actor=OFFICER, passphrase=lambda: PASSPHRASE
        )
        steps.tell("an invented case, marked as a training exercise on every page; keys apart from it")
    for step in (_capture, _read, _judge, _group, _check_flawed, _check_and_waive, _release, _verify):
        with steps.step(step.__name__.strip("_").replace("_", " ")):
            summary |= step(session, out, steps)
    return summary


class _Steps:
    """Prints each step as it happens."""

    def __init__(self, app: App) -> None:
        self._app = app

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Name a step, and tell how long it took when it ends."""
        started = time.monotonic()
        self._print(name, "bold")
        yield
        self._print(f"    {time.monotonic() - started:.1f} s", "dim")

    def tell(self, line: str) -> None:
        """Print one result of the step."""
        self._print("    " + line)

    def _print(self, line: str, style: str = "") -> None:
        if not self._app.as_json:
            self._app.line(line, style=style)


def _details() -> dict[str, str | bool]:
    """Return the invented investigation."""
    return json.loads((material() / "investigation.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _capture(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Capture every source of the list."""
    from witnessmark.casefile.flows.captures_list import read_list
    from witnessmark.casefile.flows.intake import capture_one

    captured = [part for one in read_list(material() / "captures.jsonl") for part in capture_one(session, one).flat()]
    suspect = [one for one in captured if one.suspect]
    steps.tell(f"{len(captured)} items: {', '.join(sorted({one.media_type.split(';')[0] for one in captured}))}")
    for one in suspect:
        steps.tell(f"{one.item} is kept but suspect: {one.suspect}")
    return {"items": len(captured), "suspect": [one.item for one in suspect]}


def _read(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Tell what the machine proposes; nothing of it is a fact."""
    from witnessmark.casefile.records import Text
    from witnessmark.casefile.services.text_read import latest_reading

    readings = [latest_reading(session, [text]) for text in Text.objects.all()]
    found = [reading for reading in readings if reading is not None]
    proposals = sum(len(reading.statements) for reading in found)
    languages = sorted({reading.language for reading in found if reading.language})
    steps.tell(
        f"{len(found)} texts in {', '.join(languages)}; {proposals} statements proposed, none a fact until confirmed"
    )
    return {"texts": len(found), "proposals": proposals, "languages": languages}


def _judge(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Apply the staff's decisions."""
    from witnessmark.casefile.services.judgement_write import apply_judgements, read_judgements
    from witnessmark.casefile.services.snapshot_read import snapshot

    with (material() / "judgements.jsonl").open("rb") as lines:
        applied = apply_judgements(session, read_judgements(lines, "judgements.jsonl"))
    evidence = snapshot(session)
    steps.tell(f"{applied.new} decisions: {len(evidence.sources)} sources, {len(evidence.statements)} statements confirmed, "
               f"{len(evidence.allegations)} allegations, {len(evidence.findings)} findings")  # fmt: skip
    return {"judgements": applied.new, "statements": len(evidence.statements)}


def _group(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Group the items by origin, not by outlet."""
    from witnessmark.casefile.services.snapshot_read import snapshot
    from witnessmark.weighing.groups import independence_groups

    evidence = snapshot(session)
    groups = independence_groups(evidence, [item.id for item in evidence.items])
    joined = [group for group in groups if len(group.members) > 1]
    steps.tell(f"{len(evidence.items)} items go back to {len(groups)} origins")
    for group in joined:
        steps.tell(f"one origin: {', '.join(group.members)}  ({group.reasons[0]})")
    return {"groups": len(groups), "joined": [list(group.members) for group in joined]}


def _check_flawed(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Show that the checks find what was planted in the flawed manuscript."""
    from witnessmark.casefile.flows.checking import check_manuscript

    name = "manuscript-flawed.md"
    outcome = check_manuscript(session, (material() / name).read_text(encoding="utf-8"), name).outcome
    codes = sorted({problem.code for problem in outcome.problems})
    steps.tell(f"{name}: {len(outcome.problems)} problems of {len(codes)} kinds: {', '.join(codes)}")
    return {"flawed_problems": len(outcome.problems), "flawed_codes": codes}


def _check_and_waive(session: "Session", _out: Path, steps: _Steps) -> dict[str, Any]:
    """Register the manuscript, check it, and waive what may be waived, with name and reason."""
    from witnessmark.casefile.flows.checking import check_manuscript, waive
    from witnessmark.casefile.services.manuscript_write import register

    name = "manuscript.md"
    source = (material() / name).read_text(encoding="utf-8")
    register(session, name, source)
    before = check_manuscript(session, source, name).outcome
    for line in (material() / "waivers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = waive(
            session,
            source,
            name,
            row["code"],
            words=row["sentence_contains"],
            reason=row["reason"],
            by=row["by"],
            at=row["at"],
        )
        steps.tell(f"{made.code} waived by {made.by}: {made.reason}")
    after = check_manuscript(session, source, name).outcome
    steps.tell(
        f"{name}: {after.sentences} sentences, {len(before.problems)} problems before and {len(after.problems)} after "
        "the waiver; nothing found is not the same as verified"
    )
    return {"problems": len(after.problems), "waived": len(after.waived), "unchecked": len(after.unchecked)}


def _release(session: "Session", out: Path, steps: _Steps) -> dict[str, Any]:
    """Seal the report with its evidence; the time stamp comes from an authority of our own, and the record says so."""
    from witnessmark.casefile.flows.releasing import release
    from witnessmark.casefile.flows.stamping import authority_for
    from witnessmark.casefile.services.trust_read import trust_policy
    from witnessmark.custody import minisign

    authority = authority_for(session, "local", None, None)
    released = release(session, "1.0", authority=authority, local_authority=True)
    key, policy = out / "office.pub", out / "office.policy.json"
    key.write_text(minisign.public_key(session.keys.ring.public("release")).file, encoding="ascii")
    trusted = trust_policy(session, [authority.certificate] if authority else [])
    policy.write_text(json.dumps(trusted, indent=1) + "\n", encoding="utf-8")
    count = sum(1 for path in released.folder.rglob("*") if path.is_file())
    steps.tell(f"{count} files sealed; time stamp by a local authority, for exercise only")
    return {
        "report": str(released.folder / "index.html"), "pdf": str(released.folder / "report.pdf"), "zip": str(released.archive),
        "key": str(key), "policy": str(policy), "folder": str(released.folder),
    }  # fmt: skip


def _verify(session: "Session", out: Path, steps: _Steps) -> dict[str, Any]:
    """Check the release as a stranger would: with the verifier that lies in it, in a bare Python, and the office's keys."""
    folder, policy = session.folder.releases / "1.0", out / "office.policy.json"
    words = [str(folder / "verify.py"), str(folder), "--policy", str(policy)]
    done = subprocess.run([sys.executable, "-I", "-S", *words], capture_output=True, text=True, check=False)
    verdict, *rest = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    steps.tell(verdict)
    for line in rest:
        steps.tell(line)
    return {
        "verified": done.returncode == 0,
        "verify_exit": done.returncode,
        "verify_command": "python3 " + " ".join(words),
    }
