"""Waivers: signed, reasoned exceptions from an error, bound to the digests of sentence and evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.evidence.findings import Waiver
from witnessmark.manuscript.errors import WaiverRefusedError
from witnessmark.manuscript.problems import SEVERITY_WORDS, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A problem that a waiver passes."""

    problem: Problem
    waiver: Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """A waiver that passes nothing any more, and why."""

    waiver: Waiver
    reason: str


def make_waiver(problem: Problem, *, id: str, by: str, at: str, reason: str) -> Waiver:  # noqa: A002 - the field's name
    """Return the waiver of an error; refused for what blocks, for warnings, and without name, time or reason.

    `at` is an ISO time with offset, given by the caller. The waiver is bound to the problem's two digests.
    """
    if problem.severity != "E" or problem.status != "fired":
        got = "unchecked" if problem.status != "fired" else SEVERITY_WORDS[problem.severity]
        raise WaiverRefusedError(
            "this cannot be waived", where=f"{problem.code} at line {problem.line}", got=f"severity {got}",
            expected="an error (E)", do="Correct the sentence or the evidence.",
        )  # fmt: skip
    missing = [name for name, value in (("name", by), ("time", at), ("reason", reason)) if not value.strip()]
    if missing:
        raise WaiverRefusedError(
            "a waiver must be signed and reasoned", where=problem.code, got=f"no {', no '.join(missing)}",
            expected="a name, a time and a reason",
        )  # fmt: skip
    return Waiver(
        id=id, code=problem.code, sentence_sha256=problem.sentence_sha256, evidence_sha256=problem.evidence_sha256,
        by=by, at=at, reason=reason,
    )  # fmt: skip


def apply_waivers(
    problems: Iterable[Problem], waivers: Iterable[Waiver]
) -> tuple[tuple[Problem, ...], tuple[Waived, ...], tuple[Lapsed, ...]]:
    """Return (problems that stand, problems waived, waivers that lapsed). What blocks stands whatever is waived."""
    standing: list[Problem] = []
    waived: list[Waived] = []
    by_code: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_code.setdefault(waiver.code, []).append(waiver)
    for problem in problems:
        match = next((one for one in by_code.get(problem.code, ()) if _binds(one, problem)), None)
        if match is not None:
            waived.append(Waived(problem=problem, waiver=match))
        else:
            standing.append(problem)
    used = {one.waiver.id for one in waived}
    every = [waiver for group in by_code.values() for waiver in group]
    lapsed = (Lapsed(waiver=one, reason=_why(one, standing)) for one in every if one.id not in used)
    return tuple(standing), tuple(waived), tuple(lapsed)


def _binds(waiver: Waiver, problem: Problem) -> bool:
    return (
        problem.severity == "E"
        and problem.status == "fired"
        and bool(waiver.by.strip() and waiver.reason.strip())
        and waiver.sentence_sha256 == problem.sentence_sha256
        and waiver.evidence_sha256 == problem.evidence_sha256
    )


def _why(waiver: Waiver, standing: list[Problem]) -> str:
    same = [problem for problem in standing if problem.code == waiver.code]
    if any(problem.severity == "B" for problem in same):
        return f"{waiver.code} blocks: it cannot be waived"
    if any(problem.sentence_sha256 == waiver.sentence_sha256 for problem in same):
        return "the evidence that the sentence cites has changed"
    if any(problem.evidence_sha256 == waiver.evidence_sha256 for problem in same):
        return "the sentence has changed"
    return "the sentence has changed, or the problem is gone"
