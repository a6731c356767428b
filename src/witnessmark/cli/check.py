"""`witnessmark check`: hold a manuscript against the evidence."""

import time
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, PROBLEMS

if TYPE_CHECKING:  # the command also works without a casefile
    from collections.abc import Callable

    from witnessmark.evidence.snapshot import Evidence
    from witnessmark.manuscript.check import Outcome
    from witnessmark.manuscript.companions import Companion


#: Seconds between two looks at the files.
_PAUSE: Final = 0.3


@click.command("check")
@click.argument("manuscript", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--evidence", "snapshot_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check against a published evidence.json instead of a case.",
)  # fmt: skip
@click.option(
    "--with", "companion_files", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that leaves with the report (press release, annex, image, reply); may be given again.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@pass_app
def command(
    app: App,
    manuscript: Path | None,
    snapshot_file: Path | None,
    companion_files: tuple[Path, ...],
    form: str,
    watch: bool,  # noqa: FBT001 - click gives options by position or name, as it likes
) -> int:
    """Check a manuscript on disk, or the newest registered one; a clean run says "nothing found", never "verified".

    \b
    Examples:
      witnessmark check report.md
      witnessmark check --format sarif > problems.sarif
      witnessmark check report.md --with press-release.docx --with cover.jpg
      witnessmark check report.md --watch
      witnessmark check record/manuscript.md --evidence evidence.json      (anyone, on a published release)
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped

    def run() -> int:
        from witnessmark.release.companions_read import read_companion

        companions = tuple(read_companion(path.name, path.read_bytes()) for path in companion_files)
        if snapshot_file:
            outcome, name = _from_snapshot(manuscript, snapshot_file, companions)
        else:
            outcome, name = _from_case(app, manuscript, companions)
        click.echo(_written(outcome, name, "json" if app.as_json and form == "text" else form), nl=False)
        return PROBLEMS if outcome.blocks_release else DONE

    if not watch:
        return run()
    if manuscript is None:
        raise click.UsageError("with --watch, name the manuscript")
    return _watched(run, [manuscript, *companion_files, *([snapshot_file] if snapshot_file else [])])


def _watched(run: "Callable[[], int]", files: list[Path]) -> int:
    """Run, and run again after each change of a file, until Ctrl-C; return what the last run returned."""
    code = run()
    seen = _state(files)
    try:
        while True:
            time.sleep(_PAUSE)
            now = _state(files)
            if now != seen and None not in now:
                seen = now
                click.echo(f"\n{datetime.now().astimezone().strftime('%H:%M:%S')} changed: checked again")
                code = run()
    except KeyboardInterrupt:
        return code


def _state(files: list[Path]) -> list[tuple[int, int] | None]:
    """Return when each file was changed and its size; None while an editor has it put away."""
    found: list[tuple[int, int] | None] = []
    for file in files:
        try:
            stat = file.stat()
            found.append((stat.st_mtime_ns, stat.st_size))
        except FileNotFoundError:
            found.append(None)
    return found


def _written(outcome: "Outcome", name: str, form: str) -> str:
    """Return the outcome as text, JSON or SARIF 2.1.0, with a line end."""
    from witnessmark.manuscript.output import as_json, as_sarif, as_text

    if form == "sarif":
        return as_sarif(outcome, name=name, version=version("witnessmark")).decode() + "\n"
    return as_json(outcome, name=name).decode() + "\n" if form == "json" else as_text(outcome, name=name) + "\n"


def _from_snapshot(
    manuscript: Path | None, snapshot_file: Path, companions: "tuple[Companion, ...]"
) -> "tuple[Outcome, str]":
    """Check against a snapshot: what it withholds is told as unchecked."""
    from witnessmark.casefile.flows.open_case import read_text_file
    from witnessmark.evidence.snapshot import from_json
    from witnessmark.manuscript.check import check
    from witnessmark.manuscript.parse import parse

    if manuscript is None:
        raise click.UsageError("with --evidence, name the manuscript too (record/manuscript.md of the release)")
    evidence: Evidence = from_json(read_text_file(snapshot_file).encode())
    parsed = parse(read_text_file(manuscript), name=str(manuscript))
    return check(parsed, evidence, companions=companions), str(manuscript)


def _from_case(app: App, manuscript: Path | None, companions: "tuple[Companion, ...]") -> "tuple[Outcome, str]":
    """Check against the open case."""
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.flows.checking import check_manuscript
    from witnessmark.casefile.services.manuscript_read import newest_manuscript

    if manuscript is not None:
        checked = check_manuscript(session, read_text_file(manuscript), str(manuscript), companions)
        return checked.outcome, str(manuscript)
    record = newest_manuscript(session)
    return check_manuscript(session, record.content, record.name, companions).outcome, record.name
