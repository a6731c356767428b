"""Cited passages: the words stood in the text that was committed when it came in."""

from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import hash_of, list_of, load_json, number_of, path_of, text_of
from witnessmark.verify.logproofs import ShownLog
from witnessmark.verify.merkle import root_reached, tree_leaf
from witnessmark.verify.snapshot import EVIDENCE, Snapshot

PASSAGE_PROOFS = "proofs/passages.json"
PASSAGES_FORMAT = "witnessmark-passage-proofs/1"
#: More ids than these are only counted.
_NAMED = 10


def check_passages(
    bundle: Bundle, log: ShownLog, snapshot: Snapshot, commitments: dict[str, str], findings: Findings
) -> None:
    """Check every passage's proof; statements without one are named as not checked."""
    record = load_json(read_whole(bundle, PASSAGE_PROOFS), PASSAGE_PROOFS, PASSAGES_FORMAT)
    rows = list_of(record, "passages", PASSAGE_PROOFS)
    held = set()
    for row in rows:
        name = text_of(row, "statement", PASSAGE_PROOFS)
        try:
            _check_passage(row, f"{PASSAGE_PROOFS}, {name}", log, snapshot, commitments)
            held.add(name)
        except BrokenError as error:
            findings.faults.append(error.fault)
    findings.checked.append(f"{len(held)} passages stood in the texts committed to the log")
    without = [name for name in snapshot.statements if name not in held]
    if without:
        names = ", ".join(without[:_NAMED]) + (" and others" if len(without) > _NAMED else "")
        findings.not_checked.append(f"passages without a proof, {len(without)} in all: {names}")


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
    first, words = _joined(list_of(row, "leaves", where), root, number_of(row, "size", where), where)
    start, end = number_of(row, "start", where), number_of(row, "end", where)
    stands = words[start - first : end - first] if start >= first else ""
    if not quote or stands != quote:
        raise BrokenError("wrong-passage", where, stands[:80], quote[:80])


def _check_statement(row: dict[str, Any], where: str, quote: str, item: str, snapshot: Snapshot) -> None:
    statement = snapshot.statements.get(str(row["statement"]))
    if statement is None:
        raise BrokenError("evidence-disagrees", where, "a statement that the snapshot does not know", EVIDENCE)
    passage = statement["passage"]
    got = (statement.get("item"), passage.get("text"), passage.get("quote"))
    expected = (item, text_of(row, "text", where), quote)
    if got != expected:
        raise BrokenError("evidence-disagrees", where, repr(got)[:120], repr(expected)[:120])


def _joined(leaves: list[Any], root: bytes, size: int, where: str) -> tuple[int, str]:
    """Return where the first leaf starts, and the words of all leaves, each proved and following the one before."""
    first, words, next_index = 0, "", -1
    for leaf in leaves:
        index, start, text = (
            number_of(leaf, "index", where),
            number_of(leaf, "start", where),
            text_of(leaf, "text", where),
        )
        if next_index < 0:
            first, next_index = start, index
        if (index, start) != (next_index, first + len(words)):
            raise BrokenError(
                "wrong-proof", where, f"leaf {index} at {start}", f"leaf {next_index} at {first + len(words)}"
            )
        data = hash_of(leaf, "salt", where) + b"%d\n" % start + text.encode("utf-8", "surrogatepass")
        reached = root_reached(tree_leaf(data), index, size, path_of(leaf, where), where)
        if reached != root:
            raise BrokenError("wrong-passage", f"{where}, leaf {index}", reached.hex(), root.hex())
        words += text
        next_index += 1
    return first, words
