"""Are these words in that text? Exact but for presentation; a suggestion never decides."""

import re
from typing import Final, NamedTuple

from witnessmark.text.context import flags_around, sentence_after, sentence_before
from witnessmark.text.fold import fold
from witnessmark.text.nearest import suggest, token_around
from witnessmark.text.notes import overlooked
from witnessmark.text.omissions import MAX_PIECES, Piece, find_chains, flags_of_chain, put_in_at_edges, split_pieces
from witnessmark.text.prepared import PreparedText, prepare
from witnessmark.text.results import Flag, Place, QuoteResult, Suggestion, Verdict
from witnessmark.text.search import MAX_PLACES, Search, search
from witnessmark.text.speech import speech_around
from witnessmark.text.variants import undecided_hyphen, variants

__all__ = ["Flag", "Place", "PreparedText", "QuoteResult", "Suggestion", "Verdict", "match_quotation", "prepare"]

_WORD: Final = re.compile(r"[^\W_]")
_NO_WORDS: Final = "the quotation holds no words"
_NO_TEXT: Final = "there is no text to look in"
_UNREADABLE: Final = (
    "the words of this text cannot be trusted (layout or withheld): compare with the original or a transcription"
)
_TOO_MANY_PIECES: Final = f"the quotation has more than {MAX_PIECES} pieces with words left out between them"
_TOO_MANY_CANDIDATES: Final = "the text repeats itself so often that not every place could be looked at"
_NOT_THERE: Final = "these words do not stand in the text"
#: Stands in a text where its bytes could not be decoded.
_REPLACEMENT: Final = "\ufffd"


class _Question(NamedTuple):
    """A quotation as given and folded, the text, and the span of the original that a place must lie in."""

    quotation: str
    wanted: str
    prepared: PreparedText
    within: tuple[int, int] | None
    suggesting: bool

    def admits(self, start: int, end: int) -> bool:
        """Whether a place lies where it is looked for."""
        return self.within is None or (self.within[0] <= start and end <= self.within[1])


def match_quotation(
    quotation: str,
    text: str | PreparedText,
    *,
    readable: bool = True,
    within: tuple[int, int] | None = None,
    suggesting: bool = True,
) -> QuoteResult:
    """Say whether the words of a quotation stand in a text (decisions.md, "Quote checkers accept lies").

    `found`: they stand there, at one place or in repeats of one passage; `ambiguous`: at several places that differ in
    what stands around them; `not_found`; `indeterminate`: the text cannot tell (`readable` is False for a text whose
    layout is not trusted or that is withheld); `unchecked`: nothing to look for or in. Only `found` without flags is a
    pass. `within` narrows the places to a span of the original, such as a cited passage; boundaries and flags are still
    judged in the whole text. `suggesting` asks for the nearest words of what is not found. Offsets are code points of
    the original. Time is linear in both.
    """
    prepared = text if isinstance(text, PreparedText) else PreparedText(text)
    wanted = _bare(fold(quotation).text)
    if not _WORD.search(wanted):
        return QuoteResult("unchecked", reason=_NO_WORDS)
    if not readable:
        return QuoteResult("indeterminate", reason=_UNREADABLE)
    if not prepared.text or prepared.text.isspace():
        return QuoteResult("unchecked", reason=_NO_TEXT)
    return _answer(_Question(quotation, wanted, prepared, within, suggesting))


def _bare(wanted: str) -> str:
    """Return folded words without blanks and one pair of quotation marks around them."""
    wanted = wanted.strip()
    if len(wanted) > 1 and wanted[0] == wanted[-1] and wanted[0] in "\"'":
        return wanted[1:-1].strip()
    return wanted


def _answer(question: _Question) -> QuoteResult:
    """Try the words as they are, then in other typography, then in pieces."""
    exact = search(question.prepared, question.wanted)
    if result := _from_hits(question, exact, ()):
        return result
    for words, note, flag in variants(question.wanted, question.prepared):
        found = search(question.prepared, words)
        if result := _from_hits(question, found, (note,) if note else (), flag):
            return result
    pieces = split_pieces(question.wanted)
    if len(pieces) > MAX_PIECES:
        return QuoteResult("unchecked", reason=_TOO_MANY_PIECES)
    if [piece.words for piece in pieces] != [question.wanted] and pieces:
        return _from_pieces(question, pieces)
    return _refuse(question, exact)


