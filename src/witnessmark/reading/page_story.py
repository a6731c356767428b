"""The story on the page: each statement marked in its party's colour, its note beside it, furniture folded away."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from witnessmark.evidence.reading import STORY_LABELS, Line, Proposal, Reading
from witnessmark.reading.audience import to_whom
from witnessmark.reading.page_markup import date_words, isolated, shown
from witnessmark.text.scripts import direction_of

#: Colours are numbered; a party past the last one shares the last.
COLOURS: Final = 8
SURE: Final = {"high": "clear", "medium": "likely", "low": "unsure"}
_POLARITY: Final = {"affirm": "", "deny": "denies", "decline": "declines"}


class Key:
    """Names of anchors and colours for one reading: `number` tells readings apart on one page."""

    def __init__(self, number: int, parties: Mapping[int, str], colours: Mapping[str, int]) -> None:
        self.number, self.parties, self.colours = number, parties, colours

    def words(self, ordinal: int) -> str:
        """Return the anchor of a statement's words."""
        return f"r{self.number}s{ordinal}"

    def note(self, ordinal: int) -> str:
        """Return the anchor of a statement's note."""
        return f"r{self.number}n{ordinal}"

    def colour(self, ordinal: int) -> str:
        """Return the class of a statement's colour."""
        return f"c{self.colours.get(self.parties[ordinal], 0)}"


def story(reading: Reading, key: Key) -> str:
    """Return the whole text as HTML: story lines as paragraphs with notes, the rest folded with labels and reasons."""
    parts = []
    starts = sorted((each.content[0][0], each.ordinal) for each in reading.statements)
    by_ordinal = {each.ordinal: each for each in reading.statements}
    marks = _Marks(reading.statements)
    kept = (line for line in reading.lines if line.label != "empty")
    for is_story, lines in groupby(kept, key=lambda line: line.label in STORY_LABELS):
        if not is_story:
            parts.append(_furniture(reading.text.content, list(lines)))
            continue
        for line in lines:
            low, high = bisect_left(starts, (line.start, 0)), bisect_left(starts, (line.end, 0))
            here = [by_ordinal[ordinal] for _, ordinal in starts[low:high]]
            parts.append(_paragraph(reading, key, line, here, marks))
    return f'<div class="story">{"".join(parts)}</div>'


def _paragraph(reading: Reading, key: Key, line: Line, here: Sequence[Proposal], marks: "_Marks") -> str:
    language = shown(reading.language or "und")
    direction = direction_of(reading.text.content[line.start : line.end])
    tag = {"headline": "h3", "heading": "h4"}.get(line.label, "p")
    words = "".join(_pieces(reading.text.content, key, line, marks))
    label = "" if line.label in {"story", "headline", "heading"} else f'<span class="label">{line.label}</span> '
    notes = "".join(_note(reading, key, each) for each in here)
    aside = f'<ol class="notes">{notes}</ol>' if notes else ""
    return (
        f'<div class="row"><{tag} class="text" lang="{language}" dir="{direction}">{label}{words}</{tag}>{aside}</div>'
    )


class _Marks:
    """Where the words, sources and cues of statements begin and end."""

    def __init__(self, statements: Sequence[Proposal]) -> None:
        spans = [(start, end, each, "said") for each in statements for start, end in each.content]
        spans += [(start, end, each, "source") for each in statements for start, end in each.source]
        spans += [(start, end, each, "cue") for each in statements for start, end in each.cue]
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1], span[2].ordinal))
        self._starts = [span[0] for span in self._spans]
        self._first = {each.ordinal: each.content[0][0] for each in statements}

    def of(self, line: Line) -> list[tuple[int, int, Proposal, str]]:
        """Return the spans that begin in a line."""
        low, high = bisect_left(self._starts, line.start), bisect_left(self._starts, line.end)
        return self._spans[low:high]

    def opens(self, at: int, each: Proposal) -> bool:
        """Tell whether a statement's words begin here."""
        return self._first[each.ordinal] == at


def _pieces(text: str, key: Key, line: Line, marks: _Marks) -> Iterator[str]:
    """Yield the line cut at every edge of a mark; the innermost statement gives the colour."""
    spans = marks.of(line)
    edges = sorted({line.start, line.end} | {min(edge, line.end) for span in spans for edge in span[:2]})
    active: list[tuple[int, int, Proposal, str]] = []
    waiting = 0
    for start, end in pairwise(edges):
        active = [span for span in active if span[1] > start]
        while waiting < len(spans) and spans[waiting][0] <= start:
            active.append(spans[waiting])
            waiting += 1
        for span in active:
            if span[0] == start and span[3] == "said" and marks.opens(start, span[2]):
                yield _number(key, span[2])
        yield _piece(shown(text[start:end]), key, active)


def _number(key: Key, each: Proposal) -> str:
    ordinal = each.ordinal
    return f'<a class="num {key.colour(ordinal)}" id="{key.words(ordinal)}" href="#{key.note(ordinal)}">{ordinal}</a>'


def _piece(words: str, key: Key, active: Sequence[tuple[int, int, Proposal, str]]) -> str:
    roles = {span[3] for span in active}
    if "source" in roles:
        words = f'<b class="who">{words}</b>'
    if "cue" in roles:
        words = f'<i class="cue">{words}</i>'
    said = [span for span in active if span[3] == "said"]
    if not said:
        return words
    inner = min(said, key=lambda span: span[1] - span[0])[2]
    return f'<mark class="{key.colour(inner.ordinal)}">{words}</mark>'


def _note(reading: Reading, key: Key, each: Proposal) -> str:
    text = reading.text.content
    who = isolated(each.speaker) if each.speaker else "<em>unresolved</em>"
    if not each.speaker and each.candidates:
        who += " (perhaps " + ", ".join(isolated(name) for name in each.candidates) + ")"
    cue = " ".join(shown(text[start:end]) for start, end in each.cue)
    facts = [each.kind, _POLARITY[each.polarity], "hearsay" if each.hearsay else ""]
    facts += [
        f"said {date_words(each.date)}" if each.date else "",
        f"{to_whom(each.audience)}{isolated(each.audience)}" if each.audience else "",
    ]
    facts += [f"weakened by “{shown(', '.join(each.hedges))}”" if each.hedges else ""]
    return (
        f'<li id="{key.note(each.ordinal)}" class="{key.colour(each.ordinal)} {each.confidence}">'
        f'<a class="num" href="#{key.words(each.ordinal)}">{each.ordinal}</a> <strong>{who}</strong>'
        + (f' <i dir="auto">{cue}</i>' if cue else "")
        + f'<br><span class="facts">{" · ".join(fact for fact in facts if fact)}</span>'
        f'<br><span class="sure"><b>{SURE[each.confidence]}</b>: {shown(each.reason)}</span></li>'
    )


def _words_of(text: str, line: Line) -> str:
    """Return the words of a line that is not of the story; what was not read may be megabytes, and is not shown."""
    return "" if line.label == "unread" else text[line.start : line.end]


def _furniture(text: str, lines: Sequence[Line]) -> str:
    """Return lines that are not the story, folded; each with its label and reason."""
    labels = ", ".join(dict.fromkeys(line.label for line in lines))
    items = "".join(
        f'<li><b>{line.label}</b> <span dir="auto">{shown(_words_of(text, line))}</span> '
        f"<small>{shown(line.reason)}</small></li>"
        for line in lines
    )
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return f'<details class="furniture"><summary>{count} not of the story: {labels}</summary><ul>{items}</ul></details>'
