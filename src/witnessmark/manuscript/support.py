"""What a citation stands for: the exact passages, the texts around them, and what the records say of them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import msgspec

from witnessmark.evidence.findings import Finding, Reply, ReplyRequest
from witnessmark.evidence.ids import KINDS
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Allegation, Quantity, Statement
from witnessmark.evidence.text import Passage, Text
from witnessmark.text.passages import find_segment

#: A block longer than this many characters is no paragraph; then the passage's neighbourhood stands for it.
LONGEST_PARAGRAPH: Final = 1500
_REACH: Final = 600
_BREAK: Final = re.compile(r"\n[ \t]*\r?\n|\r\n|\n|\r|\f")
_BLANK: Final = re.compile(r"\n[ \t\r]*\n|\f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A stretch of a Text that supports something: the words, where they stand, and how they may be read.

    `exact` is the cited passage itself inside `words` (empty for an item cited as a whole). `translation` tells an attested
    translation; `decides` is False where no quotation may be decided from it (untrusted reading order).
    """

    words: str
    text: Text
    start: int
    end: int
    exact: str = ""
    statement: str = ""
    translation: bool = False
    decides: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """All that one citation offers: extracts, facts of the records (`notes`), and what the snapshot withholds."""

    id: str
    extracts: tuple[Extract, ...] = ()
    notes: tuple[str, ...] = ()
    records: tuple[Any, ...] = ()
    withheld: tuple[str, ...] = ()
    problem: str = ""

    @property
    def words(self) -> str:
        """Everything as one text, extracts first."""
        return "\n".join([*(extract.words for extract in self.extracts), *self.notes])


#: What English calls the languages that texts are in: a sentence may say in which a passage was written.
LANGUAGES: Final = {
    "am": "Amharic", "ar": "Arabic", "bn": "Bengali", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "ja": "Japanese", "kk": "Kazakh", "km": "Khmer", "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz", "lo": "Lao", "my": "Burmese", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian",
    "sw": "Swahili",
    "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese", "bo": "Tibetan",
}  # fmt: skip


