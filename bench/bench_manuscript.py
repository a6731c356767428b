"""Checking a report of 400 pages in a new process, and an edit of one of its paragraphs."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from manuscript_sample import sample
from rows import Row

from witnessmark.evidence.snapshot import to_json

_LIMIT = 8.0
_EDIT = 0.1
_RUN = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import from_json
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.recheck import check_whole, recheck
folder = Path(sys.argv[1])
evidence = from_json((folder / "evidence.json").read_bytes())
rows = json.loads((folder / "protected.json").read_text())
protected = Protected(tuple(ProtectedPerson(source=s, names=tuple(n), details=tuple(d)) for s, n, d in rows))
manuscript = parse((folder / "manuscript.md").read_text(), name="manuscript.md")
whole = check_whole(manuscript, evidence, protected=protected)
cold = time.perf_counter() - start
lines = manuscript.source.splitlines(keepends=True)
paragraphs = [one.span.line - 1 for one in manuscript.blocks if one.kind == "paragraph"]
edits = []
for at in paragraphs[:: max(1, len(paragraphs) // 50)]:
    edited = "".join([*lines[:at], lines[at].replace(" the ", " not the ", 1), *lines[at + 1 :]])
    start = time.perf_counter()
    assert recheck(whole, edited) is not None
    edits.append(time.perf_counter() - start)
print(json.dumps([cold, len(manuscript.sentences), len(whole.outcome.ran), max(edits), len(edits)]))
"""


def measure(*, quick: bool) -> list[Row]:
    """Return the time from the start of a new process, with its imports and reading, to the outcome of all checks."""
    small = {"sentences": 960, "citations": 200, "statements": 1_000, "items": 100, "persons": 20}
    source, evidence, protected = sample(**small) if quick else sample()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "manuscript.md").write_text(source, encoding="utf-8")
        (folder / "evidence.json").write_bytes(to_json(evidence))
        rows = [(one.source, one.names, one.details) for one in protected.persons]
        (folder / "protected.json").write_text(json.dumps(rows), encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", _RUN, name], capture_output=True, text=True, check=True)
    seconds, sentences, checks, slowest, edits = json.loads(done.stdout)
    return [
        Row(
            name=f"all {checks} checks on a generated report: {len(source.split()):,} words, {sentences:,} sentences, "
            f"{source.count('[@'):,} citations, {len(evidence.statements):,} statements, {len(evidence.items):,} items",
            ours=seconds, unit="s", peer_name="limit", peer=_LIMIT, ratio=seconds / _LIMIT, bound=1.0, at_least=False,
            command="python bench/run.py manuscript", note="cold: a new process, its imports, reading and parsing included",
        ),
        Row(
            name=f"one paragraph of it edited: its sentence and paragraph checks, the slowest of {edits} edits",
            ours=slowest, unit="s", peer_name="limit", peer=_EDIT, ratio=slowest / _EDIT, bound=1.0, at_least=False,
            command="python bench/run.py manuscript", note="from the edited text to the problems of its block",
        ),
    ]  # fmt: skip
