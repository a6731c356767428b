"""Write docs/commands.md from the commands themselves.

python tools/make_commands_doc.py            write it
python tools/make_commands_doc.py --check    exit 1 when it is not what the commands say
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from witnessmark.cli.exits import MEANINGS
from witnessmark.cli.main import cli

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

`witnessmark` and its short alias `wm`. This page is written by `tools/make_commands_doc.py` from the commands themselves.

`--json`, `--case FOLDER` and `--as NAME` belong to every command and may stand before or behind it.
`WITNESSMARK_CASE`, `WITNESSMARK_ACTOR`, `WITNESSMARK_PASSPHRASE` and `WITNESSMARK_KEYS` give the case, who acts, the
passphrase of the case's keys, and the folder of the keys.
"""


def commands(group: click.Group, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with its full name, groups before their members."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(f"the command {name} does not load")
        yield (*above, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*above, name))


def section(name: tuple[str, ...], command: click.Command) -> str:
    """Return one command's help as a section."""
    context = click.Context(command, info_name=" ".join(name), max_content_width=100, terminal_width=100)
    return f"\n## {' '.join(name[1:])}\n\n```text\n{command.get_help(context)}\n```\n"


def page() -> str:
    """Return the whole page."""
    exits = "\n".join(f"| {code} | {meaning} |" for code, meaning in MEANINGS.items())
    sections = "".join(section(name, command) for name, command in commands(cli, ("witnessmark",)))
    return f"{HEAD}\n## Exit codes\n\n| code | meaning |\n|---|---|\n{exits}\n{sections}"


def main() -> int:
    """Write or check the page."""
    text = page()
    if "--check" in sys.argv[1:]:
        return 0 if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