class SupportReader:
    """Resolves citations against one snapshot, each once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._texts: dict[str, list[Text]] = {}
        for text in evidence.texts:
            self._texts.setdefault(text.item, []).append(text)
        self._known = lru_cache(maxsize=None)(self._read)

    def read(self, record_id: str, locator: str = "") -> Support:
        """Return the support of a citation; an unknown id gives a support with `problem`."""
        return self._known(record_id, locator)

    def texts_of(self, item_id: str) -> list[Text]:
        """Return the Texts of an item in the snapshot's order."""
        return self._texts.get(item_id, [])

    def _read(self, record_id: str, locator: str) -> Support:
        record = self.evidence.index.get(record_id)
        match record:
            case Statement():
                support = self._statement(record)
            case Item():
                support = self._item(record, locator)
            case Quantity():
                support = self._quantity(record)
            case Finding():
                support = self._finding(record)
            case Reply() | ReplyRequest() | Allegation() | Source():
                support = self._other(record)
            case None:
                support = Support(id=record_id, problem="names no record of the evidence")
            case _:
                support = Support(id=record_id, notes=tuple(strings_of(record)), records=(record,))
        return support

    def _statement(self, statement: Statement) -> Support:
        item = self.evidence.index.get(statement.item)
        notes = self._statement_notes(statement)
        records = (statement, *((item,) if item else ()))
        text = self.evidence.index.get(statement.passage.text)
        if statement.withheld or text is None or text.withheld or not text.content:
            held = statement.withheld or (text.withheld if text else "") or "its text is not in the snapshot"
            return Support(id=statement.id, notes=notes, records=records, withheld=(f"{statement.id}: {held}",))
        extracts = (self.around(statement.passage, text, statement.id), *self._translated(statement.passage, text))
        return Support(id=statement.id, extracts=extracts, notes=notes, records=records)

    def around(self, passage: Passage, text: Text, statement: str = "") -> Extract:
        """Return the paragraph of a passage as an extract."""
        start, end = paragraph_of(text, passage.start, passage.end)
        return Extract(
            words=text.content[start:end], text=text, start=start, end=end, exact=passage.quote, statement=statement,
            translation=text.kind == "translation", decides=text.trusted_layout,
        )  # fmt: skip

    def _translated(self, passage: Passage, text: Text) -> list[Extract]:
        """Attested translations and transcriptions of the same item: the matching paragraph, or the whole text."""
        extracts = []
        for other in self.texts_of(text.item):
            if other.id != text.id and other.attested_by and other.content and self._own(other):
                start, end = _same_block(text, passage.start, other)
                extracts.append(
                    Extract(
                        words=other.content[start:end],
                        text=other,
                        start=start,
                        end=end,
                        translation=other.kind == "translation",
                        decides=other.trusted_layout,
                    )
                )
        return extracts

    def _own(self, text: Text) -> bool:
        """A translation speaks for an item only if what it was made from is a text of that item, or is not recorded."""
        source = self.evidence.index.get(text.source_text)
        return not text.source_text or source is None or getattr(source, "item", text.item) == text.item

    def _item(self, item: Item, locator: str) -> Support:
        notes = self._item_notes(item)
        texts = [text for text in self.texts_of(item.id) if text.kind in {"decoded", "canonical"} or text.attested_by]
        texts = [text for text in texts if self._own(text)]
        held = tuple(f"{text.id}: {text.withheld or 'no content'}" for text in texts if text.withheld)
        extracts, problem = [], ""
        for text in texts:
            span = self._located(text, locator)
            if span and text.content:
                extracts.append(
                    Extract(
                        words=text.content[span[0] : span[1]],
                        text=text,
                        start=span[0],
                        end=span[1],
                        translation=text.kind == "translation",
                        decides=text.trusted_layout,
                    )
                )
        if not extracts and locator and any(text.content for text in texts):
            problem = f"has no place {locator!r}"
        if not self.texts_of(item.id) and item.texts:
            held = (*held, f"{item.id}: its texts are not in the snapshot")
        return Support(
            id=item.id, extracts=tuple(extracts), notes=notes, records=(item,), withheld=held, problem=problem
        )

    @staticmethod
    def _located(text: Text, locator: str) -> tuple[int, int] | None:
        if not locator or (text.kind == "translation" and not text.segments):
            return 0, len(text.content)
        segment = find_segment(text, locator)
        return (segment.start, segment.end) if segment else None

    def _quantity(self, quantity: Quantity) -> Support:
        parts = [self.read(one) for one in quantity.statements if one in self.evidence.index]
        extracts = [extract for part in parts for extract in part.extracts]
        for passage in quantity.passages:
            text = self.evidence.index.get(passage.text)
            if text is not None and text.content:
                extracts.append(self.around(passage, text))
        held = tuple(reason for part in parts for reason in part.withheld)
        notes = (*strings_of(quantity), *(note for part in parts for note in part.notes), *self._names(quantity.owner))
        records = (quantity, *(record for part in parts for record in part.records))
        return Support(id=quantity.id, extracts=tuple(extracts), notes=notes, records=records, withheld=held)

    def _finding(self, finding: Finding) -> Support:
        rests = [*finding.rests_on, *finding.against, *(one for part in finding.elements for one in part.rests_on)]
        parts = [self.read(one) for one in dict.fromkeys(rests) if one != finding.id and not one.startswith("F")]
        for other in finding.rests_on:
            record = self.evidence.index.get(other)
            if isinstance(record, Finding) and finding.id not in record.rests_on and other != finding.id:
                parts.append(self.read(other))
        texts = [self.evidence.index[one].text for one in finding.allegations if one in self.evidence.index]
        return Support(
            id=finding.id, extracts=tuple(extract for part in parts for extract in part.extracts),
            notes=(*strings_of(finding), *texts, *(note for part in parts for note in part.notes)),
            records=(finding, *(record for part in parts for record in part.records)),
            withheld=tuple(reason for part in parts for reason in part.withheld),
        )  # fmt: skip

    def _other(self, record: Reply | ReplyRequest | Allegation | Source) -> Support:
        notes = tuple(strings_of(record))
        if isinstance(record, Reply):
            request = self.evidence.index.get(record.request)
            inner = self.read(record.item) if record.item in self.evidence.index else Support(id="")
            to = self._names(request.to) if isinstance(request, ReplyRequest) else ()
            more = tuple(strings_of(request)) if request else ()
            return Support(
                id=record.id, extracts=inner.extracts, notes=(*notes, *more, *to, *inner.notes),
                records=(record, *inner.records), withheld=inner.withheld,
            )  # fmt: skip
        if isinstance(record, ReplyRequest):
            texts = (self.evidence.index[one].text for one in record.allegations if one in self.evidence.index)
            return Support(id=record.id, notes=(*notes, *texts, *self._names(record.to)), records=(record,))
        if isinstance(record, Allegation):
            names = (name for one in record.against for name in self._names(one))
            return Support(id=record.id, notes=(*notes, *names), records=(record,))
        return Support(id=record.id, notes=(*notes, *self._names(record.id)), records=(record,))

    def _statement_notes(self, statement: Statement) -> tuple[str, ...]:
        item = self.evidence.index.get(statement.item)
        own = [statement.speaker_phrase, statement.audience, statement.cue, *self._names(statement.speaker)]
        if statement.date:
            own.append(statement.date.value)
        return (*(note for note in own if note), *(self._item_notes(item) if isinstance(item, Item) else ()))

    def _item_notes(self, item: Item) -> tuple[str, ...]:
        own = [item.title, item.genre, *self._names(item.source), *self._names(item.publisher)]
        own += [LANGUAGES.get(text.language.partition("-")[0], "") for text in self.texts_of(item.id)]
        if item.published:
            own.append(item.published.value)
        for record in item.collected:
            own += [record.context, record.collected_at[:10], *record.embedded_metadata.values()]
        return tuple(note for note in own if note)

    def _names(self, record_id: str) -> tuple[str, ...]:
        """Names of a source, person, organisation or place, and of the bodies above it, in every script."""
        names: list[str] = []
        seen: set[str] = set()
        while record_id and record_id not in seen:
            seen.add(record_id)
            record = self.evidence.index.get(record_id)
            if record is None:
                break
            names += [record.name] if hasattr(record, "name") else []
            names += [name.text for name in getattr(record, "names", ())]
            names += [value for value in (getattr(record, "party", ""), getattr(record, "connection", "")) if value]
            record_id = getattr(record, "parent", "") or getattr(record, "within", "")
        return tuple(names)


