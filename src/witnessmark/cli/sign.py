"""`witnessmark sign`: a second person signs a manuscript line by line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from witnessmark.cli.app import App, pass_app

if TYPE_CHECKING:  # the verdict's type is needed only to say what the option yields
    from witnessmark.evidence.findings import Verdict


@click.command("sign")
@click.option(
    "--manuscript", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Default: the newest registered."
)
@click.option(
    "--paragraph", "paragraphs", type=int, multiple=True, help="A paragraph by its number; may be given again."
)
@click.option("--words", default="", help="Words of the sentence.")
@click.option("--all", "everything", is_flag=True, help="Every sentence of fact, attribution, analysis or caption.")
@click.option("--verdict", type=click.Choice(["signed", "queried", "refused"]), default="signed", show_default=True)
@click.option("--reason", default="", help="Why; needed to query or refuse.")
@pass_app
def command(
    app: App,
    manuscript: Path | None,
    paragraphs: tuple[int, ...],
    words: str,
    everything: bool,  # noqa: FBT001 - click gives options by position or name, as it likes
    verdict: "Verdict",
    reason: str,
) -> None:
    """Sign sentences that you read against their evidence. A changed word or changed evidence undoes it (WM905).

    \b
    Examples:
      witnessmark sign --paragraph 12 --paragraph 13
      witnessmark --as "reviewer: p. lind" sign --words "were held" --verdict queried --reason "the second source says eight"
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    if not (paragraphs or words or everything):
        raise click.UsageError("say which sentences: --paragraph, --words or --all")
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.flows.signing import Signature, sign
    from witnessmark.casefile.services.manuscript_read import newest_manuscript

    record = newest_manuscript(session) if manuscript is None else None
    source, name = (record.content, record.name) if record else (read_text_file(manuscript), manuscript.name)  # type: ignore[arg-type,union-attr]  # one of both is given
    made = sign(session, source, name, Signature(app.who, verdict, reason), paragraphs=paragraphs, words=words)
    app.show(
        [msgspec.to_builtins(one) for one in made],
        lambda: click.echo(f"{len(made)} sentences {verdict} by {app.who}" if made else "nothing new: said before"),
    )
