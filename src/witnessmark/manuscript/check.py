"""Run the checks over a manuscript and say what was found, what was waived and what could not be looked at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from witnessmark.evidence.protected import Protected
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.companions import Companion
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.lines import Span
from witnessmark.manuscript.model import Manuscript, Sentence
from witnessmark.manuscript.problems import Problem
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.waivers import Lapsed, Waived, apply_waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run found. A run without problems says "nothing found", never "verified".

    `problems` stand; `waived` are errors passed by a signed waiver; `lapsed` waivers pass nothing; `unchecked` is what
    could not be looked at; `ran` maps each check's code to how many subjects it looked at.
    """

    problems: tuple[Problem, ...] = ()
    waived: tuple[Waived, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    unchecked: tuple[Problem, ...] = ()
    ran: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many problems stand, by severity."""
        return {letter: sum(problem.severity == letter for problem in self.problems) for letter in ("B", "E", "W")}

    @property
    def blocks_release(self) -> bool:
        """Whether anything stands that a release may not carry: what blocks, and errors that are not waived."""
        return any(problem.severity in {"B", "E"} for problem in self.problems)


def check(
    manuscript: Manuscript,
    evidence: Evidence,
    *,
    protected: Protected | None = None,
    companions: Iterable[Companion] = (),
    codes: Iterable[str] = (),
) -> Outcome:
    """Run all checks (or those in `codes`) and apply the snapshot's waivers.

    `protected` holds the identities that must not leave; without it WM601 says `unchecked`. `companions` are the files that
    leave with the report. Nothing is read but the
    arguments; the same arguments give the same outcome.
    """
    return outcome_of(Context(manuscript, evidence, protected, tuple(companions)), codes)


def outcome_of(context: Context, codes: Iterable[str] = ()) -> Outcome:
    """Run all checks (or those in `codes`) in a context that the caller keeps, and apply the snapshot's waivers."""
    wanted = set(codes) or set(CHECKS)
    evidence, manuscript = context.evidence, context.manuscript
    found: list[Problem] = []
    ran: dict[str, int] = {}
    for code in sorted(wanted & set(CHECKS)):
        subjects = CHECKS[code].subjects(context)
        ran[code] = len(subjects)
        for subject in subjects:
            found.extend(_problems(context, CHECKS[code], subject))
    unique = sorted(dict.fromkeys(found), key=_place)
    fired = [problem for problem in unique if problem.status == "fired"]
    standing, waived, lapsed = apply_waivers(fired, (one for one in evidence.waivers if one.code in wanted))
    return Outcome(
        problems=standing, waived=waived, lapsed=lapsed, ran=ran, sentences=len(manuscript.sentences),
        unchecked=tuple(problem for problem in unique if problem.status == "unchecked"),
    )  # fmt: skip


def problems_of(context: Context, code: str) -> Iterator[Problem]:
    """Yield what one check finds, in no order."""
    for subject in CHECKS[code].subjects(context):
        yield from _problems(context, CHECKS[code], subject)


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.code


def _problems(context: Context, check: Check, subject: object) -> Iterator[Problem]:
    for hit in check.run(context, subject):
        yield _problem(context, check, hit)


def _problem(context: Context, check: Check, hit: Hit) -> Problem:
    span = _span(context, hit)
    sentence = hit.sentence
    return Problem(
        code=check.code, name=check.name, severity=check.severity, status=hit.status, message=hit.message,
        got=hit.got, expected=hit.expected, line=span.line, column=span.column, end_line=span.end_line,
        end_column=span.end_column, paragraph=sentence.paragraph if sentence else 0,
        sentence_sha256=sentence.sha256 if sentence else "",
        evidence_sha256=_digest(context, sentence) if sentence and check.severity == "E" else "",
        fix=hit.fix or check.fix,
    )  # fmt: skip


def _span(context: Context, hit: Hit) -> Span:
    if hit.start is not None:
        return context.manuscript.lines.span(hit.start, hit.end if hit.end is not None else hit.start + 1)
    if hit.sentence is not None:
        return hit.sentence.source_span
    return context.manuscript.lines.span(0, 0)


def _digest(context: Context, sentence: Sentence) -> str:
    known: dict[tuple[str, ...], str] = context.shared.setdefault("digests", {})
    ids = context.cited(sentence)
    if ids not in known:
        known[ids] = evidence_digest(context.evidence, ids)
    return known[ids]
