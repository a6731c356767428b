"""What the checks of one run share: manuscript, evidence, protected identities, and what was already worked out."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.model import Citation, Image, Manuscript, Sentence
from witnessmark.manuscript.support import SupportReader


@dataclass
class Context:
    """One run. `protected` is None where the caller has no right to it: what needs it then says `unchecked`.

    `companions` are what leaves together with the report.
    """

    manuscript: Manuscript
    evidence: Evidence
    protected: Protected | None = None
    companions: tuple[Companion, ...] = ()
    shared: dict[str, Any] = field(default_factory=dict)
    _cited: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def support(self) -> SupportReader:
        """Reads what citations stand for, once each."""
        return SupportReader(self.evidence)

    def known(self, citation: Citation) -> bool:
        """Tell whether a citation's key is in the snapshot."""
        return citation.id in self.evidence.index

    def cited(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the ids that a sentence rests on: its citations, else what its finding, image or table row cites."""
        if sentence.ordinal not in self._cited:
            ids = tuple(dict.fromkeys(citation.id for citation in sentence.citations))
            self._cited[sentence.ordinal] = ids or self.inherited(sentence)
        return self._cited[sentence.ordinal]

    def inherited(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the ids that stand for a sentence without citations: its finding div, its image's item, its table."""
        div = self.manuscript.div(sentence, "finding")
        if div is not None and div.ref in self.evidence.index:
            return (div.ref,)
        block = self.manuscript.blocks[sentence.block]
        if sentence.kind == "caption":
            targets = {part.target for part in block.inlines if isinstance(part, Image)}
            return tuple(sorted(target for target in targets if target in self.evidence.index))
        if sentence.kind == "cell":
            return self._table(sentence)
        return ()

    def _table(self, sentence: Sentence) -> tuple[str, ...]:
        """A cell rests on its row's citations, else on the table's, else on those of the block just before."""
        block = self.manuscript.blocks[sentence.block]
        for row in block.rows:
            if any(cell.start == sentence.source_span.start for cell in row):
                ids = [citation.id for cell in row for group in cell.groups for citation in group.citations]
                if ids:
                    return tuple(dict.fromkeys(ids))
        before = self.manuscript.blocks[sentence.block - 1] if sentence.block else block
        groups = block.groups or before.groups
        return tuple(dict.fromkeys(citation.id for group in groups for citation in group.citations))
