"""The whole reading of one Text or file: lines, statements with speakers, dates, quantities, names."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Protocol, TypeVar

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import STORY_LABELS, DateMention, Line, Reading
from witnessmark.evidence.text import Text
from witnessmark.language.dates import find_dates
from witnessmark.language.identify import Language, identify
from witnessmark.language.names import find_names
from witnessmark.language.quantities import find_quantities
from witnessmark.reading.authors import author_of
from witnessmark.reading.captions import own_date, with_titles
from witnessmark.reading.extract import extract
from witnessmark.reading.extraction import Extraction, tool
from witnessmark.reading.lines import label_lines
from witnessmark.reading.other_languages import SUPPORTED
from witnessmark.reading.owners import with_owners
from witnessmark.reading.proposals import propose
from witnessmark.reading.published import publication_date
from witnessmark.reading.statements import find_statements

#: A file's first so many code points are read; the rest is kept and said to be unread.
MOST_READ: Final = 1_000_000
_BEYOND: Final = "beyond the first {:,} characters"
_UNREAD: Final = "the text has {:,} characters: only the first {:,} are read"
_DIRECT_ONLY: Final = (
    "of statements in this language ({}) only quotations with a verb of saying right beside them are read: "
    "no indirect speech, no pronouns, no short forms of names"
)
_NO_LANGUAGE: Final = "statements in this language ({}) are read by the rules of English: expect little"


def read_text(
    text: Text, *, published: PartialDate | None = None, address: str = "", title: str = "", suspect: str = ""
) -> Reading:
    """Return all that reading proposes about a Text.

    `published` anchors relative dates, as does an address or file name that holds a date; without any they stay
    unresolved, with the reason. Offsets are code points into `text.content`. What was not read is said in `unsupported`.
    """
    return _read(text, published=published, found=None, address=address, title=title, suspect=suspect, notes=())


def read_bytes(
    data: bytes,
    *,
    media_type: str,
    address: str = "",
    name: str = "",
    published: PartialDate | None = None,
    title: str = "",
) -> Reading:
    """Return the reading of a file's bytes; raise a `ReadingError` when there is no text to be had from them.

    `media_type` decides the reader. `name` is the file's name; `title` goes before the document's own.
    The Text has no ids: it is not in a case.
    """
    extraction = extract(data, media_type, address=address)
    text = text_of(extraction, data)
    return _read(
        text, published=published, found=extraction.published, address=f"{address} {name}".strip(),
        title=title or extraction.title,
        suspect=extraction.suspect, notes=(*extraction.notes, *extraction.refused), metadata=extraction.metadata,
    )  # fmt: skip


def text_of(extraction: Extraction, data: bytes) -> Text:
    """Return an extraction as a Text without ids, with the digests of its input and content."""
    content = extraction.content
    return Text(
        id="", item="", kind=extraction.kind, tool=extraction.tool, content=content,
        sha256=hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest(),
        input_sha256=hashlib.sha256(data).hexdigest(),
        language=extraction.language, segments=extraction.segments, trusted_layout=extraction.trusted_layout,
    )  # fmt: skip


def _read(
    text: Text, *, published: PartialDate | None, found: PartialDate | None, address: str, title: str, suspect: str,
    notes: tuple[str, ...], metadata: Mapping[str, str] = MappingProxyType({}),
) -> Reading:  # fmt: skip
    content = text.content[:MOST_READ]
    segments = [segment for segment in text.segments if segment.end <= MOST_READ]
    read = with_titles(content, label_lines(content, segments=segments, language=text.language, title=title))
    lines = (*read, *_unread(text.content))
    story = [line for line in read if line.label in STORY_LABELS]
    language = identify("\n".join(content[line.start : line.end] for line in story) or content)
    date, whence = publication_date(content, lines, given=published, found=found, address=address)
    dates = _dates(content, story, date, language.code)
    names = tuple(_inside(find_names(content, language=language.code), story))
    attributions = find_statements(content, story, language=_grammar(language))
    author = author_of(content, segments, metadata)
    statements = propose(content, attributions, names, dates, story, author=author)
    counted = _inside(find_quantities(content, language=language.code), story)
    quantities = with_owners(content, counted, statements, dates, author=author)
    return Reading(
        text=text, tool=tool("read"), title=title or _headline(content, story), language=language.code,
        direction=language.direction, published=date, suspect=suspect, lines=lines,
        statements=statements, dates=dates, quantities=quantities, names=names,
        unsupported=(*notes, *_unsupported(text.content, language.code, dates, whence)),
    )  # fmt: skip


def _grammar(language: Language) -> str:
    """Return whose rules read the statements: a text too short to tell its language is read by the commonest of its script."""
    return language.code or {"Cyrl": "ru", "Arab": "ar", "Hans": "zh", "Hant": "zh", "Hani": "zh"}.get(
        language.script, "en"
    )


def _unread(content: str) -> Iterator[Line]:
    if len(content) > MOST_READ:
        yield Line(start=MOST_READ, end=len(content), label="unread", reason=_BEYOND.format(MOST_READ))


def _headline(content: str, story: Sequence[Line]) -> str:
    """Return the headline, else the first heading, else nothing."""
    for label in ("headline", "heading"):
        line = next((line for line in story if line.label == label), None)
        if line is not None:
            return content[line.start : line.end].strip()
    return ""


class _Placed(Protocol):
    @property
    def start(self) -> int:
        """Where it begins in the Text."""


M = TypeVar("M", bound=_Placed)


def _inside(mentions: Iterable[M], story: Sequence[Line]) -> list[M]:
    """Keep what stands in the story: both come in order."""
    kept: list[M] = []
    at = 0
    for mention in mentions:
        while at < len(story) and story[at].end <= mention.start:
            at += 1
        if at < len(story) and story[at].start <= mention.start:
            kept.append(mention)
    return kept


def _dates(
    content: str, story: Sequence[Line], published: PartialDate | None, language: str
) -> tuple[DateMention, ...]:
    """Return the dates of the story against the publication date, those of a caption against the caption's own date."""
    dates = _inside(find_dates(content, anchor=published, language=language), story)
    anchored = {line.start: own_date(line, dates) for line in story if line.label == "caption"}
    for line in story:
        own = anchored.get(line.start)
        if own is None or own.date is None:
            continue
        inside = find_dates(content[line.start : line.end], anchor=own.date, language=language, base=line.start)
        ours = [_of_caption(each, own) for each in inside]
        dates = [each for each in dates if not line.start <= each.start < line.end] + ours
    return tuple(sorted(dates, key=lambda each: each.start))


def _of_caption(date: DateMention, own: DateMention) -> DateMention:
    return msgspec.structs.replace(date, anchor=f"the caption's own date, {own.words}") if date.anchor else date


def _unsupported(content: str, language: str, dates: Sequence[DateMention], whence: str) -> Iterator[str]:
    if len(content) > MOST_READ:
        yield _UNREAD.format(len(content), MOST_READ)
    if language in SUPPORTED:
        yield _DIRECT_ONLY.format(language)
    elif language not in {"en", ""}:
        yield _NO_LANGUAGE.format(language)
    if whence == "the address or file name":
        yield "the publication date is taken from the address or file name: confirm it"
    if not whence and any(each.date is None for each in dates):
        yield "no publication date is known: relative dates are not resolved"
