"""Sentences of a block: split, with their citations, quotations and bound words assigned."""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace

from witnessmark.language.sentences import split_sentences
from witnessmark.manuscript.model import Bound, CitationGroup, Inline, Manuscript, Quotation, Run, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence before it knows its block: plain and source span, what stands in it."""

    at: int
    end_at: int
    start: int
    end: int
    groups: tuple[CitationGroup, ...]
    quotations: tuple[Quotation, ...]
    bounds: tuple[Bound, ...]
    inlines: tuple[Inline, ...]


def sentence_sha256(source: str) -> str:
    """Return the digest of a sentence's source, NFC and white space normalised: what sign-offs and waivers bind to."""
    return hashlib.sha256(" ".join(unicodedata.normalize("NFC", source).split()).encode()).hexdigest()


def cut_sentences(
    text: str, *, inlines: tuple[Inline, ...], quotations: tuple[Quotation, ...], bounds: tuple[Bound, ...],
    content: tuple[int, int], source: str,
) -> list[Piece]:  # fmt: skip
    """Return the sentences of a block's plain text; `content` is the block's span in `source`.

    A sentence never ends inside a quotation. A citation group after the final stop belongs to the sentence before it.
    """
    spans = _joined(split_sentences(text), quotations)
    if not spans:
        return []
    owners: list[list[CitationGroup]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for group in (part for part in inlines if isinstance(part, CitationGroup)):
        owners[max(0, _owner(starts, group.at))].append(group)
    pieces = []
    begin = content[0]
    for index, (at, end_at) in enumerate(spans):
        last = index == len(spans) - 1
        end = content[1] if last else _source_end(inlines, owners[index], end_at)
        begin = _skip_space(source, begin, end)
        groups = _with_clauses(owners[index], text, at, end_at)
        pieces.append(
            Piece(
                at=at,
                end_at=end_at,
                start=begin,
                end=end,
                groups=groups,
                quotations=tuple(q for q in quotations if at <= q.at < end_at),
                bounds=tuple(b for b in bounds if at <= b.at < end_at),
                inlines=_slice(inlines, groups, at, end_at),
            )
        )
        begin = end
    return pieces


def _owner(starts: list[int], at: int) -> int:
    """A group belongs to the last sentence that begins before it: at a border, to the sentence that ends there."""
    index = bisect_right(starts, at) - 1
    return index - 1 if index > 0 and starts[index] == at else index


def _joined(spans: list[tuple[int, int]], quotations: tuple[Quotation, ...]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    outer = [quotation for quotation in quotations if not quotation.depth]
    for start, end in spans:
        if result and any(q.at < start < q.end_at for q in outer):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def _source_end(inlines: tuple[Inline, ...], groups: list[CitationGroup], end_at: int) -> int:
    ends = [group.end for group in groups]
    for part in inlines:
        if isinstance(part, Run) and part.at < end_at <= part.at + len(part.text):
            whole = end_at == part.at + len(part.text)
            ends.append(part.end if whole else part.start + end_at - part.at)
    return max(ends)


def _skip_space(source: str, start: int, end: int) -> int:
    match = re.compile(r"\s*").match(source, start, end)
    return match.end() if match else start


def _with_clauses(groups: list[CitationGroup], text: str, at: int, end_at: int) -> tuple[CitationGroup, ...]:
    result: list[CitationGroup] = []
    begin = at
    for group in groups:
        final = not re.search(r"\w", text[group.at : end_at])
        clause = (begin, end_at if final else group.at)
        if result and not re.search(r"\w", text[begin : clause[1]]):
            clause = result[-1].clause
        else:
            begin = group.at
        result.append(replace(group, clause=clause))
    return tuple(result)


def _slice(inlines: tuple[Inline, ...], groups: tuple[CitationGroup, ...], at: int, end_at: int) -> tuple[Inline, ...]:
    """Cut the inlines of a block to one sentence; runs that cross a border are cut in two."""
    starts = {group.start: group for group in groups}
    result: list[Inline] = []
    for part in inlines:
        if isinstance(part, Run):
            result.extend(_cut_run(part, at, end_at))
        elif isinstance(part, CitationGroup):
            result.extend([starts[part.start]] if part.start in starts else [])
        elif at <= part.at <= end_at and not (part.at == end_at and not result):
            result.append(part)
    return tuple(result)


def _cut_run(run: Run, at: int, end_at: int) -> list[Run]:
    first, last = max(run.at, at), min(run.at + len(run.text), end_at)
    if first >= last:
        return []
    text = run.text[first - run.at : last - run.at]
    exact = len(run.text) == run.end - run.start
    start = run.start + first - run.at if exact else run.start
    return [replace(run, text=text, at=first, start=start, end=start + len(text) if exact else run.end)]


def without_quotations(text: str, at: int, end_at: int, quotations: tuple[Quotation, ...]) -> str:
    """Return the sentence with every outermost quotation replaced by `~`, so that rules do not read others' words."""
    parts, position = [], at
    for quotation in quotations:
        if not quotation.depth and at <= quotation.at < end_at and quotation.at >= position:
            parts += [text[position : quotation.at], "~"]
            position = quotation.end_at
    return "".join([*parts, text[position:end_at]])


def bare_text(manuscript: Manuscript, sentence: Sentence) -> str:
    """Return a sentence without its quotations, where the office that the front matter names is "the office"."""
    spans = tuple(replace(one, at=one.at - sentence.at, end_at=one.end_at - sentence.at) for one in sentence.quotations)
    bare = without_quotations(sentence.text, 0, len(sentence.text), spans).strip()
    office = re.sub(r"^the ", "", manuscript.meta.get("office", ""), flags=re.IGNORECASE)
    return re.sub(rf"\b(?:the )?{re.escape(office)}", "the office", bare, flags=re.IGNORECASE) if office else bare
