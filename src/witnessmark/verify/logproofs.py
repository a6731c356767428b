"""The custody log as far as it is shown: the checkpoint, and the entries that lead to its root."""

import json
from dataclasses import dataclass
from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import list_of, load_json, number_of, path_of, text_of
from witnessmark.verify.merkle import root_reached, tree_leaf
from witnessmark.verify.note import LogHead, check_checkpoint
from witnessmark.verify.seal import InnerPolicy, check_time
from witnessmark.verify.trust import Trust

LOG_PROOFS = "proofs/log.json"
LOG_FORMAT = "witnessmark-log-proofs/1"
CHECKPOINT_STAMP = "proofs/tsa/checkpoint.tsr"


@dataclass(frozen=True)
class ShownLog:
    """The head of the log, and the events shown, by their index."""

    head: LogHead
    events: dict[int, dict[str, Any]]

    def event(self, index: int, where: str) -> dict[str, Any]:
        """Return a shown event; raise `BrokenError` when it is not shown."""
        if index not in self.events:
            raise BrokenError("wrong-proof", where, f"log entry {index}", f"an entry shown in {LOG_PROOFS}")
        return self.events[index]


def check_log(bundle: Bundle, policy: InnerPolicy, trust: Trust, findings: Findings) -> ShownLog:
    """Check the checkpoint's signature and that each shown entry is in the log; return what is shown."""
    record = load_json(read_whole(bundle, LOG_PROOFS), LOG_PROOFS, LOG_FORMAT)
    vkey, note = text_of(record, "vkey", LOG_PROOFS), text_of(record, "checkpoint", LOG_PROOFS)
    if vkey != policy.log_key:
        findings.add("wrong-signer", f"{LOG_PROOFS}: vkey", vkey, policy.log_key)
    if trust.log_key and vkey != trust.log_key:
        findings.add("wrong-signer", f"{LOG_PROOFS}: vkey", vkey, trust.log_key)
    elif not trust.log_key:
        findings.not_checked.append("the log's key: only as the signer names it; none was given from outside")
    head = check_checkpoint(note, vkey, f"{LOG_PROOFS}: checkpoint")
    events = _shown_events(list_of(record, "entries", LOG_PROOFS), head)
    findings.checked.append(
        f"log {head.origin}: signed checkpoint of {head.size} entries, {len(events)} shown and proved"
    )
    if CHECKPOINT_STAMP in bundle.files:
        stamp = read_whole(bundle, CHECKPOINT_STAMP)
        check_time(stamp, note.encode(), CHECKPOINT_STAMP, policy, trust, findings=findings)
    return ShownLog(head, events)


def _shown_events(entries: list[Any], head: LogHead) -> dict[int, dict[str, Any]]:
    events: dict[int, dict[str, Any]] = {}
    last = -1
    for entry in entries:
        index, leaf = number_of(entry, "index", LOG_PROOFS), text_of(entry, "leaf", LOG_PROOFS)
        where = f"{LOG_PROOFS}, entry {index}"
        if index <= last:
            raise BrokenError("non-canonical", where, f"after entry {last}", "entries sorted, each once")
        root = root_reached(
            tree_leaf(leaf.encode("utf-8", "surrogatepass")), index, head.size, path_of(entry, where), where
        )
        if root != head.root:
            raise BrokenError("wrong-proof", where, root.hex(), head.root.hex())
        events[index] = _event(leaf, where)
        last = index
    return events


def _event(leaf: str, where: str) -> dict[str, Any]:
    try:
        event = json.loads(leaf)
    except (ValueError, RecursionError) as error:
        raise BrokenError("not-json", where, str(error), "one event in JSON") from error
    if not isinstance(event, dict):
        raise BrokenError("not-json", where, type(event).__name__, "one event in JSON")
    return event
