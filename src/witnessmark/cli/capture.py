"""`witnessmark capture`: bring sources into the casefile."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.dates import date_option
from witnessmark.cli.exits import DONE, FAILED, SUSPECT
from witnessmark.cli.sources import SourceError, refusal
from witnessmark.cli.visible import visible_name
from witnessmark.evidence.errors import WitnessmarkError


@click.command("capture")
@click.argument("what", nargs=-1, metavar="FILE|DIR|URL …")
@click.option(
    "--list",
    "listing",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of captures, one JSON object a line.",
)
@click.option("--address", default="", help="Where a saved page comes from.")
@click.option("--screenshot", default="", help="Its full-page picture, kept beside it.")
@click.option(
    "--collected-at", default="", help="When it was collected, with offset (default: the file's own time; a page: now)."
)
@click.option("--collector", default="", help="Who collected it (default: who acts).")
@click.option("--context", default="", help="How it was found, and what it belongs to.")
@click.option("--source", default="", help="Id of the source the information comes from, such as O3.")
@click.option("--protected", is_flag=True, help="Seal it under its source's own key.")
@click.option("--published", default="", help="Date of publication, such as 2031-05-07 or 2031-05.")
@click.option("--accept-mismatch", is_flag=True, help="Take a file whose name says another type than its content.")
@click.option("--allow-private", is_flag=True, help="Fetch from a private or loopback address, such as an intranet.")
@pass_app
def command(app: App, /, what: tuple[str, ...], listing: Path | None, **options: Any) -> int:  # noqa: ANN401 - click's options
    """Capture files, folders, or pages from the web; the bytes are kept untouched, hashed, committed and logged.

    Each thing is taken in wholly or not at all; a run that was stopped is simply run again. The same bytes twice are
    one item with two collection records. An address is fetched once, raw, and kept as WARC, because you named it.

    \b
    Examples:
      witnessmark capture page.html --address https://… --screenshot page.png --collected-at 2031-05-09T10:12:00+02:00
      witnessmark capture evidence/ --collector "l. amundar"
      witnessmark capture testimony.docx --source O11 --protected
      witnessmark capture https://example.org/statement
      witnessmark capture --list captures.jsonl
    \b
    A line of a list:
      {"path": "page.html", "address": "https://…", "collected_at": "2031-05-09T10:12:00+02:00", "collector": "…"}
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.captures_list import expand

    wanted = [one for named in _wanted(what, listing, options) for one in expand(named)]
    if not wanted and (what or listing):
        raise SourceError(
            "there is nothing to capture", where=", ".join([*what, *([str(listing)] if listing else [])]),
            got="no files", expected="a folder that holds files, or a list that names some",
        )  # fmt: skip
    if not wanted:
        raise click.UsageError("name a file, a folder, an address, or a --list")
    rows, failed = _run(app, wanted)
    app.show({"captured": rows, "failed": failed}, lambda: _say(app, rows, failed))
    if failed:
        return FAILED
    return SUSPECT if any(row["suspect"] and row["new_record"] for row in rows) else DONE


def _wanted(what: tuple[str, ...], listing: Path | None, options: dict[str, Any]) -> list[Any]:
    """Return what is to be captured, from the arguments and the list."""
    from witnessmark.casefile.flows.captures_list import Wanted, read_list

    options["published"] = date_option(options["published"])
    named = [Wanted(**options, **_place(one)) for one in what]
    return named + (list(read_list(listing)) if listing else [])


def _place(name: str) -> dict[str, Any]:
    """Return the field that a name on the command line belongs in."""
    return {"url" if name.startswith(("http://", "https://")) else "path": name}


def _run(app: App, wanted: list[Any]) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """Take in one thing after the other; a refusal of one does not stop the others."""
    session = app.session
    from witnessmark.casefile.flows.intake import capture_one

    rows: list[dict[str, Any]] = []
    failed: list[dict[str, str]] = []
    with app.progress.status("capturing …") as status:
        for number, one in enumerate(wanted, 1):
            status.update(Text(f"capturing {number} of {len(wanted)}: {visible_name(one.path or one.url)}"))
            try:
                captured = capture_one(session, one)
            except (WitnessmarkError, OSError) as error:
                failed.append({"name": one.path or one.url, **refusal(error).as_dict()})
                continue
            rows += [{key: value for key, value in asdict(part).items() if key != "parts"} for part in captured.flat()]
    return rows, failed


def _say(app: App, rows: list[dict[str, Any]], failed: list[dict[str, str]]) -> None:
    """One line an item, then what was refused."""
    for row in rows:
        state = "new" if row["new_item"] else "same bytes, new record" if row["new_record"] else "captured before"
        read = (
            f"{row['characters']:,} characters, {row['statements']} proposals"
            if row["characters"]
            else "kept, not read"
        )
        app.line(f"{row['item']:<6}{row['media_type']:<18.18} {state}; {read}  {visible_name(row['name'])}")
        if row["suspect"]:
            app.line(f"      SUSPECT: {row['suspect']}", style="yellow")
        for note in row["notes"]:
            app.line(f"      {note}", style="dim")
    for row in failed:
        app.line(
            f"refused {visible_name(row['name'])}: {row['what']}" + (f" (got {row['got']})" if row.get("got") else ""),
            style="red",
        )
        for label in ("expected", "do"):
            if row.get(label):
                app.line(f"      {label}: {row[label]}")
    refused = f"; {len(failed)} refused" if failed else ""
    app.line(f"{sum(row['new_item'] for row in rows)} new items of {len(rows)}{refused}")
