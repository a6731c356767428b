"""`witnessmark doctor`: is everything in place?"""

from dataclasses import asdict
from pathlib import Path

import click

from witnessmark.cli.app import App, ask_passphrase, pass_app
from witnessmark.cli.exits import DONE, FAILED

COLOURS = {"ok": "green", "warning": "yellow", "broken": "red"}


@click.command("doctor")
@pass_app
def command(app: App) -> int:
    """Look at fonts, disk, clock, programs and versions, and at the case's keys, database, originals and log.

    \b
    Examples:
      witnessmark doctor
      witnessmark --case cases/river doctor --json
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.errors import CaseError
    from witnessmark.casefile.flows import doctor
    from witnessmark.casefile.flows.open_case import local_clock
    from witnessmark.casefile.folder import find_folder

    try:
        folder = find_folder(app.case)
    except CaseError as error:
        if app.case is not None:
            raise
        signs = [*doctor.machine(local_clock, Path.cwd()), doctor.Sign("case", "warning", error.what, error.do)]
    else:
        signs = [*doctor.machine(local_clock, folder.root), *doctor.case(folder, ask_passphrase(), app.who)]
    app.show([asdict(sign) for sign in signs], lambda: _say(app, signs))
    return FAILED if any(sign.state == "broken" for sign in signs) else DONE


def _say(app: App, signs: list["doctor.Sign"]) -> None:  # type: ignore[name-defined]  # noqa: F821 - the type is imported with Django
    """One line a sign."""
    for sign in signs:
        app.line(f"{sign.state:<9}", style=COLOURS[sign.state], end="")
        app.line(f"{sign.name:<13}{sign.seen}" + (f"  → {sign.do}" if sign.do else ""))
