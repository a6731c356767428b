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
    from witnessmark.manuscript.recheck import Whole


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
@click.option(
    "--watch", is_flag=True, help="After each change tell of the edited block at once, then of the whole, until Ctrl-C."
)
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
    last: list[Whole] = []

    def run() -> int:
        from witnessmark.release.companions_read import read_companion

        companions = tuple(read_companion(path.name, path.read_bytes()) for path in companion_files)
        if snapshot_file:
            whole, name = _from_snapshot(manuscript, snapshot_file, companions)
        else:
            whole, name = _from_case(app, manuscript, companions)
        outcome = whole.outcome
        last[:] = [whole]
        click.echo(_written(outcome, name, "json" if app.as_json and form == "text" else form), nl=False)
        return PROBLEMS if outcome.blocks_release else DONE

    if not watch:
        return run()
    if manuscript is None:
        raise click.UsageError("with --watch, name the manuscript")

    def at_once() -> None:
        if form == "text" and not app.as_json:
            _edited(last[0], manuscript)

    return _watched(run, at_once, [manuscript, *companion_files, *([snapshot_file] if snapshot_file else [])])


def _edited(whole: "Whole", manuscript: Path) -> None:
    """Print what stands in the block that was edited, before the whole is checked."""
    from witnessmark.casefile.flows.open_case import read_text_file
    from witnessmark.manuscript.output import as_lines
    from witnessmark.manuscript.recheck import recheck

    start = time.perf_counter()
    found = recheck(whole, read_text_file(manuscript))
    if found is None:
        return
    took = 1000 * (time.perf_counter() - start)
    lines = (
        f"line {found.first_line}"
        if found.first_line == found.last_line
        else f"lines {found.first_line} to {found.last_line}"
    )
    click.echo("\n".join(as_lines(found.problems, name=str(manuscript))) or "nothing found there")
    click.echo(
        f"{lines} read again in {took:.0f} ms: {len(found.problems)} there now, {len(found.before)} before; the whole follows"
    )


def _watched(run: "Callable[[], int]", at_once: "Callable[[], None]", files: list[Path]) -> int:
    """Run, and after each change of a file tell at once of the edit and run again, until Ctrl-C; return the last run's code."""
    code = run()
    seen = _state(files)
    try:
        while True:
            time.sleep(_PAUSE)
            now = _state(files)
            if now != seen and None not in now:
                seen = now
                click.echo(f"\n{datetime.now().astimezone().strftime('%H:%M:%S')} changed: checked again")
                at_once()
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
) -> "tuple[Whole, str]":
    """Check against a snapshot: what it withholds is told as unchecked."""
    from witnessmark.casefile.flows.open_case import read_text_file
    from witnessmark.evidence.snapshot import from_json
    from witnessmark.manuscript.parse import parse
    from witnessmark.manuscript.recheck import check_whole

    if manuscript is None:
        raise click.UsageError("with --evidence, name the manuscript too (record/manuscript.md of the release)")
    evidence: Evidence = from_json(read_text_file(snapshot_file).encode())
    parsed = parse(read_text_file(manuscript), name=str(manuscript))
    return check_whole(parsed, evidence, companions=companions), str(manuscript)


def _from_case(app: App, manuscript: Path | None, companions: "tuple[Companion, ...]") -> "tuple[Whole, str]":
    """Check against the open case."""
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.flows.checking import check_manuscript
    from witnessmark.casefile.services.manuscript_read import newest_manuscript

    if manuscript is not None:
        checked = check_manuscript(session, read_text_file(manuscript), str(manuscript), companions)
        return checked.whole, str(manuscript)
    record = newest_manuscript(session)
    return check_manuscript(session, record.content, record.name, companions).whole, record.name
