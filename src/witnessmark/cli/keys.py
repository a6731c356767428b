"""`witnessmark keys`: show public keys, destroy what a protected source gave."""

import json
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
      witnessmark keys policy office.policy.json
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


@command.command("policy")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--timestamp-certificate", "certificates", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Signing certificate (PEM) of an authority that stamped a release (may be given several times).",
)  # fmt: skip
@pass_app
def policy(app: App, file: Path, certificates: tuple[Path, ...]) -> None:
    """Write a trust policy for `witnessmark verify --policy FILE`: release key, log key, time stamp certificates.

    Publish it where a reader will look, apart from the report.
    """
    session = app.session
    from witnessmark.casefile.services.trust_read import trust_policy

    data = trust_policy(session, [path.read_bytes() for path in certificates])
    with file.open("x", encoding="utf-8") as out:
        out.write(json.dumps(data, indent=1) + "\n")
    app.show(data, lambda: click.echo(f"{file}: release key {data['release_key']}"))


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
