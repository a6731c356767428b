"""Folding of presentation only, with a map back to the original offsets."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from witnessmark.text.spans import Edit, Layer, make_layer

#: Characters that show nothing: soft hyphen, joiners, zero-width and bidi controls, byte order mark, tatweel.
IGNORABLE: Final = "\u00ad\u034f\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
#: Dashes that part clauses; a run of them, spaced or not, becomes " - ". Two hyphens are a typed dash.
LONG_DASHES: Final = "\u2014\u2015\u2e3a\u2e3b"
LINE_BREAK_HYPHEN: Final = "line-break hyphen"
#: Folded one for one. Case, digits and letters are never touched.
_ONE_FOR_ONE: Final = (
    ("quotation marks", '"', "“”„‟«»〝〞〟＂「」『』"),
    ("apostrophes", "'", "‘’‚‛‹›＇´"),
    ("hyphens and minus signs", "-", "‐‑‒–−﹣－﹘"),
)
_TYPED_DASH: Final = re.compile(r"(?<!-)--(?!-)")
_BLANK: Final = rf"\s{IGNORABLE}{LONG_DASHES}"
_LETTER: Final = r"[^\W\d_]"
_CHANGES: Final = re.compile(
    rf"(?<={_LETTER})[-‐][{IGNORABLE}]*[^\S\n\u2029]*[\n\u2029][\s{IGNORABLE}]*(?={_LETTER})"
    rf"|(?! )[{_BLANK}][{_BLANK}]*| [{_BLANK}]+"
)
_HAN: Final = re.compile(
    "[\u2e80-\u2fdf\u3001-\u3003\u3005-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff0f\uff1a-\uff20\U00020000-\U0003134f]"
)
#: Figures and Chinese numerals: a line break between two of them may part two numbers of a table.
_NUMERAL: Final = re.compile(r"[\d〇零一二两兩三四五六七八九十百千万萬亿億]")
_LONG_DASH: Final = re.compile(f"[{LONG_DASHES}]")
_SPACE: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without its presentation, the map to the original and what was folded.

    `layers` are the passes in the order in which they ran.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    notes: tuple[str, ...] = ()

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of the folded span `start:end`; what vanished at its edges is left out."""
        for layer in reversed(self.layers):
            start, end = layer.old_start(start), layer.old_end(end)
        return start, end

    @property
    def starts(self) -> tuple[int, ...]:
        """For each folded code point, where it began in the original."""
        return tuple(self.original_span(i, i + 1)[0] for i in range(len(self.text)))

    @property
    def ends(self) -> tuple[int, ...]:
        """For each folded code point, where it ended in the original."""
        return tuple(self.original_span(i, i + 1)[1] for i in range(len(self.text)))

    @property
    def line_breaks(self) -> tuple[int, ...]:
        """Folded offsets at which the source breaks a word with a hyphen at the end of a line."""
        found = (
            [edit.new_start for edit in self.layers[0].edits if edit.kind == LINE_BREAK_HYPHEN] if self.layers else []
        )
        return tuple(found)


def fold(text: str, *, language: str = "") -> Folded:
    """Return the text with only presentation folded, and a map to the original offsets (decisions.md, quote checkers).

    Folded are: NFC, white space, soft hyphen, a hyphen at a line's end, typography of quotation marks and dashes,
    zero-width and bidi controls, tatweel. Never a minus sign away, never case, digits or letters. `language` `ug` and
    `ar` change nothing here: letters are evidence.
    """
    plain, notes = _one_for_one(text)
    changed, layer = make_layer(plain, _blank_edits(plain))
    notes += [kind for kind in dict.fromkeys(edit.kind for edit in layer.edits) if kind not in notes]
    layers = (layer,) if layer.edits else ()
    if not unicodedata.is_normalized("NFC", changed):
        changed, composed = make_layer(changed, _nfc_edits(changed))
        layers = (layer, composed)
        notes.append("composed characters")
    return Folded(changed, layers, tuple(notes))


def _one_for_one(text: str) -> tuple[str, list[str]]:
    """Return the text with quotation marks and dashes made plain, offsets unchanged, and what was done."""
    notes: list[str] = []
    if not text.isascii():
        for kind, plain, variants in _ONE_FOR_ONE:
            for variant in variants:
                if variant in text:
                    text = text.replace(variant, plain)
                    notes.append(kind)
    if "--" in text:
        text = _TYPED_DASH.sub("\u2014\u2060", text)
    return text, list(dict.fromkeys(notes))


def _blank_edits(text: str) -> Iterator[Edit]:
    """Yield the changes to white space, long dashes, what shows nothing, and hyphens at line ends."""
    for match in _CHANGES.finditer(text):
        run, start, end = match[0], match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        new, kind = _fold_hyphen(after) if run[0] in "-‐" else _fold_blank(run, before, after)
        yield Edit(start, end, new, kind)


def _fold_hyphen(after: str) -> tuple[str, str]:
    """A hyphen at a line's end: the layout's before a small (or caseless) letter, the word's own before a capital."""
    return ("-", "white space") if after.isupper() else ("", LINE_BREAK_HYPHEN)


def _fold_blank(run: str, before: str, after: str) -> tuple[str, str]:
    """Return what a run of blanks becomes, and the name of the change."""
    if _LONG_DASH.search(run):
        return " - ", "dashes"
    if not _SPACE.search(run):
        return "", _name_of_invisible(run[0])
    if "\n" in run or "\u2029" in run:
        if run[0] == "\u00ad" and before.isalpha() and after.isalpha():
            return "", "soft hyphen"
        numbers = _NUMERAL.match(before) and _NUMERAL.match(after)
        if _HAN.match(before) and _HAN.match(after) and not numbers:
            return "", "white space"
    return " ", "white space"


@lru_cache(maxsize=64)
def _name_of_invisible(character: str) -> str:
    """Return what a person would call a character that shows nothing."""
    if character in "\u00ad\u0640":
        return {"\u00ad": "soft hyphen", "\u0640": "tatweel"}[character]
    return "directional marks" if unicodedata.bidirectional(character) not in {"BN", "NSM"} else "zero-width characters"


def _nfc_edits(text: str) -> Iterator[Edit]:
    """Yield the changes that bring the text to NFC, each as small as a base letter with its marks."""
    letters = {character for character in set(text) if character > "\u00ff"}
    marks = {c for c in letters if unicodedata.category(c)[0] == "M" or "\u1160" <= c <= "\u11ff"}
    single = {c for c in letters - marks if unicodedata.normalize("NFC", c) != c}
    any_mark = "[" + re.escape("".join(sorted(marks))) + "]" if marks else r"(?!)"
    any_single = "[" + re.escape("".join(sorted(single))) + "]" if single else r"(?!)"
    for match in re.finditer(rf"(?s:.)?{any_mark}+|{any_single}", text):
        new = unicodedata.normalize("NFC", match[0])
        if new != match[0]:
            yield Edit(match.start(), match.end(), new, "composed characters")
