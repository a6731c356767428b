"""`witnessmark read`: who said what, when, how many, in one page, several or thousands; no case needed."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from rich.text import Text

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, FAILED
from witnessmark.cli.read_places import Aside, places
from witnessmark.cli.sources import Opened, refusal
from witnessmark.cli.visible import visible_name
from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.errors import WitnessmarkError

if TYPE_CHECKING:  # the reader is loaded only when something is read
    from witnessmark.evidence.reading import Reading

#: A worker takes a core and a few hundred megabytes; more of them only when somebody asks.
_JOBS: Final = min(4, os.cpu_count() or 1)


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|URL|- …")
@click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), help="Write one self-contained page.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--published", default="", help="Date of publication, if the page does not say: 2022-08-31.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="jsonl: write this file, or go on with it."
)
@click.option("--jobs", type=click.IntRange(min=0), help="jsonl: processes that read (default: one a core, at most 4).")
@click.option("--text", "whole", is_flag=True, help="jsonl: put the text itself into each line.")
@click.option(
    "--ray", "cluster", default="", metavar="ADDRESS", help="jsonl: read on a Ray cluster; `local` starts one."
)
@pass_app
def command(
    app: App, sources: tuple[str, ...], page: Path | None, form: str, published: str, output: Path | None,
    jobs: int | None, *, whole: bool, cluster: str,
) -> int:  # fmt: skip
    """Read pages: the cleaned story, who said what, a timeline, numbers with whose they are, each party's position.

    Given several pages, also who copied whom. Everything shown is a machine's proposal; nobody has confirmed it.
    A folder is read file by file, a zip or a crawl's WARC member by member. An address is fetched once, because you named it.

    With --format jsonl, thousands of files are read as a stream, in the order of their names. With --output, the same
    command goes on where a run was ended, by force too. What cannot be read has a line that says why.

    \b
    Examples:
      witnessmark read page.html
      witnessmark read page.txt --published 2022-08-31 --html who-said-what.html
      witnessmark read page.html copy-1.html copy-2.txt
      witnessmark read saved-pages/ --format jsonl --output readings.jsonl --jobs 4
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.cli.dates import date_option

    day = date_option(published)
    if form == "jsonl":
        if page is not None:
            raise click.UsageError("--html shows readings to people, --format jsonl streams them: give one of the two")
        return _lines(app, sources, day, output, _JOBS if jobs is None else jobs, whole=whole, cluster=cluster)
    if output is not None or jobs is not None or whole or cluster:
        raise click.UsageError("--output, --jobs, --text and --ray belong to --format jsonl")
    return _pages(app, sources, day, page)


def _lines(
    app: App, sources: tuple[str, ...], day: PartialDate | None, output: Path | None, jobs: int, *, whole: bool, cluster: str
) -> int:  # fmt: skip
    from witnessmark.cli.read_bulk import Run, read_in_bulk

    run = Run(sources, day, whole=whole, jobs=jobs, output=output, cluster=cluster)
    return FAILED if read_in_bulk(app, run).failed else DONE


def _pages(app: App, sources: tuple[str, ...], day: PartialDate | None, page: Path | None) -> int:
    """Show readings to a person: in the terminal, as one JSON document, as a page."""
    read, failed = _read_all(app, sources, day)
    if page is not None and read:
        _write_page(page, [reading for _, reading in read])
    if app.as_json:
        app.show({"readings": _records(read), "failed": failed}, lambda: None)
        return FAILED if failed else DONE
    _show(app, read, failed)
    if page is not None and read:
        app.line(f"page written to {page}")
    return FAILED if failed else DONE


def _read_all(
    app: App, sources: tuple[str, ...], day: PartialDate | None
) -> "tuple[list[tuple[Opened, Reading]], list[dict[str, str]]]":
    """Read one thing after the other; what cannot be read is told, and does not stop the others."""
    from witnessmark.cli.read_lines import read_opened

    read: list[tuple[Opened, Reading]] = []
    failed: list[dict[str, str]] = []
    named = list(places(sources, Aside()))
    with app.progress.status("reading …") as status:
        for number, place in enumerate(named, 1):
            status.update(Text(f"reading {number} of {len(named)}: {visible_name(place.path)}"))
            try:
                opened = place.open()
                reading = read_opened(opened, day)
            except (WitnessmarkError, OSError) as error:
                failed.append({"path": place.path, **refusal(error).as_dict()})
            else:
                read.append((opened, reading))
    return read, failed


def _records(read: "list[tuple[Opened, Reading]]") -> list[dict[str, Any]]:
    """Return one object a file, in the published schema."""
    from witnessmark.reading.jsonl import to_record

    return [to_record(reading, path=opened.name) for opened, reading in read]


def _show(app: App, read: "list[tuple[Opened, Reading]]", failed: list[dict[str, str]]) -> None:
    """Print each reading, then who copied whom, then what could not be read."""
    from witnessmark.reading.terminal import show, show_copies

    for opened, reading in read:
        if len(read) > 1:
            app.console.rule(visible_name(opened.name))
        show(reading, app.console)
    if len(read) > 1:
        show_copies([reading for _, reading in read], [opened.name for opened, _ in read], app.console)
    for row in failed:
        app.line(
            f"not read: {row['path']}: {row['what']}" + (f" (got {row['got']})" if row.get("got") else ""),
            style="red",
        )
        if row.get("do"):
            app.line(f"    {row['do']}")


def _write_page(page: Path, readings: "list[Reading]") -> None:
    """Write the self-contained page under its name only when it is whole."""
    from witnessmark.reading.page import html_page

    temporary = page.with_name(f".{page.name}.new")
    temporary.write_text(html_page(readings), encoding="utf-8")
    temporary.replace(page)
