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
#: Latin letters that fonts draw as one sign and PDF files hand out so; other compatibility forms carry meaning.
LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
#: Folded one for one. Case, digits and letters are never touched.
_ONE_FOR_ONE: Final = (
    ("quotation marks", '"', "“”„‟«»〝〞〟＂「」『』"),
    ("apostrophes", "'", "‘’‚‛‹›＇´"),
    ("hyphens and minus signs", "-", "‐‑‒–−﹣－﹘"),
)
_LIGATURE: Final = re.compile(f"[{''.join(LIGATURES)}]")
_HYPHENS: Final = frozenset("-")
_TYPED_DASH: Final = re.compile(r"(?<!-)--(?!-)")
#: White space but the plain space.
_WHITE: Final = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
#: A run of what is not a plain space; plain spaces before it are added by hand, which is faster than asking for them.
_BLANKS: Final = re.compile(rf"[{_WHITE}{IGNORABLE}{LONG_DASHES}][ {_WHITE}{IGNORABLE}{LONG_DASHES}]*")
_SPACES: Final = re.compile("  +")
_FOLDABLE: Final = re.compile(
    f"[{_WHITE}{IGNORABLE}{LONG_DASHES}{''.join(LIGATURES)}{''.join(variants for _, _, variants in _ONE_FOR_ONE)}]"
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

    `layers` are the passes in the order in which they ran; `origin` is where the text began, when it was cut out of a
    longer one.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    notes: tuple[str, ...] = ()
    origin: int = 0

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of the folded span `start:end`; what vanished at its edges is left out."""
        for layer in reversed(self.layers):
            start, end = layer.old_start(start), layer.old_end(end)
        return start + self.origin, end + self.origin

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


def fold(text: str, *, origin: int = 0) -> Folded:
    """Return the text with only presentation folded, and a map to the original offsets (decisions.md, quote checkers).

    Folded are: NFC, white space, soft hyphen, a hyphen at a line's end, typography of quotation marks and dashes,
    zero-width and bidi controls, tatweel, the ligatures of Latin fonts (ﬁ). Never a minus sign away, never case, digits
    or other letters, in any language.
    `origin` is where the text begins when it is cut out of a longer one.
    """
    if _is_plain(text):
        return Folded(text, origin=origin)
    plain, notes = _one_for_one(text)
    edits = _blank_edits(plain)
    if ligatures := [Edit(m.start(), m.end(), LIGATURES[m[0]], "ligature") for m in _LIGATURE.finditer(plain)]:
        edits = sorted(edits + ligatures)
    changed, layer = make_layer(plain, edits)
    notes += [kind for kind in dict.fromkeys(edit.kind for edit in layer.edits) if kind not in notes]
    layers: tuple[Layer, ...] = (layer,)
    if not unicodedata.is_normalized("NFC", changed):
        changed, composed = make_layer(changed, _nfc_edits(changed))
        layers = (layer, composed)
        notes.append("composed characters")
    return Folded(changed, layers, tuple(notes), origin)


def _is_plain(text: str) -> bool:
    """Whether nothing in the text can be folded; most quotations and most contexts are so."""
    if "  " in text or "--" in text or _FOLDABLE.search(text):
        return False
    return unicodedata.is_normalized("NFC", text)


def _one_for_one(text: str) -> tuple[str, list[str]]:
    """Return the text with quotation marks and dashes made plain, offsets unchanged, and what was done."""
    notes: list[str] = []
    if "--" in text:
        text = _TYPED_DASH.sub("\u2014\u2060", text)
    if not text.isascii():
        for kind, plain, variants in _ONE_FOR_ONE:
            for variant in variants:
                if variant in text:
                    text = text.replace(variant, plain)
                    notes.append(kind)
    return text, list(dict.fromkeys(notes))


def _blank_edits(text: str) -> list[Edit]:
    """Return the changes to white space, long dashes, what shows nothing, and hyphens at line ends, in order."""
    edits = [_blank_edit(text, match.start(), match.end()) for match in _BLANKS.finditer(text)]
    if "  " not in text:
        return edits
    edits += [Edit(match.start(), match.end(), " ", "white space") for match in _SPACES.finditer(text)]
    return _apart(edits)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return the edits in order without those that lie in another: spaces beside other blanks are found twice."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.old_start, -edit.old_end)):
        if not kept or edit.old_start >= kept[-1].old_end:
            kept.append(edit)
    return kept


def _blank_edit(text: str, start: int, end: int) -> Edit:
    """Return the change to the run of blanks `start:end`, widened by the spaces before it."""
    while start > 0 and text[start - 1] == " ":
        start -= 1
    run, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if (
        before in _HYPHENS
        and ("\n" in run or "\u2029" in run)
        and after.isalpha()
        and text[start - 2 : start - 1].isalpha()
    ):
        return _hyphen_edit(start, end, after)
    return Edit(start, end, *_fold_blank(run, before, after))


def _hyphen_edit(start: int, end: int, after: str) -> Edit:
    """A hyphen at a line's end: the layout's before a small (or caseless) letter, the word's own before a capital."""
    if after.isupper():
        return Edit(start, end, "", "white space")
    return Edit(start - 1, end, "", LINE_BREAK_HYPHEN)


def _fold_blank(run: str, before: str, after: str) -> tuple[str, str]:
    """Return what a run of blanks becomes, and the name of the change."""
    if run == "\n" and not _is_han(before):
        return " ", "white space"
    if _LONG_DASH.search(run):
        return " - ", "dashes"
    if not _SPACE.search(run):
        return "", _name_of_invisible(run[0])
    if "\n" in run or "\u2029" in run:
        if run[0] == "\u00ad" and before.isalpha() and after.isalpha():
            return "", "soft hyphen"
        numbers = _NUMERAL.match(before) and _NUMERAL.match(after)
        if _is_han(before) and _is_han(after) and not numbers:
            return "", "white space"
    return " ", "white space"


def _is_han(character: str) -> bool:
    """Whether a character is written in Chinese (or Japanese) lines, in which a line's end parts nothing."""
    return character > "\u2e7f" and _HAN.match(character) is not None


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