def _from_hits(
    question: _Question, found: Search, notes: tuple[str, ...], flag: Flag | None = None
) -> QuoteResult | None:
    """Return the answer for words that stand whole; None when they stand nowhere that counts."""
    if not found.complete:
        return QuoteResult("indeterminate", reason=_TOO_MANY_CANDIDATES)
    placed = [(hit, span) for hit in found.hits if question.admits(*(span := hit.span))]
    if not placed:
        return None
    hits = [hit for hit, _ in placed]
    undecided = [words for hit in hits if (words := undecided_hyphen(hit))]
    read = [_read_place(question.prepared.text, (span,)) for _, span in placed]
    notes += overlooked(question.quotation, read[0][0].quote)
    if undecided and len(undecided) == len(hits):
        return QuoteResult("indeterminate", tuple(place for place, _ in read), notes, reason=undecided[0])
    return _decide(question, read, notes, [flag] if flag else [])


def _read_place(raw: str, spans: tuple[tuple[int, int], ...]) -> tuple[Place, list[Flag]]:
    """Return a place (its pieces when there are several) and the flags of what stands around it."""
    start, end = spans[0][0], spans[-1][1]
    depth, speech = speech_around(raw, start, end)
    flags = flags_around(raw, start, end)
    if speech:
        flags.append(speech)
    return Place(start, end, raw[start:end], spans if len(spans) > 1 else (), depth), flags


def _decide(
    question: _Question, read: list[tuple[Place, list[Flag]]], notes: tuple[str, ...], flags: list[Flag]
) -> QuoteResult:
    """Return found or ambiguous, with the flags of every place."""
    places = tuple(place for place, _ in read)
    flags += [flag for _, found in read for flag in found]
    told = tuple(dict.fromkeys(flags))
    if len(places) > 1 and not _same_context(question.prepared.text, places):
        some = f"at least {MAX_PLACES}" if len(places) >= MAX_PLACES else str(len(places))
        return QuoteResult(
            "ambiguous",
            places,
            notes,
            told,
            reason=f"these words stand at {some} places with different words around them",
        )
    reason = "these words stand in the text" if not told else "these words stand in the text; look at the flags"
    return QuoteResult("found", places, notes, told, reason=reason)


def _same_context(raw: str, places: tuple[Place, ...]) -> bool:
    """Whether all places stand in the same sentence, repeated: a headline and its teaser, a block printed twice."""
    contexts = {(sentence_before(raw, place.start), sentence_after(raw, place.end)) for place in places}
    return len(contexts) == 1


def _from_pieces(question: _Question, pieces: list[Piece]) -> QuoteResult:
    """Return the answer for a quotation with words left out or put in: flagged whatever it is."""
    chains, why = find_chains(question.prepared, pieces)
    if not chains and (other := split_pieces(question.wanted, other_case=True)) != pieces:
        chains, why = find_chains(question.prepared, other)
    chains = [chain for chain in chains if question.admits(chain.spans[0][0], chain.spans[-1][1])]
    if not chains:
        return _suggesting(question, why or _NOT_THERE)
    raw = question.prepared.text
    flags = [flag for chain in chains for flag in flags_of_chain(raw, chain, pieces)]
    put_in = put_in_at_edges(question.wanted, pieces)
    flags += [Flag("insertion", f"the quotation puts in “{words}”", words) for words in put_in]
    notes = ("words left out or put in",) if len(pieces) > 1 else ("brackets",)
    return _decide(question, [_read_place(raw, chain.spans) for chain in chains], notes, flags)


def _refuse(question: _Question, exact: Search) -> QuoteResult:
    """Return not found, with why: a boundary that failed says more than silence."""
    if not exact.faults:
        return _suggesting(question, _NOT_THERE)
    fault, hit = exact.faults[0]
    suggestion = token_around(question.prepared.text, *hit.span) if question.suggesting else None
    return _suggesting(question, f"these words stand in the text only cut {fault}", suggestion)


def _suggesting(question: _Question, reason: str, suggestion: Suggestion | None = None) -> QuoteResult:
    """Return not found with the nearest words; indeterminate where those could not be decoded."""
    if suggestion is None and question.suggesting:
        suggestion = suggest(question.prepared.text, question.wanted)
    if suggestion and _REPLACEMENT in suggestion.quote:
        reason = "the source cannot be read at the nearest place (its bytes could not be decoded)"
        return QuoteResult("indeterminate", suggestion=suggestion, reason=reason)
    return QuoteResult("not_found", suggestion=suggestion, reason=reason)
