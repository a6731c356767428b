"""Which fonts a text needs: the shipped ones, more from folders given, or a clear refusal. Never boxes in a PDF."""

import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from witnessmark.release.errors import MissingFontError

SHIPPED: Final = Path(__file__).parent / "fonts"
#: Where Debian puts fonts-noto-core and fonts-noto-cjk; looked into only for characters the shipped fonts lack.
DEBIAN: Final = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/opentype/noto"))
#: Shipped families in the order in which a character is looked for.
FAMILIES: Final = {
    "Noto Serif": "NotoSerif-Regular.ttf",
    "Noto Naskh Arabic": "NotoNaskhArabic-Regular.ttf",
    "Noto Serif CJK SC": "NotoSerifCJKsc-Regular.otf",
    "Noto Sans Math": "NotoSansMath-Regular.ttf",
    "Noto Sans Symbols 2": "NotoSansSymbols2-Regular.ttf",
}
FONT_SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})
CJK_WORDS: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
#: Drawn by the template as a bar, so that no font need have it.
REDACTION_BAR: Final = "█"
#: Marks without a shape of their own: joiners, variation selectors, direction controls.
INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, kw_only=True)
class FontPlan:
    """The font files to hand to the typesetter and the families in order of preference."""

    files: tuple[Path, ...]
    families: tuple[str, ...]


def fonts_for(text: str, *, extra_dirs: Sequence[Path] = (), system_dirs: Sequence[Path] = DEBIAN) -> FontPlan:
    """Return the fonts that together draw every visible character of the text.

    The shipped fonts come first, then `extra_dirs` in the order given, then `system_dirs`. Raises `MissingFontError`
    naming script, characters and the Debian package when a character is in none of them.
    """
    files = sorted(path for path in SHIPPED.iterdir() if path.suffix in FONT_SUFFIXES)
    families = list(FAMILIES)
    missing = set(needed(text)) - shipped_characters()
    for path, family, characters in faces_in((*extra_dirs, *system_dirs)) if missing else ():
        if missing & characters:
            missing -= characters
            files.append(path)
            families.append(family)
        if not missing:
            break
    if missing:
        raise missing_font(missing)
    return FontPlan(files=tuple(files), families=tuple(dict.fromkeys(families)))


def needed(text: str) -> Iterator[str]:
    """Yield each character of the text that must have a shape."""
    for char in sorted(set(text)):
        if unicodedata.category(char) not in INVISIBLE and char != REDACTION_BAR and not is_variation_selector(char):
            yield char


def is_variation_selector(char: str) -> bool:
    """Tell whether the character only chooses a form of the one before it."""
    return 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF  # noqa: PLR2004 - Unicode's own ranges


@cache
def shipped_characters() -> frozenset[str]:
    """Return every character that the shipped regular faces draw."""
    return frozenset().union(*(faces[2] for name in FAMILIES.values() for faces in faces_of(SHIPPED / name)))


def characters_of(font: TTFont) -> frozenset[str]:
    """Return the characters in the font's best character map."""
    return frozenset(map(chr, font.getBestCmap() or {}))


def faces_in(folders: Iterable[Path]) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield path, family and characters of every upright regular face below the folders, those with serifs first."""
    for folder in folders:
        for path in sorted(folder.rglob("*"), key=lambda path: ("Serif" not in path.name, path)):
            if path.suffix.lower() in FONT_SUFFIXES and "Regular" in path.name:
                yield from faces_of(path)


def faces_of(path: Path) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield each face of a font file or collection, Simplified Chinese before its regional sisters."""
    data = io.BytesIO(path.read_bytes())
    try:
        fonts = TTCollection(data).fonts if path.suffix.lower() in {".ttc", ".otc"} else [TTFont(data)]
        faces = [(str(font["name"].getBestFamilyName()), characters_of(font)) for font in fonts]
    except TTLibError as error:
        raise MissingFontError(
            "a font file cannot be read", where=path.name, got=str(error), expected="TrueType or OpenType",
            do="Remove it from the font folder or replace it",
        ) from error  # fmt: skip
    for family, characters in sorted(faces, key=lambda face: (not face[0].endswith(" SC"), face[0])):
        yield path, family, characters


def missing_font(missing: set[str]) -> MissingFontError:
    """Return the refusal, naming each script with its characters and the Debian package that draws it."""
    scripts: dict[str, list[str]] = {}
    for char in sorted(missing):
        scripts.setdefault(script_word(char), []).append(char)
    told = "; ".join(f"{script}: {listed(chars)}" for script, chars in scripts.items())
    packages = sorted({"fonts-noto-cjk" if script in CJK_WORDS else "fonts-noto-core" for script in scripts})
    return MissingFontError(
        "no font draws some characters of the report", got=told, expected="a font for every character",
        do=f"Install Debian's {' and '.join(packages)}, or name a folder with a font that has them",
    )  # fmt: skip


def script_word(char: str) -> str:
    """Return the first word of the character's Unicode name, which names its script."""
    return unicodedata.name(char, "UNASSIGNED").split()[0]


def listed(chars: list[str], at_most: int = 12) -> str:
    """Return the characters with their code points, cut after `at_most`."""
    shown = " ".join(f"{char} (U+{ord(char):04X})" for char in chars[:at_most])
    return shown + (f" and {len(chars) - at_most} more" if len(chars) > at_most else "")
