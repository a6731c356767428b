"""An outcome as text (one line a problem), as JSON, and as SARIF 2.1.0."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.problems import SEVERITY_WORDS, Problem

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"B": "error", "E": "error", "W": "warning"}
#: Families by the hundreds of their codes.
FAMILIES: Final = {
    "1": "support", "2": "independence", "3": "certainty and law", "4": "numbers", "5": "fairness", "6": "protection",
    "7": "custody", "8": "dates and names", "9": "hygiene",
}  # fmt: skip


def as_text(outcome: Outcome, *, name: str = "") -> str:
    """Return one line for each problem (place, code, message, got, expected), then what was waived, lapsed, unchecked, run."""
    lines = [_line(problem, name) for problem in (*outcome.problems, *outcome.unchecked)]
    for one in outcome.waived:
        waiver = one.waiver
        lines.append(f"{_line(one.problem, name)} [waived by {waiver.by}, {waiver.at}: {waiver.reason} ({waiver.id})]")
    lines += [f"waiver {one.waiver.id} for {one.waiver.code} has lapsed: {one.reason}" for one in outcome.lapsed]
    return "\n".join([*lines, *_summary(outcome)]) + "\n"


def as_lines(problems: Iterable[Problem], *, name: str = "") -> list[str]:
    """Return one line for each problem: place, code, message, got, expected."""
    return [_line(problem, name) for problem in problems]


def _line(problem: Problem, name: str) -> str:
    place = f"{name or 'line '}{':' if name else ''}{problem.line}:{problem.column}"
    what = "unchecked" if problem.status == "unchecked" else SEVERITY_WORDS[problem.severity]
    parts = [f"{place}: {problem.code} {problem.name} ({what}): {_flat(problem.message)}"]
    parts += [f"got {_flat(problem.got)}"] if problem.got else []
    parts += [f"expected {_flat(problem.expected)}"] if problem.expected else []
    return "; ".join(parts)


def _flat(text: str) -> str:
    """One line, without characters that could reorder or hide what a terminal shows."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in " ".join(text.split()))


def _summary(outcome: Outcome) -> list[str]:
    looked = sum(outcome.ran.values())
    head = f"{len(outcome.ran)} checks looked at {looked} subjects in {outcome.sentences} sentences"
    if outcome.problems:
        families = Counter(FAMILIES[problem.code[2]] for problem in outcome.problems)
        counts = outcome.counts
        told = ", ".join(f"{count} {SEVERITY_WORDS[letter]}" for letter, count in counts.items() if count)
        lines = [f"{head}: {told}", "by family: " + ", ".join(f"{name} {count}" for name, count in families.items())]
    else:
        lines = [f"{head}: nothing found"]
    if outcome.unchecked:
        lines.append(f"{len(outcome.unchecked)} places could not be looked at: they are unchecked, not passed")
    return lines


def as_json(outcome: Outcome, *, name: str = "") -> bytes:
    """Return the outcome as JSON: problems, waived, lapsed, unchecked, counts, and what ran over how many subjects."""
    return msgspec.json.format(msgspec.json.encode({"manuscript": name, **_parts(outcome)}), indent=1) + b"\n"


def _parts(outcome: Outcome) -> dict[str, Any]:
    return {
        "result": "problems" if outcome.problems else "nothing found",
        "counts": outcome.counts,
        "sentences": outcome.sentences,
        "ran": dict(outcome.ran),
        "problems": outcome.problems,
        "waived": [{"problem": one.problem, "waiver": one.waiver} for one in outcome.waived],
        "lapsed": [{"waiver": one.waiver, "reason": one.reason} for one in outcome.lapsed],
        "unchecked": outcome.unchecked,
    }


def as_sarif(outcome: Outcome, *, name: str, version: str) -> bytes:
    """Return the outcome as SARIF 2.1.0. Waived problems are suppressed results; unchecked ones have kind `review`.

    `name` is the manuscript's path as the reader of the report sees it; `version` is that of this program.
    """
    codes = list(CHECKS)
    results = [_result(problem, codes, name) for problem in (*outcome.problems, *outcome.unchecked)]
    for one in outcome.waived:
        suppression = {
            "kind": "external", "status": "accepted",
            "justification": f"{one.waiver.reason} ({one.waiver.by}, {one.waiver.at}, {one.waiver.id})",
        }  # fmt: skip
        results.append(_result(one.problem, codes, name) | {"suppressions": [suppression]})
    driver = {
        "name": "Witnessmark", "semanticVersion": version, "rules": [_rule(code) for code in codes],
    }  # fmt: skip
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    sarif = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(sarif, ensure_ascii=False, indent=1).encode() + b"\n"


def _rule(code: str) -> dict[str, Any]:
    check = CHECKS[code]
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in check.name.split("-")),
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.explanation},
        "help": {"text": f"{check.fix} Rule: {check.rule}."},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"severity": check.severity, "scope": check.scope},
    }


def _result(problem: Problem, codes: list[str], name: str) -> dict[str, Any]:
    message = problem.message
    message += f"; got {problem.got}" if problem.got else ""
    message += f"; expected {problem.expected}" if problem.expected else ""
    unchecked = problem.status == "unchecked"
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "kind": "review" if unchecked else "fail",
        "level": "none" if unchecked else _LEVELS[problem.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, "region": _region(problem)}}],
        "partialFingerprints": {"sentence/v1": problem.sentence_sha256} if problem.sentence_sha256 else {},
        "properties": {"severity": problem.severity, "status": problem.status},
    }


def _uri(name: str) -> str:
    """A relative reference with everything but unreserved characters and slashes percent-encoded (RFC 3986)."""
    return "".join(
        char
        if char.isascii() and (char.isalnum() or char in "-._~/")
        else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in name.replace("\\", "/") or "manuscript.md"
    )


def _region(problem: Problem) -> dict[str, int]:
    return {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endLine": problem.end_line,
        "endColumn": max(problem.end_column, problem.column + (problem.end_line == problem.line)),
    }
