"""The clean cases: invented sources, judgements and, where one is written, a manuscript; built as a real casefile."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence

ROOT = Path(__file__).resolve().parents[2]
#: The training case, and the cases that lie here.
FOLDERS = (ROOT / "demo", *sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir()))


#: Ends the name of a manuscript whose writer had not seen the checks, and after which no check was changed: its alarms are
#: counted as they are, and no faults are put into it.
BLIND = "-blind"


@dataclass(frozen=True)
class Case:
    """A case as the checks see it; `manuscripts` are its clean ones by name: of the folder, then of the file."""

    name: str
    evidence: Evidence
    protected: Protected
    manuscripts: dict[str, str]


def clean_manuscripts(folder: Path) -> list[Path]:
    """Return the clean manuscripts of a case: the report of the training case, or `clean*.md`."""
    return [folder / "manuscript.md"] if folder == ROOT / "demo" else sorted(folder.glob("clean*.md"))


def build(folder: Path, out: Path) -> Case:
    """Capture every source into a new casefile under `out`, apply every judgement, and return what the checks may know."""
    os.environ["WITNESSMARK_KEYS"] = str(out / "keys")
    from witnessmark.casefile.flows.open_case import create_case

    details = json.loads((folder / "investigation.json").read_text(encoding="utf-8"))
    session = create_case(out / "case", folder.name, details, actor="bench", passphrase=lambda: "bench")
    # What reads and writes records can only be imported once a case has set Django up.
    from witnessmark.casefile.flows.captures_list import read_list
    from witnessmark.casefile.flows.intake import capture_one
    from witnessmark.casefile.services.integrity_read import with_integrity
    from witnessmark.casefile.services.judgement_write import apply_judgements, read_judgements
    from witnessmark.casefile.services.snapshot_read import protected_identities, snapshot

    for one in read_list(folder / "captures.jsonl"):
        capture_one(session, one)
    with (folder / "judgements.jsonl").open("rb") as lines:
        apply_judgements(session, read_judgements(lines, "judgements.jsonl"))
    evidence = snapshot(session)
    evidence = with_integrity(session, evidence, [item.id for item in evidence.items])
    texts = {
        folder.name + path.stem.removeprefix("clean").removeprefix("manuscript"): path.read_text(encoding="utf-8")
        for path in clean_manuscripts(folder)
    }
    blind = folder / "blind.md"
    texts |= {f"{folder.name}{BLIND}": blind.read_text(encoding="utf-8")} if blind.exists() else {}
    return Case(folder.name, evidence, protected_identities(session), texts)


def alarms(case: Case, manuscript: str) -> Iterator[str]:
    """Yield what the checks say of a clean manuscript: `CODE line N: message`; each is a false alarm until a person agrees."""
    from witnessmark.manuscript.check import check
    from witnessmark.manuscript.parse import parse

    outcome = check(parse(case.manuscripts[manuscript], name="manuscript.md"), case.evidence, protected=case.protected)
    for problem in outcome.problems:
        yield f"{problem.code} line {problem.line}: {problem.message}; got {problem.got}"
