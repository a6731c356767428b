"""`witnessmark demo`: the invented training case, from raw sources to a verified report."""

import shutil
import time
from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, FAILED

#: Marks a folder that the demo made, and so may replace.
MARK = ".witnessmark-demo"


@click.command("demo")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("demo-out"), show_default=True)
@pass_app
def command(app: App, out: Path) -> int:
    """Run the training case: an invented country, invented people, sources in five languages.

    Captures, reads, judges, weighs, checks a flawed and a clean manuscript, waives, seals, and verifies with the
    verifier that lies in the release. An earlier demo in the same folder is replaced; any other folder is left alone.

    \b
    Example:
      witnessmark demo --out /tmp/exercise
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.cli.training import run_training

    _make_room(out)
    started = time.monotonic()
    summary = run_training(app, out.resolve())
    summary["seconds"] = round(time.monotonic() - started, 1)
    app.show(summary, lambda: _say(app, summary))
    return DONE if summary["verified"] else FAILED


def _make_room(out: Path) -> None:
    """Replace an earlier demo; refuse any other folder that holds something."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).exists():
            raise click.UsageError(f"{out} holds something that is not a demo: name another folder with --out")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()


def _say(app: App, summary: dict[str, object]) -> None:
    """Tell where the report lies."""
    app.line(f"\nThe report:  {summary['report']}")
    app.line(f"            {summary['pdf']}")
    app.line(f"Check it:    {summary['verify_command']}")
    app.line(f"done in {summary['seconds']} s")
