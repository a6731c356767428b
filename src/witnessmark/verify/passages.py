"""Cited passages: the words stood in the text that was committed when it came in."""

from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import hash_of, list_of, load_json, number_of, path_of, text_of
from witnessmark.verify.logproofs import ShownLog
from witnessmark.verify.merkle import root_reached, tree_leaf
from witnessmark.verify.snapshot import EVIDENCE, Snapshot

PASSAGE_PROOFS = "proofs/passages.json"
PASSAGES_FORMAT = "witnessmark-passage-proofs/2"
#: More ids than these are only counted.
_NAMED = 10
_LEAF_FIELDS = {"index", "path", "salt", "text"}


def check_passages(
    bundle: Bundle,
    log: ShownLog,
    snapshot: Snapshot,
    commitments: dict[str, str],
    cited: frozenset[str],
    *,
    findings: Findings,
) -> None:
    """Check every passage's proof; statements without one are named as not checked, those that are cited first."""
    record = load_json(read_whole(bundle, PASSAGE_PROOFS), PASSAGE_PROOFS, PASSAGES_FORMAT)
    rows = list_of(record, "passages", PASSAGE_PROOFS)
    held: set[str] = set()
    for row in rows:
        name = text_of(row, "statement", PASSAGE_PROOFS)
        if name in held:
            findings.add("wrong-field", PASSAGE_PROOFS, f"{name} twice", "each statement once")
        try:
            _check_passage(row, f"{PASSAGE_PROOFS}, {name}", log, snapshot, commitments)
            held.add(name)
        except BrokenError as error:
            findings.faults.append(error.fault)
    findings.checked.append(f"{len(held)} passages stood in the texts committed to the log")
    _tell_unproved(snapshot, held, cited, findings)


def _tell_unproved(snapshot: Snapshot, held: set[str], cited: frozenset[str], findings: Findings) -> None:
    """Name the statements whose words rest on the signer's word alone."""
    shown = {name: one for name, one in snapshot.statements.items() if name not in held and not one.get("withheld")}
    whole = {name for name, item in snapshot.items.items() if item.get("disclosure") == "public"}
    without = [name for name, one in shown.items() if one.get("item") in whole]
    hidden = [name for name, one in shown.items() if one.get("item") not in whole]
    told = [
        ("passages cited in the report without a proof", [name for name in without if name in cited]),
        ("other passages without a proof", [name for name in without if name not in cited]),
        ("passages of items that are not public in full: no proof is published of these", hidden),
    ]
    findings.not_checked[:0] = [f"{words}, {len(names)} in all: {_some(names)}" for words, names in told if names]


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" and others" if len(names) > _NAMED else "")


def _check_passage(
    row: dict[str, Any], where: str, log: ShownLog, snapshot: Snapshot, commitments: dict[str, str]
) -> None:
    quote, item = text_of(row, "quote", where), text_of(row, "item", where)
    _check_statement(row, where, quote, item, snapshot)
    root, event = hash_of(row, "root", where), log.event(number_of(row, "entry", where), where)
    if event.get("texts_root") != root.hex():
        raise BrokenError("wrong-proof", where, str(event.get("texts_root"))[:70], root.hex())
    if commitments.get(item) is None or event.get("item") != commitments[item]:
        raise BrokenError("wrong-proof", where, f"an entry on another item than {item}", "an entry on this item")
    words = _joined(list_of(row, "leaves", where), root, number_of(row, "size", where), where)
    stands = words[number_of(row, "start", where) : number_of(row, "end", where)]
    if not quote or stands != quote:
        raise BrokenError("wrong-passage", where, stands[:80], quote[:80])


def _check_statement(row: dict[str, Any], where: str, quote: str, item: str, snapshot: Snapshot) -> None:
    statement = snapshot.statements.get(str(row["statement"]))
    if statement is None:
        raise BrokenError("evidence-disagrees", where, "a statement that the snapshot does not know", EVIDENCE)
    if snapshot.items.get(item, {}).get("disclosure") != "public":
        raise BrokenError("not-public", where, f"leaves of {item}", "none: they tell how much was removed from a text")
    passage = statement["passage"]
    got = (statement.get("item"), passage.get("text"), passage.get("quote"))
    expected = (item, text_of(row, "text", where), quote)
    if got != expected:
        raise BrokenError("evidence-disagrees", where, repr(got)[:120], repr(expected)[:120])


def _joined(leaves: list[Any], root: bytes, size: int, where: str) -> str:
    """Return the words of all leaves, each proved and following the one before."""
    words, expected = [], -1
    for leaf in leaves:
        if set(leaf) != _LEAF_FIELDS:
            raise BrokenError("wrong-field", where, ", ".join(sorted(leaf))[:80], ", ".join(sorted(_LEAF_FIELDS)))
        index, text = number_of(leaf, "index", where), text_of(leaf, "text", where)
        if expected not in (-1, index):
            raise BrokenError("wrong-proof", where, f"leaf {index}", f"leaf {expected}")
        data = hash_of(leaf, "salt", where) + text.encode("utf-8", "surrogatepass")
        reached = root_reached(tree_leaf(data), index, size, path_of(leaf, where), where)
        if reached != root:
            raise BrokenError("wrong-passage", f"{where}, leaf {index}", reached.hex(), root.hex())
        words.append(text)
        expected = index + 1
    return "".join(words)
