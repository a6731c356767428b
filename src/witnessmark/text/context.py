"""What stands around a place: qualifiers beside the cut, quotation marks it lies in, marks that reorder the display."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from witnessmark.text.characters import is_numeral
from witnessmark.text.cues import CHINESE_CUES, LONGEST_CUE, NUMBER_CUES, SPACED_CUES, CueKind, kind_of_word
from witnessmark.text.edges import ABBREVIATIONS, closes_sentence, holds_no_cue, opens_sentence
from witnessmark.text.fold import fold
from witnessmark.text.lookalikes import mask_lookalikes
from witnessmark.text.numerals import is_number_word
from witnessmark.text.results import Flag
from witnessmark.text.wordlists import word_set

#: How far a qualifier is looked for, in code points; a sentence's end or an empty line ends it sooner.
_REACH: Final = 120
#: How many words may stand between the cut and a cue.
_LEADING: Final[dict[CueKind, int]] = {"negation": 2, "hedge": 2, "condition": 2, "bound": 0}
_TRAILING: Final[dict[CueKind, int]] = {"negation": 2, "hedge": 2, "condition": 3, "bound": 0, "contrast": 3}
#: A single Chinese character is a cue only next to the cut; negations also a little further off.
_CHINESE_REACH: Final = 5
_CHINESE_BOUNDS_AFTER: Final = frozenset({"以上", "以下", "左右", "上下"})
_FREE_NEGATIONS: Final = re.compile(r"[不没沒未](?![过過少断斷仅僅久同来來收])[^，。；！？,;]{0,2}$")
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_VOWEL_SIGNS: Final = re.compile(r"[\u064b-\u0652\u0670]")
_CLAUSE_END: Final = re.compile(r"[,;،؛，；、]| - ")
_SENTENCE_END: Final = re.compile(r"[.!?؟۔…]+[\"')\]]*(?:\s+|$)|[。！？]+[\"']*")
_EMPTY_LINE: Final = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\u2029")
_QUANTIFIERS: Final = word_set("a an all half most every everyone everything each few many several hundreds thousands")
_CLOSED: Final = re.compile(r"[\s,.;:!?،。，！？]*[\"»”’」』]|[\s,.;:!?]*'(?![^\W\d_])")
_QUESTION: Final = re.compile(r"[\"'”’»」』)]{0,2}[?？؟]")
_PAUSES: Final = " ,，、；;"
#: So many code points of the quotation tell whether a word beside it is a month or a name.
_LOOKAHEAD: Final = 12
#: Conditions of time: a clause that opens with one of them says when, more than whether.
_TIMES: Final = word_set("until only whether pending so mientras hasta пока")
_TERMINAL: Final = frozenset(".!?؟۔。！？")


class _Clause(NamedTuple):
    """Words beside a cut, and the same with what only looks like a qualifier written over."""

    said: str
    masked: str


def sentence_before(raw: str, start: int) -> str:
    """Return the folded words of the same sentence before a place, at most 120 code points of them."""
    before = raw[max(0, start - _REACH) : start]
    if blank := [match.end() for match in _EMPTY_LINE.finditer(before)]:
        before = before[blank[-1] :]
    before = fold(before).text
    ends = [match.end() for match in _SENTENCE_END.finditer(before) if _ends_sentence(before, match)]
    return before[ends[-1] :] if ends else before


def sentence_after(raw: str, end: int) -> str:
    """Return the folded words of the same sentence after a place, at most 120 code points of them."""
    after = raw[end : end + _REACH]
    if blank := _EMPTY_LINE.search(after):
        after = after[: blank.start()]
    after = fold(after).text
    for match in _SENTENCE_END.finditer(after):
        if _ends_sentence(after, match):
            return after[: match.start()]
    return after


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after an initial or a title, not before a small letter."""
    if match[0][0] != ".":
        return True
    words = text[: match.start()].rsplit(" ", 1)[-1]
    following = text[match.end() : match.end() + 1]
    return not (following.islower() or "." in words or words.lower() in ABBREVIATIONS or len(words) == 1)


def flags_around(raw: str, start: int, end: int) -> list[Flag]:
    """Return the flags of a cut: qualifiers beside it, marks inside that reorder what is shown."""
    words = raw[start:end]
    found = [_leading_flag(raw, start, words), _trailing_flag(raw, end, words)]
    if "\u202d" in words or "\u202e" in words:
        message = "marks in the source make these words be shown in another order than they are written"
        found.append(Flag("display_order", message, words))
    return [flag for flag in found if flag]


def _without_vowel_signs(words: str) -> str:
    """Return words without Arabic vowel signs, which cues are listed without."""
    return words if words.isascii() else _VOWEL_SIGNS.sub("", words)


def _leading_flag(raw: str, start: int, words: str) -> Flag | None:
    """Return the flag of a negation or qualifier directly before the place."""
    if words[:1].isdigit():
        sign = raw[max(0, start - 3) : start].rstrip()[-1:]
        if sign in NUMBER_CUES and sign:
            return Flag("leading_qualifier", f"the source has “{sign}” before this number", sign)
    if opens_sentence(raw, start) or holds_no_cue(raw[max(0, start - _REACH) : start]):
        return None
    before = _without_vowel_signs(sentence_before(raw, start))
    *earlier, clause = _clauses(before, words)
    cue = _leading_spaced(clause, words) or _leading_chinese(clause, words) or _opening(earlier, clause)
    if cue is None:
        return None
    kind, said = cue
    code = "leading_negation" if kind == "negation" else "leading_qualifier"
    return Flag(code, f"the source says “{said}” just before these words ({kind})", said)


