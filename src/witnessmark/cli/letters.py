"""`witnessmark letters`: letters for comment and the table of corrections."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, PROBLEMS

if TYPE_CHECKING:  # the command reads them only when it runs
    from witnessmark.manuscript.letters import Letter, Terms


@click.command("letters")
@click.argument("manuscript", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--due", default="", help="Until when one may answer, with offset: 2031-09-08T18:00+02:00.")
@click.option("--sent", default="", help="When the letters go out, with offset; default: now.")
@click.option(
    "--publication", default="", help="When and where the report is published: “on 22 September 2031 in Geneva”."
)
@click.option("--address", default="", help="Where answers go.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each letter to this folder, and judgements.jsonl.",
)
@click.option("--corrections", is_flag=True, help="Print the table of corrections for the manuscript instead.")
@pass_app
def command(
    app: App, manuscript: Path | None, due: str, sent: str, publication: str, address: str, out: Path | None,
    corrections: bool,  # noqa: FBT001 - click gives options by position or name, as it likes
) -> int:  # fmt: skip
    """Write letters for comment from the manuscript: what it alleges, to each addressee, with a deadline.

    A letter that would give a protected person away is not written. The judgements record that the letters were sent; apply them
    when they were.

    \b
    Examples:
      witnessmark letters report.md --due 2031-09-08T18:00+02:00 --publication "on 22 September 2031 in Geneva" --out letters
      witnessmark judge letters/judgements.jsonl
      witnessmark letters --corrections >> report.md
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.casefile.flows.open_case import read_text_file

    session = app.session
    from witnessmark.casefile.services.manuscript_read import newest_manuscript
    from witnessmark.casefile.services.snapshot_read import protected_identities, snapshot
    from witnessmark.manuscript.letters import Terms, corrections_table, letters
    from witnessmark.manuscript.parse import parse

    evidence = snapshot(session)
    if corrections:
        click.echo(corrections_table(evidence) or "no corrections are on record")
        return DONE
    if not due or not publication:
        raise click.UsageError(
            "say until when one may answer (--due) and when and where the report is published (--publication)"
        )
    record = newest_manuscript(session) if manuscript is None else None
    source, name = (record.content, record.name) if record else (read_text_file(manuscript), manuscript.name)  # type: ignore[arg-type,union-attr]  # one of both is given
    terms = Terms(
        office=evidence.investigation.office,
        publication=publication,
        due=due,
        sent=sent or session.now(),
        address=address,
    )
    made = letters(parse(source, name=name), evidence, protected_identities(session), terms)
    if out is not None:
        known = len(evidence.reply_requests)
        _write(out, made, terms, app.who, first=known + 1)
    rows = [{"to": one.to, "name": one.name, "allegations": one.allegations, "faults": one.faults} for one in made]
    app.show(rows, lambda: _say(app, made, out))
    return PROBLEMS if any(one.faults for one in made) else DONE


def _write(out: Path, made: "tuple[Letter, ...]", terms: "Terms", who: str, *, first: int) -> None:
    """Write every letter that may leave, and the judgements that record them as sent."""
    out.mkdir(parents=True, exist_ok=True)
    lines = []
    for number, one in enumerate((one for one in made if not one.faults), start=first):
        (out / f"letter-{one.to}.txt").write_text(one.text, encoding="utf-8")
        value = {"to": one.to, "allegations": one.allegations, "sent": terms.sent, "due": terms.due, "text": one.text}
        lines.append(
            {"author": who, "time": terms.sent, "verdict": "request_reply", "object": f"RR{number}",
            "reason": "Letter for comment.",
             "value": value}
        )  # fmt: skip
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (out / "judgements.jsonl").write_text(text, encoding="utf-8")


def _say(app: App, made: "tuple[Letter, ...]", out: Path | None) -> None:
    for one in made:
        place = f" → {out / f'letter-{one.to}.txt'}" if out is not None and not one.faults else ""
        app.line(f"{one.name} ({one.to}): {', '.join(one.allegations)}{place}")
        for fault in one.faults:
            app.line(f"  not written: {fault}")
        if out is None and not one.faults:
            click.echo(f"\n{one.text}")
    if not made:
        app.line("the manuscript carries no allegation against anybody")
