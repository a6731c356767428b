"""What every command shares: where the case is, who acts, how results are shown."""

import getpass
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from witnessmark.cli.visible import visible
from witnessmark.evidence.errors import WitnessmarkError

if TYPE_CHECKING:  # importing the session needs Django, which most commands do without
    from witnessmark.casefile.session import Session


class PassphraseMissingError(WitnessmarkError):
    """No passphrase was given and nobody can be asked."""


@dataclass
class App:
    """The options of the whole command line. `as_json` prints one JSON document to standard output and no prose."""

    case: Path | None = None
    as_json: bool = False
    actor: str = ""

    @cached_property
    def console(self) -> Console:
        """Where results go; plain when standard output is not a terminal. Square brackets in a title are no markup."""
        return Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())

    @cached_property
    def progress(self) -> Console:
        """Where progress goes: standard error, and nothing at all when that is not a terminal."""
        return Console(
            stderr=True, highlight=False, markup=False, emoji=False, quiet=self.as_json or not sys.stderr.isatty()
        )

    @cached_property
    def session(self) -> "Session":
        """The open case; its passphrase is asked for only when a key is needed."""
        from witnessmark.casefile.flows.open_case import open_case

        return open_case(self.case, actor=self.who, passphrase=ask_passphrase())

    @property
    def who(self) -> str:
        """Who acts: `--as`, else `$WITNESSMARK_ACTOR`, else the login name."""
        return self.actor or os.environ.get("WITNESSMARK_ACTOR") or getpass.getuser()

    def line(self, text: str, style: str = "", end: str = "\n") -> None:
        """Print one line of result, in which words from outside cannot act on the terminal."""
        self.console.print(visible(text), style=style or None, end=end)

    def show(self, data: Any, text: Callable[[], None]) -> None:  # noqa: ANN401 - any JSON value
        """Print the data as JSON, or call `text` to print prose."""
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        else:
            text()


pass_app = click.make_pass_decorator(App, ensure=True)


def ask_passphrase(*, confirm: bool = False) -> Callable[[], str]:
    """Return what asks for the passphrase: `$WITNESSMARK_PASSPHRASE`, else a prompt, remembered for this command."""
    known: list[str] = []

    def ask() -> str:
        if not known:
            known.append(os.environ.get("WITNESSMARK_PASSPHRASE") or _prompt(confirm=confirm))
        return known[0]

    return ask


def _prompt(*, confirm: bool) -> str:
    """Ask a person at a terminal, or say how to give the passphrase without one."""
    if not sys.stdin.isatty():
        raise PassphraseMissingError(
            "no passphrase was given, and there is no terminal to ask on",
            expected="the passphrase of the case's keys",
            do="Set WITNESSMARK_PASSPHRASE for this command",
        )
    answer: str = click.prompt("Passphrase of the case's keys", hide_input=True, confirmation_prompt=confirm, err=True)
    return answer
