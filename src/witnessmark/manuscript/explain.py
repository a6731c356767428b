"""What `witnessmark explain CODE` prints."""

from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.errors import UnknownCheckError
from witnessmark.manuscript.problems import SEVERITY_WORDS
from witnessmark.manuscript.registry import Check


def find_check(code: str) -> Check:
    """Return a check by code or name, in any case; raise `UnknownCheckError` when there is none."""
    wanted = code.strip()
    for check in CHECKS.values():
        if wanted.upper() == check.code or wanted.lower() == check.name:
            return check
    raise UnknownCheckError(
        "there is no such check", got=code, expected=", ".join(f"{one.code} {one.name}" for one in CHECKS.values())
    )


def explain(code: str) -> str:
    """Return the explanation of a check as plain text: what, why, whose rule, what to do."""
    check = find_check(code)
    waivable = "can be waived by a signed, reasoned waiver" if check.severity == "E" else "cannot be waived"
    return (
        f"{check.code} {check.name}: {check.title}\n\n{check.explanation}\n\n"
        f"Severity: {check.severity} ({SEVERITY_WORDS[check.severity]}; {waivable}). Scope: {check.scope}.\n"
        f"Rule: {check.rule}.\nWhat to do: {check.fix}\n"
    )
