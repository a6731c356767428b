"""Dirty pages with their gold: every line is known to be story or a kind of furniture, for it was put there."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from layouts import page_lines
from materials import HERE, LANGUAGES, Line, load

#: Kinds of line that are the story itself.
STORY = frozenset({"headline", "heading", "story"})


@dataclass(frozen=True)
class Page:
    """One dirty page: its language, title and (kind, text) lines."""

    language: str
    title: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the page as scraped plain text."""
        return "\n".join(text for _, text in self.lines)

    @property
    def html(self) -> str:
        """Return the page as HTML of plain paragraphs, in which no element names what it is."""
        body = "\n".join(f"<p>{escape(text)}</p>" for kind, text in self.lines if kind != "empty")
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head><meta charset="utf-8"></head><body>{body}</body></html>'
        )


def pages(split: str, each: int, languages: tuple[str, ...] = LANGUAGES, seed: str = "1") -> Iterator[Page]:
    """Yield `each` pages per language; the same arguments give the same pages."""
    for language in languages:
        materials = load(split, language)
        for number in range(each):
            title, lines = page_lines(split, materials, number, seed)
            yield Page(language, title, tuple(lines))


def digests() -> dict[str, str]:
    """Return SHA-256 by name of everything that makes the pages of the test: code and templates."""
    files = [
        *sorted((HERE / "test").glob("*.txt")),
        *(HERE / name for name in ("layouts.py", "materials.py", "pages.py")),
    ]
    return {str(path.relative_to(HERE)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
