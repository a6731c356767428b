"""After an edit of one block: what its sentences and paragraphs show now, at once; the whole is checked afterwards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import msgspec

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.check import Outcome, outcome_of, problems_of
from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Block, Manuscript
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.problems import Problem
from witnessmark.manuscript.waivers import apply_waivers

#: So many blocks before the edited one are read along: checks look back for a day, a figure, a speaker.
_BACK: Final = 5
#: What decides over more than its own block: headings, divs, tables, code, notes, rules and front matter.
_STRUCTURE: Final = re.compile(
    r"^\s*(?:#|:::|\||```|~~~|---|\.\.\.|\[\^|\+-|=+\s*$|<!--)|^\s*[\w-]+:\s*$|-->", re.MULTILINE
)
#: What is worked out from the evidence, or from the whole manuscript, and does not turn on a place in it.
_KEPT: Final = (
    "grouper", "origins grouper", "certainty grouper", "weighed", "digests", "finder", "alleging", "allowed", "told", "forms",
    "identities", "cycles", "contradicting", "finding clauses", "all cited", "prose cited", "texts by item", "reviews",
    "reviews by sentence", "reviews gone", "report day", "allegations carried",
)  # fmt: skip
_LOCAL: Final = frozenset({"sentence", "paragraph"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A manuscript, what was found in it, and what was worked out on the way."""

    manuscript: Manuscript
    outcome: Outcome
    context: Context


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What an edit changed: the lines that were read again, and what sentence and paragraph checks find in them.

    `problems` stand there now, in the lines of the new source; `before` stood there at the last whole check.
    Checks of the whole document were not run: `document` names them.
    """

    first_line: int
    last_line: int
    problems: tuple[Problem, ...]
    before: tuple[Problem, ...]
    document: tuple[str, ...]


def check_whole(
    manuscript: Manuscript,
    evidence: Evidence,
    *,
    protected: Protected | None = None,
    companions: Iterable[Companion] = (),
) -> Whole:
    """Run all checks and keep what was worked out, so that an edit need not work it out again."""
    context = Context(manuscript, evidence, protected, tuple(companions))
    return Whole(manuscript, outcome_of(context), context)


def recheck(before: Whole, source: str) -> Rechecked | None:
    """Check the block in which `source` differs from what was checked; None where the edit reaches further than one block.

    Sentence and paragraph checks are run on the block alone, with the blocks before it, the headings above it and the divs
    around it; nothing is said of checks that look at the whole document.
    """
    old, new = before.manuscript.source.splitlines(keepends=True), source.splitlines(keepends=True)
    region = _region(old, new)
    if region is None:
        return None
    first, old_end, new_end = region
    if _STRUCTURE.search("".join([*old[first:old_end], *new[first:new_end]])):
        return None
    touched = [one for one in before.manuscript.blocks if _touches(one, first + 1, old_end)]
    if not touched or any(one.kind not in {"paragraph", "item", "quote", "image"} for one in touched):
        return None
    excerpt = _excerpt(before.manuscript, new, touched[0], (first, new_end))
    problems = _local_problems(before, excerpt)
    local = {code for code, check in CHECKS.items() if check.scope in _LOCAL}
    here = [one for one in problems if first < one.line <= new_end]
    standing, _, _ = apply_waivers(here, before.context.evidence.waivers)
    return Rechecked(
        first_line=first + 1,
        last_line=new_end,
        problems=standing,
        before=tuple(one for one in before.outcome.problems if one.code in local and first < one.line <= old_end),
        document=tuple(sorted(set(CHECKS) - local)),
    )


def _region(old: list[str], new: list[str]) -> tuple[int, int, int] | None:
    """Return (first, end in old, end in new) of the lines that differ, widened to blank lines; None where nothing differs."""
    if old == new:
        return None
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - first
    same = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    old_end, new_end = len(old) - same, len(new) - same
    while first and old[first - 1].strip():
        first -= 1
    while old_end < len(old) and old[old_end].strip():
        old_end, new_end = old_end + 1, new_end + 1
    return first, old_end, new_end


def _touches(block: Block, first: int, last: int) -> bool:
    return block.span.line <= last and block.span.end_line >= first


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A part of a manuscript that parses by itself: its source, and how its lines and paragraphs are to be counted."""

    manuscript: Manuscript
    lines: int
    paragraphs: int


def _excerpt(manuscript: Manuscript, new: list[str], edited: Block, lines: tuple[int, int]) -> _Excerpt:
    """The new lines with the blocks before them, under their headings and inside their divs."""
    first, new_end = lines
    before = [one for one in manuscript.blocks if one.span.end_line <= first]
    lead = before[-_BACK:]
    opened = lead[0] if lead else edited
    start = min(opened.span.line - 1, first)
    head = [*_front(manuscript), *(f"{'#' * one.level} {one.text}\n\n" for one in _headings(before, lead))]
    head += [f"{_opener(manuscript, div)}\n\n" for div in opened.divs]
    ahead = "".join(head)
    source = ahead + "".join([*new[start:new_end], *("\n:::\n" for _ in edited.divs)])
    parsed = parse(source, name=manuscript.name)
    told = opened.number - 1 if opened.number else _told_until(manuscript, start)
    return _Excerpt(parsed, start - ahead.count("\n"), told)


def _headings(before: list[Block], lead: list[Block]) -> list[Block]:
    """The headings above what is read along: of each level the last."""
    above: list[Block] = []
    for block in before[: len(before) - len(lead)]:
        if block.kind == "heading":
            above = [*(one for one in above if one.level < block.level), block]
    return above


def _front(manuscript: Manuscript) -> list[str]:
    end = manuscript.meta_span.end_line if manuscript.meta else 0
    return [*manuscript.source.splitlines(keepends=True)[:end], "\n"] if end else []


def _opener(manuscript: Manuscript, div: int) -> str:
    line = manuscript.divs[div].span.line
    return manuscript.source.splitlines()[line - 1]


def _told_until(manuscript: Manuscript, line: int) -> int:
    return max((one.number for one in manuscript.blocks if one.span.line <= line), default=0)


def _local_problems(before: Whole, excerpt: _Excerpt) -> list[Problem]:
    context = Context(excerpt.manuscript, before.context.evidence, before.context.protected, before.context.companions)
    context.shared.update({key: before.context.shared[key] for key in _KEPT if key in before.context.shared})
    context.__dict__["support"] = before.context.support
    found = [
        problem
        for code in sorted(CHECKS)
        if CHECKS[code].scope in _LOCAL
        for problem in problems_of(context, code)
        if problem.status == "fired"
    ]
    return [
        msgspec.structs.replace(
            one, line=one.line + excerpt.lines, end_line=one.end_line + excerpt.lines,
            paragraph=one.paragraph + excerpt.paragraphs if one.paragraph else 0,
        )
        for one in sorted(dict.fromkeys(found), key=lambda one: (one.line, one.column, one.code))
    ]  # fmt: skip
