"""`witnessmark statements`: confirmed statements, and the machine's proposals, never mixed up."""

from typing import Any

import click
import msgspec

from witnessmark.cli.app import App, pass_app
from witnessmark.evidence.reading import Reading


@click.command("statements")
@click.argument("ids", nargs=-1, metavar="[E1 | S3 …]")
@click.option("--proposed", is_flag=True, help="Also show what the machine proposes and nobody has confirmed.")
@pass_app
def command(app: App, ids: tuple[str, ...], *, proposed: bool) -> None:
    """List statements; a proposal has no number until a person confirms it with `judge`.

    \b
    Examples:
      witnessmark statements
      witnessmark statements E1 --proposed
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    session = app.session
    from witnessmark.casefile.services.record_read import get
    from witnessmark.casefile.services.snapshot_read import snapshot

    for human_id in ids:
        get(session.investigation, human_id, "item", "statement")
    evidence = snapshot(session)
    chosen = [row for row in evidence.statements if not ids or row.id in ids or row.item in ids]
    rows: list[dict[str, Any]] = [{"status": "confirmed", **msgspec.to_builtins(row)} for row in chosen]
    names = {source.id: source.name for source in evidence.sources}
    if proposed:
        rows += _proposals(app, {text.id: text.content for text in evidence.texts}, ids)
    app.show(rows, lambda: _say(app, rows, names))


def _proposals(app: App, contents: dict[str, str], ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the machine's proposals for the chosen items, keyed by text and ordinal."""
    session = app.session
    from witnessmark.casefile.records import Item
    from witnessmark.casefile.services.protection import erased
    from witnessmark.casefile.services.text_read import latest_reading, texts_of

    rows: list[dict[str, Any]] = []
    for item in Item.objects.filter(investigation=session.investigation).select_related("key"):
        if (ids and item.human_id not in ids) or erased(session, item.key):
            continue
        for text in texts_of(item):
            reading = latest_reading(session, [text])
            rows += _rows(item.human_id, text.human_id, contents.get(text.human_id, ""), reading)
    return rows


def _rows(item: str, text: str, content: str, reading: Reading | None) -> list[dict[str, Any]]:
    """Return one row a proposal of a reading."""
    rows = []
    for proposal in reading.statements if reading else ():
        words = " … ".join(content[start:end] for start, end in proposal.content)
        speaker = proposal.speaker or "unresolved" + (
            ": " + " or ".join(proposal.candidates) if proposal.candidates else ""
        )
        rows.append({
            "status": "proposed", "id": f"{text}#{proposal.ordinal}", "item": item, "kind": proposal.kind,
            "speaker_phrase": speaker, "cue": " ".join(content[start:end] for start, end in proposal.cue),
            "passage": {"quote": words}, "confidence": proposal.confidence, "reason": proposal.reason,
        })  # fmt: skip
    return rows


def _say(app: App, rows: list[dict[str, Any]], names: dict[str, str]) -> None:
    """Print each statement with who said it and how."""
    if not rows:
        app.line("No statements confirmed yet. See what the machine proposes: witnessmark statements --proposed")
    for row in rows:
        who = names.get(row.get("speaker", ""), "") or row.get("speaker_phrase", "") or "unresolved"
        mark = "" if row["status"] == "confirmed" else f"  PROPOSED, {row['confidence']}: {row['reason']}"
        app.line(f"{row['id']:<8}{row['item']:<6}{row['kind']:<9}{who}{mark}")
        app.line(f"        {row['passage']['quote']}")
