"""`witnessmark keys`: show public keys, destroy what a protected source gave."""

from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app


@click.group("keys")
def command() -> None:
    """The case's keys: public halves to publish, and erasure of a protected source.

    \b
    Examples:
      witnessmark keys show
      witnessmark keys export office.pub
      witnessmark keys destroy O7 --reason "consent withdrawn"
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped


def _public(app: App) -> dict[str, str]:
    """Return the public keys in the forms that other tools take."""
    from witnessmark.casefile.folder import find_folder
    from witnessmark.custody import minisign, sshsig
    from witnessmark.custody.keys import KeyRing

    folder = find_folder(app.case)
    raw = KeyRing(folder.keys, str).public("release")
    return {
        "minisign": minisign.public_key(raw).line,
        "ssh": sshsig.public_line(raw),
        "fingerprint": sshsig.fingerprint(raw),
        "folder": str(folder.keys),
    }


@command.command("show")
@pass_app
def show(app: App) -> None:
    """Show the public release key; publish it where a reader of the report will look, not only in the report."""
    data = _public(app)
    app.show(data, lambda: click.echo("\n".join(f"{name:<12}{value}" for name, value in data.items())))


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_app
def export(app: App, file: Path) -> None:
    """Write the public release key as a minisign key file, for `witnessmark verify --key FILE` and `minisign -p FILE`."""
    from witnessmark.custody import minisign

    data = _public(app)
    with file.open("x", encoding="ascii") as out:
        out.write(minisign.PublicKey.parse(data["minisign"]).file)
    app.show({"file": str(file), **data}, lambda: click.echo(f"{file}: {data['minisign']}"))


@command.command("destroy")
@click.argument("source")
@click.option("--reason", required=True, help="Why: kept in the history.")
@click.option("--yes", is_flag=True, help="Do not ask: what the source gave becomes unreadable for ever.")
@pass_app
def destroy(app: App, source: str, reason: str, *, yes: bool) -> None:
    """Erase what a protected source gave: originals, texts, quotations and identity become unreadable for ever."""
    session = app.session
    from witnessmark.casefile.flows.erase import erase_source

    if not yes:
        click.confirm(f"Everything that {source} gave becomes unreadable for ever. Go on?", abort=True, err=True)
    erase_source(session, source, reason)
    note = "Backups made with keys still hold the key: destroy those too."
    app.show({"erased": source, "note": note}, lambda: click.echo(f"{source} erased. {note}"))
