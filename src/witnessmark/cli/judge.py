"""`witnessmark judge`: apply people's decisions from a file."""

from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app


@click.command("judge")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_app
def command(app: App, files: tuple[Path, ...]) -> None:
    """Apply judgements (one JSON object a line): wholly or not at all, and twice is once.

    \b
    A line:
      {"author": "a. officer", "time": "2031-06-02T10:00:00+05:00", "verdict": "grade", "object": "O3",
       "reason": "three earlier reports held", "value": {"reliability": "B"}}
    \b
    Examples:
      witnessmark judge decisions.jsonl
      witnessmark judge sources.jsonl statements.jsonl --json
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    session = app.session
    from witnessmark.casefile.services.judgement_write import apply_judgements, read_judgements

    rows: list[dict[str, str | int]] = []
    for file in files:
        with file.open("rb") as lines:
            applied = apply_judgements(session, read_judgements(lines, file.name))
        rows.append({"file": str(file), "new": applied.new, "known": applied.known})
    app.show(rows, lambda: _say(app, rows))


def _say(app: App, rows: list[dict[str, str | int]]) -> None:
    """Tell how many judgements of each file were new."""
    for row in rows:
        app.line(f"{row['file']}: {row['new']} new, {row['known']} applied before")
