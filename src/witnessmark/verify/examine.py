"""The whole examination: form, sums, seal, log, items, passages, links, one after the other."""

import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

from witnessmark.verify.bundle import Bundle
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.items import check_items
from witnessmark.verify.layout import check_layout
from witnessmark.verify.links import check_links
from witnessmark.verify.logproofs import check_log
from witnessmark.verify.pages import check_pages, read_pages
from witnessmark.verify.passages import check_passages
from witnessmark.verify.seal import check_seal, read_policy
from witnessmark.verify.snapshot import Snapshot, check_snapshot
from witnessmark.verify.sums import check_sums
from witnessmark.verify.trust import Trust

_Result = TypeVar("_Result")
#: What is signed, but held against nothing else in the bundle.
_NEVER = (
    "report.pdf: that it says what index.html says",
    "the prose of index.html and record/, VERIFY.md, findings, grades and numbers: signed, but compared with nothing",
    "how pages look: a style sheet could hide words",
    "verify.py in the bundle: take the program from elsewhere",
)


def examine(bundle: Bundle, trust: Trust, findings: Findings) -> None:
    """Examine a bundle and gather everything in `findings`; a step that fails does not stop those that need it not."""
    findings.faults += bundle.faults
    if not bundle.readable:
        findings.not_checked.append("what is in it: the form is broken")
        return
    _step(findings, "the layout", lambda: check_layout(bundle, findings))
    listed = _step(findings, "the list of files", lambda: check_sums(bundle, findings))
    policy = _step(findings, "the policy", lambda: read_policy(bundle))
    if policy is not None:
        _step(findings, "the seal", lambda: check_seal(bundle, policy, trust, findings))
    sealed = listed is not None and policy is not None and not findings.faults
    log = _step(findings, "the log", lambda: check_log(bundle, policy, trust, findings)) if policy else None
    snapshot = _step(findings, "the snapshot", lambda: check_snapshot(bundle, listed or {}, findings))
    cited: frozenset[str] | None = None
    if sealed:
        cited = _examine_pages(bundle, snapshot, findings)
    else:
        findings.not_checked.append("pages and links: the form, the list of files or the seal is broken")
    if listed is not None and log is not None and snapshot is not None:
        items = _step(findings, "the items", lambda: check_items(bundle, listed, log, snapshot, findings))
        known = cited or frozenset()
        _step(
            findings, "the passages",
            lambda: check_passages(bundle, log, snapshot, items or {}, known, findings=findings),
        )  # fmt: skip
    else:
        findings.not_checked.append("items and passages: what they rest on is broken")
    findings.faults = list(dict.fromkeys(findings.faults))
    findings.not_checked += _NEVER
    findings.not_checked.append("whether what the sources say is true: no program can check that")


def _examine_pages(bundle: Bundle, snapshot: Snapshot | None, findings: Findings) -> frozenset[str] | None:
    pages = _step(findings, "the pages", lambda: read_pages(bundle, findings))
    if pages is None:
        return None
    _step(findings, "the links", lambda: check_links(pages, bundle, findings))
    return _step(findings, "what the pages show", lambda: check_pages(pages, snapshot, findings)) if snapshot else None


def _step(findings: Findings, name: str, run: Callable[[], _Result]) -> _Result | None:
    try:
        return run()
    except BrokenError as error:
        findings.faults.append(error.fault)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        findings.add("wrong-form", name, f"{type(error).__name__}: {error}", "the form in docs/release-format.md")
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        findings.add("unreadable", name, str(error), "files that can be read")
    findings.not_checked.append(f"{name}: only as far as the fault")
    return None
