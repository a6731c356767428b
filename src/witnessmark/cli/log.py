"""`witnessmark log`: show, verify and export the custody log."""

import json
from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, FAILED


@click.group("log")
def command() -> None:
    """The custody log: who did what to which evidence, append-only, provable.

    \b
    Examples:
      witnessmark log show
      witnessmark log checkpoint --out /media/usb/checkpoint.txt
      witnessmark log verify --checkpoint /media/usb/checkpoint.txt
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped


@command.command("show")
@pass_app
def show(app: App) -> None:
    """List the events; names in them are salted commitments, opened only inside the office."""
    session = app.session
    from witnessmark.casefile.services.custody_write import custody_log

    del session
    events = [json.loads(leaf) for leaf in custody_log().leaves()]
    app.show(events, lambda: _say_events(app, events))


def _say_events(app: App, events: list[dict[str, object]]) -> None:
    """One line an event."""
    for index, event in enumerate(events):
        rest = {key: value for key, value in event.items() if key not in ("type", "at", "actor")}
        words = "  ".join(f"{key}={str(value)[:12]}" for key, value in rest.items())
        app.line(f"{index:>6}  {event['at']}  {event['type']:<12}{words}")


@command.command("checkpoint")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the checkpoint to this new file.")
@pass_app
def checkpoint(app: App, out: Path | None) -> None:
    """Sign the log as it stands and export the checkpoint: keep it elsewhere, print it, have it co-signed."""
    session = app.session
    from django.db import transaction

    from witnessmark.casefile.services.custody_write import sign_head

    with transaction.atomic():
        note = sign_head(session)
    if out is not None:
        with out.open("x", encoding="utf-8") as target:
            target.write(note)
    verifier = session.keys.log_verifier(session.investigation.origin)
    data = {"checkpoint": note, "key": verifier.vkey, "file": str(out) if out else ""}
    app.show(data, lambda: click.echo(note if out is None else f"checkpoint written to {out}\nlog key {verifier.vkey}"))


@command.command("verify")
@click.option(
    "--checkpoint", "checkpoints", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A checkpoint that was kept elsewhere (may be given several times).",
)  # fmt: skip
@pass_app
def verify(app: App, checkpoints: tuple[Path, ...]) -> int:
    """Work the whole log out again: edited, reordered, missing or cut-off entries are named."""
    from witnessmark.casefile.flows.open_case import read_text_file

    exported = [read_text_file(path) for path in checkpoints]
    session = app.session
    from witnessmark.casefile.services.custody_read import verify_log

    report = verify_log(session, exported)
    app.show(report.as_dict(), lambda: _say_report(app, report.as_dict(), [str(fault) for fault in report.faults]))
    return DONE if report.ok else FAILED


def _say_report(app: App, data: dict[str, object], faults: list[str]) -> None:
    """The faults, then what was and what was not checked."""
    for fault in faults:
        app.line(f"broken  {fault}", style="red")
    app.line(f"{data['size']} entries, root {data['root']}")
    for word in ("checked", "unchecked"):
        for line in data[word]:  # type: ignore[attr-defined]
            app.line(f"{word + ':':<11}{line}")
    app.line("the log is broken" if faults else "nothing found that speaks against the log")
