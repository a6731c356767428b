"""evidence.json as far as it can be held against the rest of the bundle."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import list_of, load_json, number_of, text_of

EVIDENCE = "evidence.json"
EVIDENCE_FORMAT = "witnessmark-evidence/1"


@dataclass(frozen=True)
class Snapshot:
    """Items, texts and statements of the public snapshot, by id."""

    items: dict[str, dict[str, Any]]
    texts: dict[str, dict[str, Any]]
    statements: dict[str, dict[str, Any]]


def check_snapshot(bundle: Bundle, listed: dict[str, str], findings: Findings) -> Snapshot:
    """Check the snapshot against itself: public, ids once, digests, quotes at their places."""
    before = len(findings.faults)
    record = load_json(read_whole(bundle, EVIDENCE), EVIDENCE, EVIDENCE_FORMAT)
    if record.get("public") is not True:
        findings.add("not-public", EVIDENCE, repr(record.get("public")), "a snapshot marked public")
    snapshot = Snapshot(*(_by_id(record, name) for name in ("items", "texts", "statements")))
    for item in snapshot.items.values():
        _check_hashes(item, snapshot, set(listed.values()), findings)
    held = sum(_check_text(text, findings) for text in snapshot.texts.values())
    quoted = sum(_check_quote(statement, snapshot, findings) for statement in snapshot.statements.values())
    findings.claim(f"{EVIDENCE}: {held} texts have their digest, {quoted} quotes stand at their place", before)
    return snapshot


def _by_id(record: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    rows = list_of(record, name, EVIDENCE) if name in record else []
    found = {text_of(row, "id", f"{EVIDENCE}: {name}"): row for row in rows}
    if len(found) != len(rows):
        raise BrokenError("wrong-field", f"{EVIDENCE}: {name}", "an id twice", "each id once")
    return found


def _check_hashes(item: dict[str, Any], snapshot: Snapshot, public: set[str], findings: Findings) -> None:
    """Find digests of bytes that are not in the bundle: anyone could confirm a guessed name with them."""
    if item.get("disclosure") == "public":
        return
    texts = [text for text in snapshot.texts.values() if text.get("item") == item["id"]]
    known = public | {str(text.get("sha256")) for text in texts if text.get("content")}
    told = [(f"item {item['id']}", item.get("sha256"))]
    told += [(f"item {item['id']}: collected", record.get("sha256")) for record in item.get("collected", [])]
    told += [(f"text {text['id']}", text.get(name)) for text in texts for name in ("sha256", "input_sha256")]
    for where, digest in told:
        if digest and digest not in known:
            findings.add("bare-hash", f"{EVIDENCE}: {where}", str(digest), "no digest of what is not in the bundle")


def _check_text(text: dict[str, Any], findings: Findings) -> int:
    content, digest = text.get("content", ""), text.get("sha256", "")
    if not content or not digest:
        return 0
    got = sha256(str(content).encode("utf-8", "surrogatepass")).hexdigest()
    if got != digest:
        findings.add("evidence-disagrees", f"{EVIDENCE}: text {text['id']}", got, str(digest))
    return 1


def _check_quote(statement: dict[str, Any], snapshot: Snapshot, findings: Findings) -> int:
    where = f"{EVIDENCE}: statement {statement['id']}"
    passage = statement.get("passage")
    text = snapshot.texts.get(text_of(passage, "text", where))
    if text is None or not text.get("content"):
        return 0
    start, end = number_of(passage, "start", where), number_of(passage, "end", where)
    quote, stands = text_of(passage, "quote", where), text_of(text, "content", where)[start:end]
    if quote and stands != quote:
        findings.add("evidence-disagrees", where, stands[:80], quote[:80])
    return 1
