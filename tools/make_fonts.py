"""Make the font subsets that Witnessmark ships from Debian's fonts-noto-core and fonts-noto-cjk.

Run again after the texts of the demo change: `.venv/bin/python tools/make_fonts.py`. The result is deterministic:
the same Debian fonts and the same demo give the same bytes.
"""

import argparse
import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src" / "witnessmark" / "release" / "fonts"
CORE = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
#: Index of the Simplified Chinese face in Debian's collection.
CJK_SC_INDEX = 2
#: Unicode ranges of Latin, Greek, Cyrillic, their additions, punctuation, currency, letterlike signs.
WESTERN = (
    (0x20, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2212, 0x2212),
    (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
ARABIC = ((0x20, 0xFF), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x2000, 0x206F), (0xFB50, 0xFEFF))
ARROWS_AND_MATHS = ((0x2190, 0x21FF), (0x2200, 0x22FF))
SHAPES_AND_MARKS = ((0x25A0, 0x25FF), (0x2600, 0x2604), (0x260E, 0x2612), (0x2690, 0x26A0), (0x2700, 0x27BF))
CJK_MARKS = ((0x20, 0x7E), (0xB7, 0xB7), (0x2010, 0x2027), (0x2460, 0x2473), (0x3000, 0x303F), (0xFF00, 0xFFEF))
WANTED = {
    "NotoSerif-Regular": WESTERN,
    "NotoSerif-Italic": WESTERN,
    "NotoSerif-Bold": WESTERN,
    "NotoSerif-BoldItalic": WESTERN,
    "NotoSans-Regular": WESTERN,
    "NotoSans-Bold": WESTERN,
    "NotoNaskhArabic-Regular": ARABIC,
    "NotoNaskhArabic-Bold": ARABIC,
    "NotoSansMath-Regular": ARROWS_AND_MATHS,
    "NotoSansSymbols2-Regular": SHAPES_AND_MARKS,
}
TEXT_SUFFIXES = {".txt", ".md", ".html", ".htm", ".eml", ".jsonl", ".json", ".csv", ".py", ".toml"}


def points(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    """Return every code point of the ranges, both ends included."""
    return {point for first, last in ranges for point in range(first, last + 1)}


def common_chinese() -> set[int]:
    """Return the 3,755 most common simplified characters: level 1 of GB 2312-80, rows 16 to 55."""
    rows = (bytes([lead, trail]) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    return {ord(pair.decode("gb2312", errors="ignore") or " ") for pair in rows}


def demo_chinese(folder: Path) -> set[int]:
    """Return the Chinese characters of every text file below the folder (none when it does not exist yet)."""
    found: set[int] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix in TEXT_SUFFIXES and path.is_file():
            found |= {ord(char) for char in decode(path.read_bytes()) if "CJK" in unicodedata.name(char, "")}
    return found


def decode(data: bytes) -> str:
    """Return the text in whichever of the two encodings of Chinese in the demo the bytes are."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="ignore")


def make(font: TTFont, unicodes: set[int], target: Path) -> None:
    """Write a subset that keeps all layout features, so that shaping stays whole, and no time stamp of today."""
    options = subset.Options(
        layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]
    )
    options.recalc_timestamp = False
    maker = subset.Subsetter(options)
    maker.populate(unicodes=unicodes)
    maker.subset(font)
    font.save(target)
    print(f"{target.name}\t{target.stat().st_size / 1000:,.0f} kB\t{len(unicodes):,} code points asked")


def main() -> int:
    """Make all subsets; fail when Debian's fonts are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write to")
    options = parser.parse_args()
    if not CORE.is_dir() or not CJK.is_file():
        print("Debian's fonts are missing. Install: apt-get install fonts-noto-core fonts-noto-cjk", file=sys.stderr)
        return 1
    for name, ranges in WANTED.items():
        font = TTFont(CORE / f"{name}.ttf", recalcTimestamp=False)
        make(font, points(ranges), options.out / f"{name}.ttf")
    chinese = points(CJK_MARKS) | common_chinese() | demo_chinese(ROOT / "demo")
    font = TTFont(CJK, fontNumber=CJK_SC_INDEX, recalcTimestamp=False)
    make(font, chinese, options.out / "NotoSerifCJKsc-Regular.otf")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
