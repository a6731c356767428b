"""Items: each one of the snapshot is bound to the log, and public originals open their commitments."""

from hashlib import sha256
from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import hash_of, list_of, load_json, number_of, text_of
from witnessmark.verify.logproofs import ShownLog
from witnessmark.verify.snapshot import EVIDENCE, Snapshot

ITEM_PROOFS = "proofs/items.json"
ITEMS_FORMAT = "witnessmark-item-proofs/1"
_COMMITMENT = b"witnessmark/commitment/v1\0item\0"


def check_items(
    bundle: Bundle, listed: dict[str, str], log: ShownLog, snapshot: Snapshot, findings: Findings
) -> dict[str, str]:
    """Check every item's proof; return item id → commitment (hex) of those that hold."""
    rows = list_of(load_json(read_whole(bundle, ITEM_PROOFS), ITEM_PROOFS, ITEMS_FORMAT), "items", ITEM_PROOFS)
    found: dict[str, str] = {}
    for row in rows:
        name = text_of(row, "item", ITEM_PROOFS)
        if name in found:
            findings.add("wrong-field", ITEM_PROOFS, f"{name} twice", "each item once")
        try:
            _check_item(row, f"{ITEM_PROOFS}, {name}", snapshot.items.get(name), log)
            _check_original(row, f"{ITEM_PROOFS}, {name}", snapshot.items[name], listed, bundle.files)
            found[name] = text_of(row, "commitment", ITEM_PROOFS)
        except BrokenError as error:
            findings.faults.append(error.fault)
    proved = {row.get("item") for row in rows}
    for name in sorted(set(snapshot.items) - proved):
        findings.add("missing-proof", f"{EVIDENCE}: item {name}", "no row", f"a row in {ITEM_PROOFS}")
    _check_copies(bundle, rows, snapshot, findings)
    _check_named(listed, rows, snapshot, findings)
    opened = sum(1 for row in rows if row.get("file") and row["item"] in found)
    findings.checked.append(f"{len(found)} items are in the log; {opened} public originals open their commitments")
    return found


def _check_item(row: dict[str, Any], where: str, item: dict[str, Any] | None, log: ShownLog) -> None:
    if item is None:
        raise BrokenError(
            "evidence-disagrees", where, "an item that the snapshot does not know", f"items of {EVIDENCE}"
        )
    commitment = hash_of(row, "commitment", where).hex()
    if item.get("commitment") != commitment:
        raise BrokenError("evidence-disagrees", where, commitment, str(item.get("commitment")))
    logged = log.event(number_of(row, "entry", where), where).get("item")
    if logged != commitment:
        raise BrokenError("wrong-proof", where, str(logged)[:70], commitment)


def _check_original(
    row: dict[str, Any], where: str, item: dict[str, Any], listed: dict[str, str], sizes: dict[str, int]
) -> None:
    path, copy = text_of(row, "file", where), text_of(row, "copy", where)
    if copy and copy not in listed:
        raise BrokenError("missing", f"{where}: copy", copy, "a listed file")
    if not path:
        if item.get("sha256") or item.get("disclosure") == "public":
            raise BrokenError("evidence-disagrees", where, "no original", "an original, or an item without digest")
        return
    if path not in listed:
        raise BrokenError("missing", f"{where}: file", path, "a listed file")
    if (item.get("disclosure"), item.get("sha256")) != ("public", listed[path]):
        got = f"{item.get('disclosure')}, {item.get('sha256')}"
        raise BrokenError("evidence-disagrees", f"{EVIDENCE}: item {row['item']}", got, f"public, {listed[path]}")
    if path in sizes and item.get("size") != sizes[path]:
        raise BrokenError(
            "evidence-disagrees", f"{EVIDENCE}: item {row['item']}", str(item.get("size")), str(sizes[path])
        )
    opened = sha256(_COMMITMENT + hash_of(row, "salt", where) + bytes.fromhex(listed[path])).hexdigest()
    if opened != row["commitment"]:
        raise BrokenError("wrong-commitment", where, opened, row["commitment"])


def _check_copies(bundle: Bundle, rows: list[dict[str, Any]], snapshot: Snapshot, findings: Findings) -> None:
    """Check redacted copies: an extract holds the texts of its item; what pixels show, no program here can read."""
    pixels = []
    for row in rows:
        path, item = text_of(row, "copy", ITEM_PROOFS), snapshot.items.get(str(row.get("item")), {})
        if not path or path not in bundle.files:
            continue
        if item.get("disclosure") != "redacted" or item.get("size") != bundle.files[path]:
            got = f"{item.get('disclosure')}, {bundle.files[path]} bytes"
            findings.add("evidence-disagrees", path, got, f"redacted, {item.get('size')} bytes")
        if not path.endswith(".txt"):
            pixels.append(path)
            continue
        texts = [snapshot.texts[name] for name in item.get("texts", []) if name in snapshot.texts]
        words = "\n\n".join(str(text["content"]) for text in texts if text.get("content"))
        if read_whole(bundle, path) != words.encode("utf-8", "surrogatepass"):
            findings.add("evidence-disagrees", path, "other words", f"the texts of item {row['item']} in {EVIDENCE}")
    if pixels:
        findings.not_checked.append(
            f"what redacted copies show: {', '.join(sorted(pixels)[:10])} ({len(pixels)} in all)"
        )


def _check_named(listed: dict[str, str], rows: list[dict[str, Any]], snapshot: Snapshot, findings: Findings) -> None:
    """Find files of evidence and pages of passages that belong to no item."""
    named = {row.get(kind) for row in rows for kind in ("file", "copy")} | {
        f"passages/{name}.html" for name in snapshot.items
    }
    for path in listed:
        if path.startswith(("evidence/", "passages/")) and path not in named:
            findings.add(
                "extra", ascii(path), "a file of no item", f"files that {ITEM_PROOFS} names, a page for each item"
            )
    files = [row.get(kind) for row in rows for kind in ("file", "copy") if row.get(kind)]
    if len(set(files)) != len(files):
        findings.add("wrong-field", ITEM_PROOFS, "a file of two items", "each file once")
