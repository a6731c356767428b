"""`witnessmark init`: make a case."""

from pathlib import Path

import click

from witnessmark.cli.app import App, ask_passphrase, pass_app


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="Name of the investigation.")
@click.option("--mandate", default="", help="What it was asked to establish, by whom.")
@click.option("--period", default="", help="The time it covers.")
@click.option("--territory", default="", help="The territory it covers.")
@click.option("--office", default="", help="Who publishes.")
@click.option("--standard", default="reasonable grounds to believe", show_default=True, help="Standard of proof.")
@click.option("--exercise", is_flag=True, help="Mark everything as a training exercise.")
@pass_app
def command(
    app: App,
    folder: Path,
    name: str,
    mandate: str,
    period: str,
    territory: str,
    office: str,
    standard: str,
    *,
    exercise: bool,
) -> None:
    """Make a case: a folder for the evidence, and three keys outside it.

    \b
    Examples:
      witnessmark init cases/river --name "Detentions in the river district" --office "Office of …"
      WITNESSMARK_PASSPHRASE=… witnessmark init /tmp/try --name Trial --exercise
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.open_case import create_case

    details: dict[str, str | bool] = {
        "mandate": mandate, "period": period, "territory": territory, "office": office,
        "standard_of_proof": standard, "exercise": exercise,
    }  # fmt: skip
    session = create_case(folder, name, details, actor=app.who, passphrase=ask_passphrase(confirm=True))
    data = {"case": str(session.folder.root), "keys": str(session.folder.keys), "log": session.investigation.origin}
    app.show(data, lambda: _say(app, data))


def _say(app: App, data: dict[str, str]) -> None:
    """Tell where case and keys lie."""
    app.line(f"case  {data['case']}\nkeys  {data['keys']}  (not in the case folder: back them up apart from it)")
    app.line("next  witnessmark --case FOLDER capture FILE …")
