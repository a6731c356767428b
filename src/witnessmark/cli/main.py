"""The entry point: one group of commands, each loaded only when it is called."""

import importlib
import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import click

from witnessmark.cli.app import App
from witnessmark.cli.exits import FAILED, MEANINGS
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
    "log": "log",
    "write": "write",
    "check": "check",
    "waive": "waive",
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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@click.option("--as", "actor", default="", metavar="NAME", help="Who acts (default: $WITNESSMARK_ACTOR or the login).")
@click.pass_context
def cli(ctx: click.Context, case: Path | None, *, as_json: bool, actor: str) -> None:
    """From raw sources to a report in which every sentence leads to evidence that anyone can check.

    \b
    A journalist with one news page, no case needed:
      witnessmark read page.html
      witnessmark quote page.html "completely fabricated"
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
    try:
        outcome: Any = cli.main(args=_shared_first(words), prog_name="witnessmark", standalone_mode=False)
    except (click.exceptions.Exit, click.ClickException, click.Abort) as stop:
        return _stopped(stop)
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except (WitnessmarkError, OSError) as error:
        told = error if isinstance(error, WitnessmarkError) else _from_system(error)
        _tell(told, as_json="--json" in words)
        return told.exit_code
    return outcome if isinstance(outcome, int) else 0


def _stopped(stop: click.exceptions.Exit | click.ClickException | click.Abort) -> int:
    """Return the exit code of what click itself ended, and say why."""
    if isinstance(stop, click.exceptions.Exit):
        return stop.exit_code
    if isinstance(stop, click.ClickException):
        stop.show()
        return stop.exit_code
    click.echo("stopped", err=True)
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


def _from_system(error: OSError) -> WitnessmarkError:
    """Return what the operating system refused, in our own form."""
    return WitnessmarkError(
        "the system refused a file operation",
        where=str(error.filename or ""),
        got=error.strerror or str(error),
        do="Check the path, its permissions and the space left on the disk, then run the command again",
    )


def _tell(error: WitnessmarkError, *, as_json: bool) -> None:
    """Show an error on standard error: what, where, got, expected, what to do."""
    if as_json:
        click.echo(json.dumps(error.as_dict(), ensure_ascii=False), err=True)
        return
    click.echo(
        click.style("error: ", fg="red", bold=True) + error.what + (f" ({error.where})" if error.where else ""),
        err=True,
    )
    for label, value in (("got", error.got), ("expected", error.expected), ("do", error.do)):
        if value:
            click.echo(f"  {label + ':':<10}{value}", err=True)


def run() -> None:
    """Console entry point."""
    sys.exit(main())
