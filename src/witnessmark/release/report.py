"""What both renderings of a report are made from: parsed public manuscript, public snapshot, numbered notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from witnessmark.evidence.findings import Finding, Reply, ReplyRequest
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.model import Block, Cell, Manuscript
from witnessmark.release.references import Reference, resolve

EXERCISE_NOTICE = "TRAINING EXERCISE — invented"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One footnote: its number, what it cites, and the numbered paragraph it stands in (0 outside of one)."""

    number: int
    references: tuple[Reference, ...]
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report ready to be rendered. All ids are public; `files` and `why` are by item, `entries` index the log.

    `files` are paths in the bundle of originals and redacted copies; `why` says why an item is not its original.
    """

    manuscript: Manuscript
    evidence: Evidence
    outcome: Outcome
    version: str
    clock: str
    files: Mapping[str, str]
    why: Mapping[str, str]
    entries: Mapping[str, int]
    stamped: str = ""

    @property
    def notice(self) -> str:
        """The notice that every page carries, "" for a real report."""
        return EXERCISE_NOTICE if self.evidence.investigation.exercise else self.manuscript.meta.get("notice", "")

    @cached_property
    def notes(self) -> dict[int, Note]:
        """The footnotes by the place of their citation group in the source, numbered in reading order."""
        found: dict[int, Note] = {}
        sentences = self.manuscript.sentences
        clauses = {group.start: group.clause for sentence in sentences for group in sentence.groups}
        for block in self.manuscript.blocks:
            for holder in holders(block):
                for group in holder.groups:
                    words = quoted_words(holder, clauses.get(group.start, group.clause))
                    references = tuple(resolve(self.evidence, one.id, one.locator, words) for one in group.citations)
                    found[group.start] = Note(number=len(found) + 1, references=references, paragraph=block.number)
        return found

    @cached_property
    def cited_in(self) -> dict[str, list[Note]]:
        """The notes that cite each item, by item."""
        found: dict[str, list[Note]] = {}
        for note in self.notes.values():
            for item in dict.fromkeys(reference.item for reference in note.references if reference.item):
                found.setdefault(item, []).append(note)
        return found

    def notes_of(self, block: Block) -> list[Note]:
        """Return the notes of one block, in order."""
        return [self.notes[group.start] for holder in holders(block) for group in holder.groups]

    def replies_to(self, allegation: str) -> Iterator[tuple[Reply, str]]:
        """Yield each reply that speaks to an allegation, with its outcome."""
        for reply in self.evidence.replies:
            if allegation in reply.outcomes:
                yield reply, reply.outcomes[allegation]

    def asked(self, finding: Finding) -> list[ReplyRequest]:
        """Return the letters for comment that put an allegation of the finding."""
        return [one for one in self.evidence.reply_requests if set(one.allegations) & set(finding.allegations)]

    def item_of(self, reply: Reply) -> Item | None:
        """Return the item a reply came as, if it is shown."""
        return self.evidence.index.get(reply.item)

    def finding(self, name: str) -> Finding | None:
        """Return a finding by id, None when the snapshot has none of that name."""
        record = self.evidence.index.get(name)
        return record if isinstance(record, Finding) else None


def holders(block: Block) -> tuple[Block | Cell, ...]:
    """Return what of a block holds inline parts: itself, or the cells of a table."""
    return tuple(cell for row in block.rows for cell in row) if block.rows else (block,)


def quoted_words(holder: Block | Cell, clause: tuple[int, int]) -> tuple[str, ...]:
    """Return the quotations in the clause that a citation group supports."""
    start, end = clause
    quotations = holder.quotations if isinstance(holder, Block) else ()
    return tuple(one.text for one in quotations if not one.term and start <= one.at and one.end_at <= end)


def stop(note: Note) -> str:
    """Return the stop that ends a note, "" where its last quotation ends with one."""
    last = note.references[-1] if note.references else None
    return "" if last is not None and not last.note and last.quote.endswith((".", "!", "?", "。", "؟", "…")) else "."
