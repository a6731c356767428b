"""The entry point: one group of commands, each loaded only when it is called."""

import importlib
import io
import json
import os
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import click

from witnessmark.cli.app import App
from witnessmark.cli.exits import FAILED, MEANINGS
from witnessmark.cli.sources import refusal
from witnessmark.cli.visible import visible, visible_name
from witnessmark.evidence.errors import WitnessmarkError

#: As shells tell a command that Ctrl-C ended.
INTERRUPTED: Final = 130
#: Command → module of this room that holds it, in the order in which a person meets them.
COMMANDS: Final = {
    "read": "read",
    "quote": "quote",
    "init": "init",
    "capture": "capture",
    "items": "items",
    "statements": "statements",
    "judge": "judge",
    "letters": "letters",
    "log": "log",
    "write": "write",
    "check": "check",
    "waive": "waive",
    "sign": "sign",
    "explain": "explain",
    "release": "release",
    "verify": "verify",
    "keys": "keys",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
    "demo": "demo",
}


class LazyGroup(click.Group):
    """Loads a command's module when the command is named, so that `read` does not wait for a database."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"witnessmark.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Explain the exit codes below the list of commands."""
        del ctx
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in MEANINGS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("witnessmark"), prog_name="witnessmark")
@click.option("--case", type=click.Path(path_type=Path), help="The case folder (default: at or above this folder).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text, errors too.")
@click.option("--as", "actor", default="", metavar="NAME", help="Who acts (default: $WITNESSMARK_ACTOR or the login).")
@click.pass_context
def cli(ctx: click.Context, case: Path | None, *, as_json: bool, actor: str) -> None:
    """From raw sources to a report in which every sentence leads to evidence that anyone can check.

    \b
    A journalist with one news page, no case needed:
      witnessmark read page.html
      witnessmark quote page.html "schools, not prisons"
    \b
    An office with an investigation:
      witnessmark init mycase --name "Detentions in …"
      witnessmark capture page.html --address https://… --screenshot page.png
      witnessmark judge decisions.jsonl
      witnessmark write report.md && witnessmark check
      witnessmark release --version 1.0
    \b
    Anyone who wants to check a published report:
      witnessmark verify report.zip --key office.pub
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    ctx.obj = App(case=case, as_json=as_json, actor=actor)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code; errors meant for people are shown without a traceback."""
    words = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in words[: words.index("--")] if "--" in words else "--json" in words
    _write_anything()
    try:
        outcome: Any = cli.main(args=_shared_first(words), prog_name="witnessmark", standalone_mode=False)
    except (click.exceptions.Exit, click.ClickException, click.Abort) as stop:
        return _stopped(stop, as_json=as_json)
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except (WitnessmarkError, OSError) as error:
        told = refusal(error)
    except _database_errors() as error:
        told = _from_database(error)
    else:
        return outcome if isinstance(outcome, int) else 0
    _tell(told, as_json=as_json)
    return told.exit_code


def _write_anything() -> None:
    """Let a character that the terminal's encoding lacks come out as its code, rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stopped(stop: click.exceptions.Exit | click.ClickException | click.Abort, *, as_json: bool) -> int:
    """Return the exit code of what click itself ended, and say why."""
    if isinstance(stop, click.exceptions.Exit):
        return stop.exit_code
    if isinstance(stop, click.ClickException):
        if as_json:
            _tell(WitnessmarkError(stop.format_message(), do="See --help of this command"), as_json=True)
        else:
            stop.show()
        return stop.exit_code
    _tell(WitnessmarkError("stopped"), as_json=True) if as_json else click.echo("stopped", err=True)
    return INTERRUPTED


#: Options of the whole command line, and whether they take a value.
SHARED: Final = {"--json": False, "--case": True, "--as": True}


def _shared_first(words: list[str]) -> list[str]:
    """Let the shared options stand behind the command too, where people write them; not behind `--`."""
    end = words.index("--") if "--" in words else len(words)
    head, tail = words[:end], words[end:]
    front: list[str] = []
    rest: list[str] = []
    while head:
        word = head.pop(0)
        name = word.split("=", 1)[0]
        if name not in SHARED:
            rest.append(word)
            continue
        front.append(word)
        if SHARED[name] and "=" not in word and head:
            front.append(head.pop(0))
    return front + rest + tail


def _database_errors() -> tuple[type[Exception], ...]:
    """Return the database's errors; where Django was never loaded, no database can have failed."""
    loaded = sys.modules.get("django.db.utils")
    return (sqlite3.Error, *((loaded.Error,) if loaded else ()))


def _from_database(error: Exception) -> WitnessmarkError:
    """Return what the database refused, in words that say what to do."""
    words = str(error)
    if "locked" in words or "busy" in words:
        return WitnessmarkError(
            "another command is writing to this case",
            got=words,
            do="Wait until it is done, then run this command again",
        )
    if "full" in words:
        return WitnessmarkError("there is no space left", got=words, do="Free disk space, then run the command again")
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return WitnessmarkError(
            "the case's database cannot be written", got=words, expected="a case folder that you may write to",
            do="Check the folder's permissions, and that its disk is not mounted read-only",
        )  # fmt: skip
    return WitnessmarkError(
        "the case's database is broken", got=words, do="Run `witnessmark doctor`; restore a backup if it says so"
    )


def _tell(error: WitnessmarkError, *, as_json: bool) -> None:
    """Show an error: as prose on standard error, or as the one JSON document on standard output."""
    if as_json:
        click.echo(json.dumps(error.as_dict(), ensure_ascii=False))
        return
    where = f" ({visible_name(error.where)})" if error.where else ""
    click.echo(click.style("error: ", fg="red", bold=True) + visible(error.what) + where, err=True)
    for label, value in (("got", error.got), ("expected", error.expected), ("do", error.do)):
        if value:
            click.echo(f"  {label + ':':<10}{visible(value)}", err=True)


def run() -> None:
    """Console entry point."""
    sys.exit(main())
