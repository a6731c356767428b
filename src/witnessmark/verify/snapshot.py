"""evidence.json as far as it can be held against the rest of the bundle."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import list_of, load_json, number_of, text_of

EVIDENCE = "evidence.json"
EVIDENCE_FORMAT = "witnessmark-evidence/1"
#: Hex of a length that a digest has, from MD5 to SHA-512.
_DIGEST = re.compile(
    r"(?:sha\d*[:-]?)?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})", re.IGNORECASE
)
_ID = re.compile(r"[A-Z]{1,2}[0-9]+")
#: What is published of an item's words; a digest may stand in them.
_WORDS = {"content", "quote", "prefix", "suffix"}


@dataclass(frozen=True)
class Snapshot:
    """Items, texts, statements and quantities of the public snapshot, by id."""

    items: dict[str, dict[str, Any]]
    texts: dict[str, dict[str, Any]]
    statements: dict[str, dict[str, Any]]
    quantities: dict[str, dict[str, Any]]


def check_snapshot(bundle: Bundle, listed: dict[str, str], findings: Findings) -> Snapshot:
    """Check the snapshot against itself: public, not empty, ids once, digests, quotes at their places."""
    before = len(findings.faults)
    record = load_json(read_whole(bundle, EVIDENCE), EVIDENCE, EVIDENCE_FORMAT)
    if record.get("public") is not True:
        findings.add("not-public", EVIDENCE, repr(record.get("public")), "a snapshot marked public")
    snapshot = Snapshot(*(_by_id(record, name) for name in ("items", "texts", "statements", "quantities")))
    if not snapshot.items or not snapshot.texts:
        findings.add("empty", EVIDENCE, f"{len(snapshot.items)} items, {len(snapshot.texts)} texts", "evidence")
    for item in snapshot.items.values():
        for one in list_of(item, "collected", EVIDENCE) if "collected" in item else []:
            if not isinstance(one, dict):
                findings.add("wrong-field", f"{EVIDENCE}: item {item['id']}", repr(one)[:40], "records of collection")
    _check_speakers(record, snapshot, findings)
    _check_hashes(snapshot, set(listed.values()), findings)
    held = sum(_check_text(text, snapshot, findings) for text in snapshot.texts.values())
    quoted = sum(_check_quote(statement, snapshot, findings) for statement in snapshot.statements.values())
    findings.claim(f"{EVIDENCE}: {held} texts have their digest, {quoted} quotes stand at their place", before)
    return snapshot


def _by_id(record: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    rows = list_of(record, name, EVIDENCE) if name in record else []
    found = {text_of(row, "id", f"{EVIDENCE}: {name}"): row for row in rows}
    if len(found) != len(rows):
        raise BrokenError("wrong-field", f"{EVIDENCE}: {name}", "an id twice", "each id once")
    return found


def _check_hashes(snapshot: Snapshot, public: set[str], findings: Findings) -> None:
    """Find digests of bytes that are not in the bundle: anyone could confirm a guessed name with them."""
    hidden = {name for name, item in snapshot.items.items() if item.get("disclosure") != "public"}
    known = public | {str(text.get("sha256")) for text in snapshot.texts.values() if text.get("content")}
    for name in hidden:
        item = {key: value for key, value in snapshot.items[name].items() if key != "commitment"}
        _check_record(f"item {name}", item, set(), findings)
    for kind, records in (("text", snapshot.texts), ("statement", snapshot.statements)):
        for name, record in records.items():
            if record.get("item") in hidden:
                _check_record(f"{kind} {name}", record, known, findings)


def _check_speakers(record: dict[str, Any], snapshot: Snapshot, findings: Findings) -> None:
    """Find statements by somebody whom the snapshot does not know."""
    lists = [rows for rows in record.values() if isinstance(rows, list)]
    known = {str(row.get("id")) for rows in lists for row in rows if isinstance(row, dict)}
    for name, statement in snapshot.statements.items():
        speaker = str(statement.get("speaker", ""))
        if _ID.fullmatch(speaker) and speaker not in known:
            findings.add("evidence-disagrees", f"{EVIDENCE}: statement {name}", speaker, "a speaker who is in it")


def _check_record(where: str, record: dict[str, Any], known: set[str], findings: Findings) -> None:
    """Find digests and fingerprints anywhere in a record; its published words are left aside."""
    waiting: list[tuple[str, object]] = [("", record)]
    while waiting:
        name, value = waiting.pop()
        if name == "fingerprint" and value:
            findings.add("bare-hash", f"{EVIDENCE}: {where}", "a fingerprint", "none of what is not public")
        elif isinstance(value, dict):
            waiting += [(str(key), inner) for key, inner in value.items() if key not in _WORDS]
            waiting += [("", str(key)) for key in value]
        elif isinstance(value, list):
            waiting += [(name, inner) for inner in value]
        elif isinstance(value, str) and _DIGEST.fullmatch(value) and value not in known:
            findings.add("bare-hash", f"{EVIDENCE}: {where}", value[:80], "no digest of what is not in the bundle")


def _check_text(text: dict[str, Any], snapshot: Snapshot, findings: Findings) -> int:
    content, digest = text.get("content", ""), text.get("sha256", "")
    if text.get("item") not in snapshot.items:
        findings.add("evidence-disagrees", f"{EVIDENCE}: text {text['id']}", str(text.get("item"))[:80], "a known item")
    if not content or not digest:
        return 0
    got = sha256(str(content).encode("utf-8", "surrogatepass")).hexdigest()
    if got != digest:
        findings.add("evidence-disagrees", f"{EVIDENCE}: text {text['id']}", got, str(digest))
    return 1


def _check_quote(statement: dict[str, Any], snapshot: Snapshot, findings: Findings) -> int:
    where = f"{EVIDENCE}: statement {statement['id']}"
    passage = statement["passage"] if isinstance(statement.get("passage"), dict) else {}
    quote, text = text_of(passage, "quote", where), snapshot.texts.get(text_of(passage, "text", where), {})
    if statement.get("item") not in snapshot.items:
        findings.add("evidence-disagrees", where, str(statement.get("item"))[:80], "a known item")
    if bool(quote) == bool(statement.get("withheld")):
        got = "words, though withheld" if quote else "no words, and no reason"
        findings.add("evidence-disagrees", where, got, "words, or why they are withheld")
    if not quote:
        return 0
    if not text.get("content") or text.get("item") != statement.get("item"):
        got = f"text {str(passage.get('text'))[:40] or 'none'}"
        findings.add("evidence-disagrees", where, got, "a text of its item, with content")
        return 0
    start, end = number_of(passage, "start", where), number_of(passage, "end", where)
    stands = text_of(text, "content", where)[start:end]
    if stands != quote:
        findings.add("evidence-disagrees", where, stands[:80], quote[:80])
    return 1
