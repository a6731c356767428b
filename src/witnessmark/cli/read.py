"""`witnessmark read`: who said what, when, how many, in one page or several; no case needed."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, FAILED
from witnessmark.cli.sources import Opened, open_source, refusal
from witnessmark.cli.visible import visible_name
from witnessmark.evidence.errors import WitnessmarkError

if TYPE_CHECKING:  # the reader is loaded only when something is read
    from witnessmark.evidence.reading import Reading


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|- …")
@click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), help="Write one self-contained page.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--published", default="", help="Date of publication, if the page does not say: 2022-08-31.")
@pass_app
def command(app: App, sources: tuple[str, ...], page: Path | None, form: str, published: str) -> int:
    """Read pages: the cleaned story, who said what, a timeline, numbers with whose they are, each party's position.

    Given several pages, also who copied whom. Everything shown is a machine's proposal; nobody has confirmed it.
    A folder is read file by file. An address is fetched once, because you named it.

    \b
    Examples:
      witnessmark read page.html
      witnessmark read page.txt --published 2022-08-31 --html who-said-what.html
      witnessmark read page.html copy-1.html copy-2.txt
      witnessmark read saved-pages/ --format jsonl > readings.jsonl
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    read, failed = _read_all(app, [one for name in sources for one in _files(name)], published)
    if page is not None and read:
        _write_page(page, [reading for _, reading in read])
    if app.as_json and form == "text":
        app.show({"readings": _records(read), "failed": failed}, lambda: None)
        return FAILED if failed else DONE
    if form == "jsonl":
        for row in [*_records(read), *failed]:
            click.echo(json.dumps(row, ensure_ascii=False))
        return FAILED if failed else DONE
    _show(app, read, failed)
    if page is not None and read:
        app.line(f"page written to {page}")
    return FAILED if failed else DONE


def _files(name: str) -> list[str]:
    """Return a folder's files in order of their names; anything else as it is."""
    path = Path(name)
    if name.startswith(("http://", "https://")) or not path.is_dir():
        return [name]
    return [str(file) for file in sorted(path.rglob("*")) if file.is_file()]


def _read_all(
    app: App, names: list[str], published: str
) -> "tuple[list[tuple[Opened, Reading]], list[dict[str, str]]]":
    """Read one thing after the other; what cannot be read is told, and does not stop the others."""
    from witnessmark.cli.dates import date_option
    from witnessmark.reading.reader import read_bytes

    read: list[tuple[Opened, Reading]] = []
    failed: list[dict[str, str]] = []
    with app.progress.status("reading …") as status:
        for number, name in enumerate(names, 1):
            status.update(Text(f"reading {number} of {len(names)}: {visible_name(name)}"))
            try:
                opened = open_source(name)
                reading = read_bytes(
                    opened.data, media_type=opened.media_type, address=opened.address, name=Path(opened.name).name,
                    published=date_option(published),
                )  # fmt: skip
            except (WitnessmarkError, OSError) as error:
                failed.append({"path": name, **refusal(error).as_dict()})
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
