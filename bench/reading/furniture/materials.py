"""What dirty pages are made of: per language and split, lines of furniture by kind, and invented stories."""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "ar", "zh", "ru", "ug", "tr", "es")
SPLITS = ("train", "test")
#: Kinds of line of a story file by its first characters.
_MARKS = (("= ", "headline"), ("## ", "heading"))
_SECTION = re.compile(r"\[(\w+)\]")
_SLOT = re.compile(r"\{(title|outlet|name|place|date|time|n)\}")
Line = tuple[str, str]


@dataclass(frozen=True)
class Materials:
    """Sections of furniture templates, and stories as (kind, text) lines, of one language and split."""

    language: str
    sections: dict[str, list[str]] = field(default_factory=dict)
    stories: list[list[Line]] = field(default_factory=list)


def load(split: str, language: str) -> Materials:
    """Read the materials of one language and split."""
    found = Materials(language)
    section = ""
    for row in (HERE / split / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        opened = _SECTION.fullmatch(row)
        if opened:
            section = opened[1]
            if section == "story":
                found.stories.append([])
        elif section == "story" and row:
            found.stories[-1].append(_story_line(row))
        elif row and not row.startswith("# "):
            found.sections.setdefault(section, []).append(row)
    return found


def _story_line(row: str) -> Line:
    for mark, kind in _MARKS:
        if row.startswith(mark):
            return kind, row.removeprefix(mark)
    return "story", row


class Filler:
    """Fills the slots of templates for one page: one outlet, no title twice, one date."""

    def __init__(self, materials: Materials, rng: random.Random) -> None:
        """Choose what the whole page has in common."""
        self.rng, self.materials = rng, materials
        sections = materials.sections
        self.outlet, self.date = rng.choice(sections["outlets"]), rng.choice(sections["dates"])
        self._decks: dict[str, list[str]] = {}

    def draw(self, kind: str) -> str:
        """Return a template of the kind, none twice before all were drawn."""
        deck = self._decks.get(kind)
        if not deck:
            deck = self._decks[kind] = list(self.materials.sections[kind])
            self.rng.shuffle(deck)
        return deck.pop()

    def lines(self, kind: str) -> list[Line]:
        """Return the lines of one block of furniture of the kind, its slots filled."""
        return [(kind, self.fill(part.strip())) for part in self.draw(kind).split("¶")]

    def fill(self, template: str) -> str:
        """Return a template with its slots filled."""
        return _SLOT.sub(self._slot, template)

    def _slot(self, match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "outlet":
            return self.outlet
        if slot == "date":
            return self.date
        if slot == "time":
            return f"{self.rng.randrange(6, 23)}:{self.rng.randrange(60):02}"
        return self.draw(f"{slot}s") if slot != "n" else str(self.rng.randrange(2, 99))
