"""`witnessmark write`: register an immutable version of a manuscript."""

from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app


@click.command("write")
@click.argument("manuscript", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_app
def command(app: App, manuscript: Path) -> None:
    """Register a manuscript as a new, immutable version; only registered versions are released.

    \b
    Example:
      witnessmark write report.md
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.services.manuscript_write import register

    content = read_text_file(manuscript)
    registered = register(session, manuscript.name, content)
    data = {
        "name": registered.record.name, "version": registered.record.version, "sha256": registered.record.sha256,
        "new": registered.new,
    }  # fmt: skip
    word = "registered" if registered.new else "registered before, unchanged:"
    app.show(data, lambda: click.echo(f"{word} {data['name']} version {data['version']}, SHA-256 {data['sha256']}"))
