"""`witnessmark restore`: a case from its backup."""

from pathlib import Path

import click

from witnessmark.cli.app import App, ask_passphrase, pass_app


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@pass_app
def command(app: App, file: Path, folder: Path) -> None:
    """Restore a backup into a new folder, every file compared with the backup's manifest.

    \b
    Example:
      witnessmark restore /media/usb/case-2031-06-02.wmb cases/river
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.backup import restore_backup

    case = restore_backup(file, folder, ask_passphrase()())
    data = {"case": str(case.root), "keys": str(case.keys), "keys_present": case.keys.is_dir()}
    note = (
        f"keys at {case.keys}"
        if case.keys.is_dir()
        else f"no keys at {case.keys}: copy them there before you work on it"
    )
    app.show(data, lambda: click.echo(f"restored to {case.root}\n{note}\nnext: witnessmark --case {folder} log verify"))
