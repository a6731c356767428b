"""The frame of every HTML page of a release: policy, style, landmarks, notice. No script, no network, no font file."""

import base64
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from witnessmark.release.redaction import BAR, PLACEHOLDER
from witnessmark.release.script_runs import script_runs

_REDACTED = r'<bdi dir="ltr"><span class="bar" aria-hidden="true">\1</span>\2</bdi>'
STYLE = Path(__file__).with_name("style.css")


@cache
def style() -> str:
    """Return the one stylesheet; it stands in every page, so that a page is whole by itself."""
    return STYLE.read_text(encoding="utf-8")


@cache
def policy() -> str:
    """Return the content security policy: nothing runs, nothing is fetched, the style is this one."""
    digest = base64.b64encode(sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' file: data:; "
        "base-uri 'none'; form-action 'none'"
    )


def page(*, title: str, body: str, notice: str, home: str, kind: str, language: str = "en") -> str:
    """Return a whole page. `home` is the way back to the bundle's top folder ("" or "../"), `kind` a body class."""
    banner = f'<div class="notice" role="note">{escape(notice)}</div>\n' if notice else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noarchive">\n'
        f"<title>{escape(title)}</title>\n<style>{style()}</style>\n</head>\n"
        f'<body class="{kind}">\n<a class="skip" href="#main">Skip to the text</a>\n{banner}{body}'
        f'<footer class="foot"><p>{escape(notice + ". ") if notice else ""}This page opens without a network. '
        f'How to check it: <a href="{home}VERIFY.md">VERIFY.md</a>.</p></footer>\n</body>\n</html>\n'
    )


def words(text: str) -> str:
    """Return text as HTML: each stretch of another script isolated, with its language and direction."""
    return "".join(
        bars(escape(run.text))
        if not run.language
        else f'<bdi lang="{run.language}" dir="{run.direction}">{escape(run.text)}</bdi>'
        for run in script_runs(text)
    )


def bars(escaped: str) -> str:
    """Return escaped text with each redaction isolated from left to right, its bar not read out."""
    return PLACEHOLDER.sub(_REDACTED, escaped) if BAR in escaped else escaped


def rows(pairs: list[tuple[str, str]]) -> str:
    """Return a definition list of (term, HTML); pairs without a value are left out."""
    return "<dl>" + "".join(f"<dt>{escape(term)}</dt><dd>{value}</dd>" for term, value in pairs if value) + "</dl>\n"


def link(href: str, text: str, kind: str = "") -> str:
    """Return a link; `text` is plain."""
    return f'<a{f" class={chr(34)}{kind}{chr(34)}" if kind else ""} href="{escape(href)}">{escape(text)}</a>'
