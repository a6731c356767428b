"""`witnessmark items`: what is in the casefile."""

from typing import Any

import click
import msgspec
from rich.table import Table

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.visible import visible_name


@click.command("items")
@click.argument("ids", nargs=-1, metavar="[E1 …]")
@pass_app
def command(app: App, ids: tuple[str, ...]) -> None:
    """List the items, or show some of them with collection records, texts and links.

    \b
    Examples:
      witnessmark items
      witnessmark items E3 E7 --json
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    session = app.session
    from witnessmark.casefile.records import Item
    from witnessmark.casefile.services.item_read import item_value
    from witnessmark.casefile.services.record_read import get

    if ids:
        found = [get(session.investigation, human_id, "item") for human_id in ids]
    else:
        found = list(
            Item.objects.filter(investigation=session.investigation).prefetch_related("collections", "text_set")
        )
    rows = [msgspec.to_builtins(item_value(session, item)) for item in found]
    for row in rows:
        row.pop("fingerprint", None)
    app.show(rows, lambda: _one_by_one(app, rows) if ids else _table(app, rows))


def _table(app: App, rows: list[dict[str, Any]]) -> None:
    """One line an item; says what to do when there is none."""
    if not rows:
        app.line("No items yet. Capture some: witnessmark capture FILE …")
        return
    table = Table("id", "type", "language", "title", "collected", "published as", "note", box=None, pad_edge=False)
    for row in rows:
        collected = row.get("collected", [])
        when = collected[0]["collected_at"] if collected else ""
        note = "suspect: " + row["suspect"] if row.get("suspect") else "protected" if row.get("protected") else ""
        times = f" (+{len(collected) - 1})" if len(collected) > 1 else ""
        table.add_row(
            row["id"], row["media_type"], row.get("language", ""), visible_name(_title(row)), when + times,
            row.get("disclosure", "withheld"), visible_name(note),
        )  # fmt: skip
    app.console.print(table)


def _title(row: dict[str, Any]) -> str:
    """Return what to call an item: its title, else its address or file name."""
    first = (row.get("collected") or [{}])[0]
    return str(row.get("title") or first.get("address") or first.get("file_name") or "")


def _one_by_one(app: App, rows: list[dict[str, Any]]) -> None:
    """Every field of some items."""
    for row in rows:
        app.console.print_json(data=row, ensure_ascii=False)
