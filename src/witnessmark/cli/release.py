"""`witnessmark release`: seal the report together with its evidence."""

from pathlib import Path

import click

from witnessmark.cli.app import App, pass_app


@click.command("release")
@click.option("--version", "version", required=True, help="Version of the report, such as 1.0; never used twice.")
@click.option("--manuscript", "name", default="", help="Name of the registered manuscript (default: the newest).")
@click.option(
    "--timestamp", default="none", show_default=True, metavar="none|local|URL",
    help="An RFC 3161 authority's address; `local` makes one of your own with openssl, for exercises.",
)  # fmt: skip
@click.option(
    "--timestamp-root", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Its root certificate (PEM)."
)
@click.option(
    "--timestamp-certificate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Its signing certificate (PEM).",
)
@click.option(
    "--fonts",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Further font folders.",
)
@pass_app
def command(
    app: App, version: str, name: str, timestamp: str, timestamp_root: Path | None, timestamp_certificate: Path | None,
    fonts: tuple[Path, ...],
) -> None:  # fmt: skip
    """Build, sign and seal the newest registered manuscript with its evidence: a folder and its zip.

    Refused while a check blocks or an error is neither mended nor waived. Nothing appears under the final
    name until it is complete.

    \b
    Examples:
      witnessmark release --version 1.0
      witnessmark release --version 1.0 --timestamp https://tsa.example/ \\
          --timestamp-root root.pem --timestamp-certificate tsa.pem
      witnessmark release --version 0.1 --timestamp local          (exercise)
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    session = app.session
    from witnessmark.casefile.flows.releasing import release
    from witnessmark.casefile.flows.stamping import authority_for

    authority = authority_for(session, timestamp, timestamp_root, timestamp_certificate)
    with app.progress.status("building and sealing the release …"):
        released = release(
            session, version, name=name, authority=authority, local_authority=timestamp == "local", font_dirs=fonts
        )
    data = {
        "version": version, "folder": str(released.folder), "zip": str(released.archive),
        "report": str(released.folder / "index.html"),
        "sums_sha256": released.record.sums_sha256, "waived": len(released.checked.outcome.waived),
        "unchecked": len(released.checked.outcome.unchecked),
    }  # fmt: skip
    app.show(data, lambda: _say(data))


def _say(data: dict[str, object]) -> None:
    """Tell where the report lies and how to check it."""
    click.echo(f"sealed   {data['folder']}\nzip      {data['zip']}\nopen     {data['report']}")
    click.echo(f"sums     SHA-256 of SHA256SUMS: {data['sums_sha256']} (print it, send it: it stands for every byte)")
    click.echo(
        f"checked  {data['waived']} errors waived, {data['unchecked']} things unchecked; both are printed in the release record"
    )
    click.echo(f"verify   witnessmark verify {data['folder']} --key OFFICE.pub")
