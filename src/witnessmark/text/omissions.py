"""Quotations with words left out ("…", "[...]") or put in ("[the] camp"): their pieces in order, what lies between."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from witnessmark.text.cues import CHINESE_CUES, SPACED_CUES, kind_of_word
from witnessmark.text.lookalikes import mask_lookalikes
from witnessmark.text.prepared import PreparedText
from witnessmark.text.results import Flag
from witnessmark.text.search import Hit, search

#: More pieces than this are not a quotation any more.
MAX_PIECES: Final = 12
#: Words that were put in stand for at most this many code points of the source.
_INSERTION_REACH: Final = 80
#: So much of what is left out is shown in a message.
_SHOWN: Final = 120
#: Words left out over more than this are no longer one passage.
_FAR: Final = 1_000
_ELLIPSIS: Final = r"(?:…+|\.{3,}|\. \. \.(?: \.)*|⋯+)"
_GAP: Final = re.compile(
    rf"[\[(（【［]\s*{_ELLIPSIS}\s*[\])）】］]|{_ELLIPSIS}|(?P<letter>\[(?P<one>[^\W\d_])\](?=\w))|[\[［](?P<words>[^\[\]［］]{{1,80}})[\]］]"
)
_SENTENCE_PART: Final = re.compile(r"[.!?؟۔](?=[\s\"'”’)]|$)|[。！？]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must stand in the source, and what the quotation says comes before them."""

    words: str
    gap: str = ""
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """One way in which all pieces stand in order: a span of the original for each."""

    spans: tuple[tuple[int, int], ...]


def split_pieces(wanted: str, *, other_case: bool = False) -> list[Piece]:
    """Return the pieces of a folded quotation; one piece when nothing is left out or put in.

    A letter in brackets before the rest of its word ("[T]he") stays in its word, without the brackets; `other_case`
    turns it from capital to small or back, which is what such brackets mean.
    """
    pieces: list[Piece] = []
    rest, gap, inserted = "", "", ""
    last = 0
    for match in _GAP.finditer(wanted):
        rest += wanted[last : match.start()]
        last = match.end()
        if match["one"]:
            rest += match["one"].swapcase() if other_case else match["one"]
            continue
        pieces.append(Piece(rest.strip(), gap, inserted))
        rest, gap, inserted = "", match[0], match["words"] or ""
    pieces.append(Piece((rest + wanted[last:]).strip(), gap, inserted))
    return _without_empty(pieces)


def _without_empty(pieces: list[Piece]) -> list[Piece]:
    """Join gaps that have no words between them: an ellipsis outweighs an insertion."""
    kept: list[Piece] = []
    gap = inserted = ""
    for piece in pieces:
        inserted = "" if (gap and not inserted) or (piece.gap and not piece.inserted) else piece.inserted or inserted
        gap = piece.gap or gap
        if re.search(r"\w", piece.words):
            kept.append(Piece(piece.words, gap if kept else "", inserted if kept else ""))
            gap = inserted = ""
    return kept


def put_in_at_edges(wanted: str, pieces: list[Piece]) -> list[str]:
    """Return what a quotation has in brackets that stands between no two pieces: a changed letter, words at an end."""
    between = [piece.gap for piece in pieces]
    return [match[0] for match in _GAP.finditer(wanted) if (match["one"] or match["words"]) and match[0] not in between]


def find_chains(prepared: PreparedText, pieces: list[Piece]) -> tuple[list[Chain], str]:
    """Return every shortest way in which the pieces stand in order, and why there is none.

    Words put in stand for words of one sentence, at most 80 code points of it; words left out may be any.
    """
    hits: list[list[Hit]] = []
    for piece in pieces:
        found = search(prepared, piece.words)
        if not found.hits:
            return [], f"these words do not stand in the text: “{piece.words[:80]}”"
        hits.append(found.hits)
    spans = [sorted(hit.span for hit in row) for row in hits]
    chains = [chain for first in spans[0] if (chain := _chain_from(prepared.text, first, spans, pieces))]
    shortest: dict[tuple[int, int], Chain] = {chain.spans[-1]: chain for chain in chains}
    return list(shortest.values()), "" if chains else "the pieces do not stand in this order in the text"


def _chain_from(raw: str, first: _Span, spans: list[list[_Span]], pieces: list[Piece]) -> Chain | None:
    """Return the chain that begins at `first` and takes the next place of each piece; None when one is missing."""
    chosen = [first]
    for row, piece in zip(spans[1:], pieces[1:], strict=True):
        at = bisect_left(row, (chosen[-1][1], 0))
        if at == len(row) or (piece.inserted and not _one_stretch(raw, chosen[-1][1], row[at][0])):
            return None
        chosen.append(row[at])
    return Chain(tuple(chosen))


def _one_stretch(raw: str, end: int, start: int) -> bool:
    """Whether what lies between two pieces is short and of one sentence."""
    return start - end <= _INSERTION_REACH and _SENTENCE_PART.search(raw[end:start]) is None


def flags_of_chain(raw: str, chain: Chain, pieces: list[Piece]) -> list[Flag]:
    """Return what a person must know of words left out or put in: never silent, worse when a qualifier is among them."""
    flags: list[Flag] = []
    for (_, end), (start, _), piece in zip(chain.spans, chain.spans[1:], pieces[1:], strict=False):
        left_out = raw[end:start].strip()
        code, said = ("insertion", "puts in") if piece.inserted else ("ellipsis", "leaves out words with")
        flags.append(
            Flag(code, f"the quotation {said} “{piece.gap}”; the source has here: “{_short(left_out)}”", left_out)
        )
        if cue := _cue_in(left_out):
            message = f"what the quotation leaves out holds a qualifier: “{cue}”"
            flags.append(Flag("ellipsis_drops_qualifier", message, cue))
        if _SENTENCE_PART.search(raw[end - 1 : start]):
            flags.append(Flag("ellipsis_joins_sentences", "the pieces stand in different sentences", _short(left_out)))
        if len(left_out) > _FAR:
            message = f"{len(left_out):,} characters lie between the pieces"
            flags.append(Flag("ellipsis_far", message, _short(left_out)))
    return flags


def _short(words: str) -> str:
    """Return words for a message, cut in the middle when long."""
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"


def _cue_in(words: str) -> str:
    """Return the first negation, hedge, condition or contrast among words, "" when there is none."""
    masked = mask_lookalikes(words)
    for match in _WORD.finditer(masked):
        word = match[0]
        if kind_of_word(word.lower().replace("’", "'")) not in {None, "bound"}:
            return word
    folded = f" {' '.join(masked.lower().split())} "
    phrase: str = next((cue for cue in SPACED_CUES if " " in cue and f" {cue} " in folded), "")
    chinese: str = next((cue for cue, _ in CHINESE_CUES if cue in masked), "")
    return phrase or chinese
