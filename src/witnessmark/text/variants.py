"""Other typography in which the same words may stand, and the hyphens at which a text cannot tell two words apart."""

import re
from collections.abc import Iterator
from typing import Final

from witnessmark.text.fold import LINE_BREAK_HYPHEN
from witnessmark.text.prepared import PreparedText
from witnessmark.text.results import Flag
from witnessmark.text.search import Hit
from witnessmark.text.wordlists import word_set

#: English words that a hyphen after the prefix turns into another word ("re-sign", "resign"). A line that breaks there
#: leaves open which of the two was written.
_TOLD_APART_BY_HYPHEN: Final = word_set(
    "co-op co-ops re-act re-acted re-call re-collect re-collected re-count re-counted re-cover re-covered re-create "
    "re-created re-creation re-dress re-dressed re-form re-formed re-fuse re-fused re-lay re-lease re-leased re-mark "
    "re-marked re-press re-pressed re-present re-presented re-prove re-sent re-serve re-served re-sign re-signed "
    "re-signing re-signs re-solve re-solved re-sort re-sorted re-sound re-store re-strain re-strained re-treat "
    "re-treated un-ionised un-ionized"
)
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_INNER_MARKS: Final = str.maketrans("\"'", "'\"")
_MARK_BESIDE_DIGIT: Final = re.compile(r"\d[\"']|[\"']\d")


def variants(wanted: str, prepared: PreparedText) -> Iterator[tuple[str, str, Flag | None]]:
    """Yield (folded words, what was overlooked, flag) of other typography, the likeliest first.

    A hyphen of a compound at which the source breaks the line; inner quotation marks, double for single and back; a
    full stop or comma that the author closed the quotation with, which is flagged.
    """
    yield from ((joined, "", None) for joined in _at_line_breaks(wanted, prepared))
    if ('"' in wanted or "'" in wanted) and not _MARK_BESIDE_DIGIT.search(wanted):
        swapped = _swap_marks(wanted)
        if swapped != wanted:
            yield swapped, "inner quotation marks", None
    if len(wanted) > 1 and wanted[-1] in ".,،۔。，" and wanted[-2] not in ".…":
        message = "the quotation closes with a sign that the source does not have here"
        yield wanted[:-1], "closing punctuation", Flag("closing_punctuation", message, wanted[-1])


def _swap_marks(wanted: str) -> str:
    """Return the words with single and double quotation marks exchanged; apostrophes stay."""
    return re.sub(r"(?<!\w)[\"'](?=\w)|(?<=[\w.,!?])[\"'](?!\w)", lambda mark: mark[0].translate(_INNER_MARKS), wanted)


def _at_line_breaks(wanted: str, prepared: PreparedText) -> Iterator[str]:
    """Yield the words with the hyphens left out at which the source breaks a line: all of them, then one at a time."""
    if "-" not in wanted or prepared.keeps_words_whole:
        return
    text = prepared.folded.text
    breaks = {_halves(text, at) for at in prepared.folded.line_breaks}
    compounds = [match for match in _COMPOUND.finditer(wanted) if match[0] in breaks]
    if not compounds:
        return
    yield _COMPOUND.sub(lambda match: match[0].replace("-", "") if match[0] in breaks else match[0], wanted)
    if len(compounds) > 1:
        for match in compounds[:8]:
            yield wanted[: match.start()] + match[0].replace("-", "") + wanted[match.end() :]


def _halves(text: str, at: int) -> str:
    """Return the word that a line break parts at a folded offset, with a hyphen there."""
    left, right = re.search(r"[^\W\d_]*$", text[max(0, at - 60) : at]), re.match(r"[^\W\d_]*", text[at : at + 60])
    return f"{left[0] if left else ''}-{right[0] if right else ''}"


def undecided_hyphen(hit: Hit) -> str:
    """Return why a place cannot be decided: a line breaks where a hyphen would make another word; "" when none does."""
    if not hit.view.layers:
        return ""
    for edit in hit.view.layers[0].between(hit.start, hit.end):
        if edit.kind == LINE_BREAK_HYPHEN:
            word = _halves(hit.view.text, edit.new_start)
            if word.lower() in _TOLD_APART_BY_HYPHEN:
                return f"the source breaks the line at “{word}”: whether the hyphen belongs to the word cannot be told"
    return ""
