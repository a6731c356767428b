"""The whole examination: form, sums, seal, log, items, passages, links, one after the other."""

import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

from witnessmark.verify.bundle import Bundle
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.items import check_items
from witnessmark.verify.links import check_links
from witnessmark.verify.logproofs import check_log
from witnessmark.verify.pages import check_pages
from witnessmark.verify.passages import check_passages
from witnessmark.verify.seal import check_seal, read_policy
from witnessmark.verify.snapshot import check_snapshot
from witnessmark.verify.sums import check_sums
from witnessmark.verify.trust import Trust

_Result = TypeVar("_Result")


def examine(bundle: Bundle, trust: Trust, findings: Findings) -> None:
    """Examine a bundle and gather everything in `findings`; a step that fails does not stop those that need it not."""
    findings.faults += bundle.faults
    if not bundle.readable:
        findings.not_checked.append("what is in it: the form is broken")
        return
    listed = _step(findings, "the list of files", lambda: check_sums(bundle, findings))
    policy = _step(findings, "the policy", lambda: read_policy(bundle))
    snapshot = _step(findings, "the snapshot", lambda: check_snapshot(bundle, listed or {}, findings))
    log = None
    if policy is not None:
        _step(findings, "the seal", lambda: check_seal(bundle, policy, trust, findings))
        log = _step(findings, "the log", lambda: check_log(bundle, policy, trust, findings))
    if listed is not None and log is not None and snapshot is not None:
        items = _step(findings, "the items", lambda: check_items(bundle, listed, log, snapshot, findings))
        _step(findings, "the passages", lambda: check_passages(bundle, log, snapshot, items or {}, findings))
    else:
        findings.not_checked.append("items and passages: what they rest on is broken")
    if snapshot is not None:
        _step(findings, "the pages", lambda: check_pages(bundle, snapshot, findings))
    _step(findings, "the links", lambda: check_links(bundle, findings))
    findings.faults = list(dict.fromkeys(findings.faults))
    findings.not_checked.append("whether what the sources say is true: no program can check that")


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
