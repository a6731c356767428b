"""`witnessmark backup`: one encrypted file, verified after writing."""

from pathlib import Path

import click

from witnessmark.cli.app import App, ask_passphrase, pass_app


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--with-keys", is_flag=True, help="Also the case's keys (wrapped by their own passphrase).")
@pass_app
def command(app: App, file: Path, *, with_keys: bool) -> None:
    """Write the case to one encrypted file and read all of it back.

    Without --with-keys, what protected sources gave stays sealed to whoever has the backup alone.

    \b
    Examples:
      witnessmark backup /media/usb/case-2031-06-02.wmb
      WITNESSMARK_PASSPHRASE=… witnessmark backup case.wmb --with-keys
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.backup import make_backup
    from witnessmark.casefile.folder import find_folder

    report = make_backup(find_folder(app.case), file, ask_passphrase(confirm=True)(), with_keys=with_keys)
    data = {"file": str(file), "members": report.members, "bytes": report.size, "with_keys": report.with_keys}
    keys = "with keys" if report.with_keys else "without keys"
    app.show(
        data,
        lambda: click.echo(f"{file}: {report.members} files, {report.size:,} bytes, {keys}; read back and complete"),
    )
