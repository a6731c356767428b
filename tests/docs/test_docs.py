"""What is documented exists, and what exists is documented."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("tool", ["make_commands_doc", "make_checks_doc"])
def test_generated_pages_are_up_to_date(tool):
    done = subprocess.run([sys.executable, ROOT / "tools" / f"{tool}.py", "--check"], check=False)
    assert done.returncode == 0, f"run: python tools/{tool}.py"


def documented_commands():
    """Yield (page, words) of every `witnessmark …` line in a code block."""
    for page in PAGES:
        for block in re.findall(r"```(?:sh|text)?\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            if page.name == "commands.md":
                continue
            for line in block.replace("\\\n", " ").splitlines():
                found = re.match(r"\s*(?:\S*/)?(?:witnessmark|wm) (.*)", line)
                if found:
                    yield page.name, shlex.split(found[1], comments=True)


@pytest.mark.parametrize(("page", "words"), list(documented_commands()))
def test_documented_commands_and_options_exist(page, words):
    from witnessmark.cli.main import cli

    command, options = cli, {"--json", "--case", "--as", "--help", "--version"}
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            command = command.get_command(click.Context(command), word) or pytest.fail(f"{page}: no command {word}")
            options |= {name for parameter in command.params for name in parameter.opts}
        elif word.startswith("--"):
            assert word.split("=")[0] in options, f"{page}: {word} of {words}"


def test_every_command_and_option_is_documented():
    from tools_of_docs import commands

    from witnessmark.cli.main import cli

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in commands(cli, ("witnessmark",)):
        assert f"\n## {' '.join(name[1:])}\n" in page
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[0] in page, f"{name}: {parameter.opts[0]}"


def test_every_verdict_is_documented():
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=["witnessmark.casefile.apps.CasefileConfig"], USE_TZ=True)
        django.setup()
    from witnessmark.casefile.services.verdicts import VERDICTS

    page = (ROOT / "docs" / "judgements.md").read_text(encoding="utf-8")
    rows = {
        word
        for cell in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page, re.MULTILINE)
        for word in re.findall(r"\w+", cell)
    }
    assert set(VERDICTS) <= rows


def test_every_check_is_documented():
    from witnessmark.manuscript.checks import CHECKS

    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    for check in CHECKS.values():
        assert check.code in page
        assert check.name in page


def test_every_code_that_pages_name_exists():
    from witnessmark.manuscript.checks import CHECKS

    for page in PAGES:
        for code in re.findall(r"\bWM\d{3}\b", page.read_text(encoding="utf-8")):
            assert code in CHECKS, f"{page.name}: {code}"


def test_the_links_between_pages_lead_somewhere():
    for page in PAGES:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_field_of_a_reading_is_documented():
    import json

    schema = json.loads((ROOT / "src/witnessmark/reading/schema/reading.schema.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    parts = [
        schema,
        *(schema["properties"][name]["items"] for name in ("lines", "statements", "dates", "quantities", "names")),
    ]
    resolved = [schema["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else part for part in parts]
    for field in {name for part in resolved for name in part["properties"]}:
        assert f"`{field}`" in page, field


def test_every_exit_code_is_documented():
    from witnessmark.cli.exits import MEANINGS

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for code, meaning in MEANINGS.items():
        assert f"| {code} | {meaning} |" in page