def paragraph_of(text: Text, start: int, end: int) -> tuple[int, int]:
    """Return the span of the paragraph(s) that hold a span: a segment, a line or a block between blank lines."""
    for segment in text.segments:
        holds = segment.start <= start and end <= segment.end
        if (
            segment.kind in {"paragraph", "row", "heading"}
            and holds
            and segment.end - segment.start <= LONGEST_PARAGRAPH
        ):
            return segment.start, segment.end
    content = text.content
    breaks = _BLANK if _hard_wrapped(content) else _BREAK
    first = max((m.end() for m in breaks.finditer(content, max(0, start - LONGEST_PARAGRAPH), start)), default=None)
    last = breaks.search(content, end, min(len(content), end + LONGEST_PARAGRAPH))
    begin = first if first is not None else (0 if start <= LONGEST_PARAGRAPH else start - _REACH)
    stop = last.start() if last else (len(content) if len(content) - end <= LONGEST_PARAGRAPH else end + _REACH)
    return begin, stop


@lru_cache(maxsize=4096)
def _hard_wrapped(content: str) -> bool:
    """Most lines end in mid-sentence: then only blank lines part paragraphs."""
    lines = [line.rstrip() for line in content.splitlines()[:400] if line.strip()]
    broken = sum(1 for line in lines if line[-1] not in ".!?…:;”\"'’。！？؟۔»)")
    return len(lines) > 2 and broken * 2 > len(lines) and "\n\n" in content.replace("\r", "")  # noqa: PLR2004 - fewer lines tell nothing


def _same_block(text: Text, offset: int, other: Text) -> tuple[int, int]:
    """Return the block of a translation that stands where the passage's block stands, if both have as many blocks."""
    mine = [m.span() for m in re.finditer(r"[^\r\n]+", text.content)]
    theirs = [m.span() for m in re.finditer(r"[^\r\n]+", other.content)]
    if len(mine) != len(theirs):
        return 0, len(other.content)
    for (start, end), span in zip(mine, theirs, strict=True):
        if start <= offset < end:
            return span
    return 0, len(other.content)


def strings_of(record: Any) -> list[str]:  # noqa: ANN401 - any record of the snapshot
    """Return every string and number in a record, ids left out."""
    found: list[str] = []
    waiting = [msgspec.to_builtins(record)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            found.append(f"{value:g}" if value < 1e15 else str(value))  # noqa: PLR2004 - beyond it a float is no count
        elif isinstance(value, str) and value and not _is_id(value):
            found.append(value)
    return found[::-1]


def _is_id(value: str) -> bool:
    match = re.fullmatch(r"([A-Z]{1,2})[1-9][0-9]*", value)
    return bool(match and match[1] in KINDS)