def _clauses(before: str, words: str) -> list[_Clause]:
    """Return the clauses of a sentence before the cut, as they read and as they are searched; the last one is cut."""
    masked = mask_lookalikes(before + words[:_LOOKAHEAD])[: len(before)]
    breaks = [(0, 0), *(match.span() for match in _CLAUSE_END.finditer(masked)), (len(before), len(before))]
    return [_Clause(before[a:b], masked[a:b]) for (_, a), (b, _) in pairwise(breaks)]


def _opening(earlier: list[_Clause], clause: _Clause) -> tuple[CueKind, str] | None:
    """Return the condition or hedge that opens the clause before the cut one, as in "If they agree, | they may go"."""
    if not earlier or clause.said.strip():
        return None
    said = earlier[-1].said.strip()
    small = _WORD.findall(earlier[-1].masked.lower())[:LONGEST_CUE]
    for last in range(len(small), 0, -1):
        kind = _kind(small[:last])
        if kind in {"condition", "hedge"} and small[0] not in _TIMES:
            return kind, said
    return None


def _leading_spaced(clause: _Clause, words: str) -> tuple[CueKind, str] | None:
    """Return the cue among the last words of a clause, with the words from it to the cut."""
    tokens = _WORD.findall(clause.said)[-(LONGEST_CUE + max(_LEADING.values())) :]
    small = [token.lower() for token in _WORD.findall(clause.masked)[-len(tokens) :]]
    for distance in range(max(_LEADING.values()) + 1):
        last = len(small) - distance
        for first in range(max(0, last - LONGEST_CUE), last):
            kind = _kind(small[first:last])
            if kind in _LEADING and distance <= _LEADING[kind] and (kind != "bound" or _is_amount(words)):
                return kind, " ".join(tokens[first:])
    return None


def _kind(words: list[str]) -> CueKind | None:
    """Return the kind of cue that one word or several are together."""
    return kind_of_word(words[0]) if len(words) == 1 else SPACED_CUES.get(" ".join(words))


def _is_amount(words: str) -> bool:
    """Whether words begin with an amount, so that "about", "over", "up to" before them belong to it."""
    first = _WORD.findall(words[:40])[:2]
    return bool(first) and any(
        word[0].isdigit() or is_numeral(word[0]) or word.lower() in _QUANTIFIERS or is_number_word(word)
        for word in first
    )


def _leading_chinese(clause: _Clause, words: str) -> tuple[CueKind, str] | None:
    """Return the Chinese cue at the end of a clause."""
    tail, said = clause.masked[-_CHINESE_REACH:], clause.said[-_CHINESE_REACH:]
    if tail.isascii():
        return None
    for cue, kind in CHINESE_CUES:
        at = tail.rfind(cue)
        if at < 0 or kind == "contrast" or (len(cue) == 1 and at < len(tail) - 1):
            continue
        if kind != "bound" or (at + len(cue) == len(tail) and is_numeral(words[:1])):
            return kind, said[at:]
    free = _FREE_NEGATIONS.search(tail)
    return ("negation", said[free.start() :]) if free else None


def _trailing_flag(raw: str, end: int, words: str) -> Flag | None:
    """Return the flag of a sentence that goes on after the place with a negation, condition, hedge or contrast."""
    if question := _QUESTION.match(raw, end):
        return Flag("trailing_qualifier", "in the source these words are asked, not said", question[0])
    if (
        words.rstrip("\"'”’»」』)")[-1:] in _TERMINAL
        or closes_sentence(raw, end)
        or holds_no_cue(raw[end : end + _REACH])
    ):
        return None
    after = sentence_after(raw, end)
    if _CLOSED.match(after):
        return None
    after = _without_vowel_signs(after)
    behind = words[-_LOOKAHEAD:]
    clause = _Clause(after, mask_lookalikes(behind + after)[len(behind) :])
    cue = _trailing_spaced(clause) or _trailing_chinese(clause)
    if cue is None:
        return None
    kind, said = cue
    code = "trailing_negation" if kind == "negation" else "trailing_qualifier"
    return Flag(code, f"the source's sentence goes on: “{said}” ({kind})", said)


def _trailing_spaced(clause: _Clause) -> tuple[CueKind, str] | None:
    """Return the cue among the first words after the cut, with the words from the cut to it."""
    tokens = _WORD.findall(clause.said)[: LONGEST_CUE + max(_TRAILING.values())]
    small = [token.lower() for token in _WORD.findall(clause.masked)[: len(tokens)]]
    for distance in range(min(max(_TRAILING.values()) + 1, len(small))):
        for last in range(min(len(small), distance + LONGEST_CUE), distance, -1):
            kind = _kind(small[distance:last])
            single_bound = kind == "bound" and last - distance == 1
            if kind is not None and distance <= _TRAILING[kind] and not single_bound:
                return kind, " ".join(tokens[:last])
    return None


def _trailing_chinese(clause: _Clause) -> tuple[CueKind, str] | None:
    """Return the Chinese cue at the start of what follows."""
    said = clause.said.lstrip(_PAUSES)[: _CHINESE_REACH + 1]
    head = clause.masked.lstrip(_PAUSES)[: _CHINESE_REACH + 1]
    if head.isascii():
        return None
    found: list[tuple[int, int, CueKind]] = []
    for cue, kind in CHINESE_CUES:
        at = head.find(cue)
        if at < 0 or (at > 0 and (len(cue) == 1 or kind == "bound")):
            continue
        if kind != "bound" or cue in _CHINESE_BOUNDS_AFTER:
            found.append((at, -len(cue), kind))
    if not found:
        return None
    at, size, kind = min(found)
    return kind, said[: at - size]
