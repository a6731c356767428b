"""What an operator is, and how places in a manuscript are found and changed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from msgspec.structs import replace

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Manuscript, Sentence


@dataclass(frozen=True, eq=False)
class Clean:
    """A clean case as operators see it; `context` answers what a sentence rests on."""

    name: str
    manuscript: Manuscript
    evidence: Evidence
    protected: Protected

    @property
    def source(self) -> str:
        return self.manuscript.source

    @property
    def context(self) -> Context:
        return Context(self.manuscript, self.evidence, self.protected)

    def text(self, start: int, end: int, new: str, note: str = "") -> "Mutant":
        """Return the mutant in which a stretch of the source is replaced."""
        old = self.source[start:end]
        return Mutant(
            source=self.source[:start] + new + self.source[end:], note=note or f"{old!r} → {new!r}",
            line=self.source.count("\n", 0, start) + 1,
        )  # fmt: skip

    def record(self, one: str, note: str, **changes: Any) -> "Mutant":
        """Return the mutant in which one record of the snapshot is changed."""
        return Mutant(evidence=changed(self.evidence, one, **changes), note=f"{one}: {note}")


@dataclass(frozen=True)
class Mutant:
    """One fault: what is changed (the rest is as in the clean case), and a note that a person can find it by."""

    note: str
    source: str | None = None
    evidence: Evidence | None = None
    companions: tuple[Companion, ...] = ()
    line: int = 0
    place: str = field(default="")


@dataclass(frozen=True)
class Operator:
    """A kind of fault: its name, its family, the codes (or their beginnings) of which one must find it, and its maker."""

    name: str
    family: str
    caught_by: tuple[str, ...]
    make: Callable[[Clean, Random], Iterator[Mutant]]


OPERATORS: Final[dict[str, Operator]] = {}

Maker = Callable[[Clean, Random], Iterator[Mutant]]


def operator(family: str, *caught_by: str) -> Callable[[Maker], Maker]:
    """Register a maker under its own name; `caught_by` are codes or their first figures."""

    def keep(make: Maker) -> Maker:
        name = make.__name__.replace("_", "-").strip("-")
        OPERATORS[name] = Operator(name, family, caught_by, make)
        return make

    return keep


def changed(evidence: Evidence, one: str, **changes: Any) -> Evidence:
    """Return a snapshot in which the record `one` has other values."""
    for name in evidence.__struct_fields__:
        group = getattr(evidence, name)
        if isinstance(group, tuple) and any(getattr(record, "id", None) == one for record in group):
            new = tuple(replace(record, **changes) if record.id == one else record for record in group)
            return replace(evidence, **{name: new})
    raise KeyError(one)


_CITED: Final = re.compile(r"\[@[^\]]*\]|\{[^}]*\}|\[\^[^\]]*\]|!\[[^\]]*\]\([^)]*\)")
_QUOTED: Final = re.compile(r"“[^”]*”|«[^»]*»|‘[^’]*’(?!\w)")


def masked(sentence: Sentence, *, quoted: bool = False) -> str:
    """Return the source of a sentence with citations and attributes blanked, and quotations unless `quoted`."""
    text = _CITED.sub(lambda match: " " * len(match[0]), sentence.source)
    return text if quoted else _QUOTED.sub(lambda match: "\0" * len(match[0]), text)


def quotations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the places (in the whole source) of the words between quotation marks."""
    for match in re.finditer(r"“([^”]*)”", sentence.source):
        yield sentence.source_span.start + match.start(1), sentence.source_span.start + match.end(1)


def asserting(clean: Clean, *, cited: bool = True) -> list[Sentence]:
    """Return sentences of fact and attribution, with support unless `cited` is false."""
    context = clean.context
    kinds = {"fact", "attribution"}
    return [
        one
        for one in clean.manuscript.sentences
        if one.kind in kinds and one.source == clean.source[one.source_span.start : one.source_span.end]
        and (not cited or context.cited(one))
    ]  # fmt: skip


def places(
    sentences: list[Sentence], pattern: str, *, quoted: bool = False, flags: int = 0
) -> Iterator[tuple[Sentence, re.Match[str], int, int]]:
    """Yield sentence, match, and the place in the whole source, for every match in the words of sentences."""
    for sentence in sentences:
        at = sentence.source_span.start
        for match in re.finditer(pattern, masked(sentence, quoted=quoted), flags):
            yield sentence, match, at + match.start(), at + match.end()


def cased(old: str, new: str) -> str:
    """Return `new` with the first letter of `old`'s case."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
