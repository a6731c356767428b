"""`witnessmark waive`: a signed, reasoned exception from one error."""

from pathlib import Path

import click
import msgspec

from witnessmark.cli.app import App, pass_app


@click.command("waive")
@click.argument("code")
@click.option(
    "--manuscript", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Default: the newest registered."
)
@click.option("--line", type=int, default=0, help="The line on which the error stands.")
@click.option("--words", default="", help="Words of the sentence it stands in.")
@click.option("--reason", required=True, help="Why; printed in the release record.")
@click.option("--at", default="", help="When it was decided, with offset (default: now).")
@pass_app
def command(app: App, code: str, manuscript: Path | None, line: int, words: str, reason: str, at: str) -> None:
    """Waive one error (E). What blocks (B) cannot be waived; a waiver lapses when sentence or evidence changes.

    \b
    Examples:
      witnessmark waive WM201 --line 88 --reason "the only survivor of that night; see limits, para. 7"
      witnessmark --as "legal: m. osei" waive WM201 --words "was closed in June" --reason "…"
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.flows.checking import waive
    from witnessmark.casefile.services.manuscript_read import newest_manuscript

    if manuscript is None:
        record = newest_manuscript(session)
        source, name = record.content, record.name
    else:
        source, name = read_text_file(manuscript), manuscript.name
    waiver = waive(session, source, name, code, line=line, words=words, reason=reason, by=app.who, at=at)
    app.show(
        msgspec.to_builtins(waiver), lambda: click.echo(f"{waiver.id}: {code} waived by {waiver.by}: {waiver.reason}")
    )
