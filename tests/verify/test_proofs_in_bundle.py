import json
from hashlib import sha256

import pytest

ITEMS, PASSAGES, LOG, EVIDENCE = "proofs/items.json", "proofs/passages.json", "proofs/log.json", "evidence.json"


def lied(bench, path, change):
    """Return the faults after the signer himself changed a file and sealed anew."""
    bench.edit_json(path, change)
    bench.resealed()
    code, faults = bench.faults()
    assert code == 1
    return faults


def set_at(keys, value):
    def change(record):
        for key in keys[:-1]:
            record = record[key]
        record[keys[-1]] = value

    return change


@pytest.mark.parametrize(("path", "keys", "value", "code"), [
    (LOG, ("entries", 0, "leaf"), '{"item":"x"}', "wrong-proof"),
    (LOG, ("entries", 0, "path"), [], "wrong-proof"),
    (LOG, ("entries", 0, "path"), ["0" * 64] * 9, "wrong-proof"),
    (LOG, ("entries", 0, "path"), ["zz"], "wrong-field"),
    (LOG, ("entries", 1, "index"), 0, "non-canonical"),
    (LOG, ("entries", 0, "index"), -1, "wrong-field"),
    (LOG, ("entries", 0, "index"), True, "wrong-field"),
    (LOG, ("checkpoint",), "x", "non-canonical"),
    (LOG, ("vkey",), "x+y+z", "wrong-signer"),
    (LOG, ("format",), "other", "wrong-format"),
    (ITEMS, ("items", 0, "salt"), "0" * 64, "wrong-commitment"),
    (ITEMS, ("items", 0, "entry"), 2, "wrong-proof"),
    (ITEMS, ("items", 0, "entry"), 99, "wrong-proof"),
    (ITEMS, ("items", 0, "commitment"), "0" * 64, "evidence-disagrees"),
    (ITEMS, ("items", 0, "file"), "evidence/E2.txt", "evidence-disagrees"),
    (ITEMS, ("items", 0, "file"), "evidence/none.txt", "missing"),
    (ITEMS, ("items", 0, "file"), "", "evidence-disagrees"),
    (ITEMS, ("items", 2, "copy"), "evidence/none.txt", "missing"),
    (ITEMS, ("items", 0, "item"), "E99", "evidence-disagrees"),
    (ITEMS, ("items",), [], "missing-proof"),
    (ITEMS, ("items",), {}, "wrong-field"),
    (PASSAGES, ("passages", 0, "quote"), "Witness 1-0 saw 9 lorries", "evidence-disagrees"),
    (PASSAGES, ("passages", 0, "start"), 1, "wrong-passage"),
    (PASSAGES, ("passages", 0, "root"), "0" * 64, "wrong-proof"),
    (PASSAGES, ("passages", 0, "entry"), 0, "wrong-proof"),
    (PASSAGES, ("passages", 0, "statement"), "S99", "evidence-disagrees"),
    (PASSAGES, ("passages", 0, "item"), "E2", "evidence-disagrees"),
    (PASSAGES, ("passages", 0, "leaves"), [], "wrong-passage"),
    (PASSAGES, ("passages", 0, "leaves", 0, "text"), "Witness 1-0 “saw 9 lorries” at the gate", "wrong-passage"),
    (PASSAGES, ("passages", 0, "leaves", 0, "salt"), "0" * 64, "wrong-passage"),
    (PASSAGES, ("passages", 0, "leaves", 0, "index"), 1, "wrong-passage"),
    (PASSAGES, ("passages", 0, "leaves", 0, "start"), 5, "wrong-field"),
    (PASSAGES, ("passages", 0, "size"), 1, None),
    (EVIDENCE, ("public",), False, "not-public"),
    (EVIDENCE, ("texts", 0, "content"), "other", "evidence-disagrees"),
    (EVIDENCE, ("statements", 0, "passage", "start"), 3, "evidence-disagrees"),
    (EVIDENCE, ("statements", 0, "passage", "quote"), "other words", "evidence-disagrees"),
    (EVIDENCE, ("statements", 0, "item"), "E2", "evidence-disagrees"),
    (EVIDENCE, ("items", 0, "sha256"), "0" * 64, "evidence-disagrees"),
    (EVIDENCE, ("items", 0, "size"), 1, "evidence-disagrees"),
    (EVIDENCE, ("items", 0, "commitment"), "0" * 64, "evidence-disagrees"),
    (EVIDENCE, ("items", 0, "disclosure"), "redacted", "evidence-disagrees"),
    (EVIDENCE, ("items", 2, "sha256"), sha256(b"guess").hexdigest(), "evidence-disagrees"),
    (EVIDENCE, ("items", 2, "disclosure"), "public", "evidence-disagrees"),
    (EVIDENCE, ("items", 2, "sha256"), sha256(b"guess").hexdigest(), "bare-hash"),
    (EVIDENCE, ("items", 2, "collected"), [{"sha256": sha256(b"guess").hexdigest()}], "bare-hash"),
    (EVIDENCE, ("texts",), [{"id": "T1", "item": "E3", "input_sha256": "0" * 64}], "bare-hash"),
    (EVIDENCE, ("texts",), [{"id": "T1", "item": "E3", "content": "x", "sha256": sha256(b"x").hexdigest(), "input_sha256": "0" * 64}], "bare-hash"),
    (EVIDENCE, ("items", 0, "id"), "E2", "wrong-field"),
    (EVIDENCE, ("statements",), [7], "wrong-field"),
    (EVIDENCE, ("statements", 0, "passage"), None, "wrong-field"),
    ("proofs/policy.json", ("seal",), "all", "wrong-field"),
    ("proofs/policy.json", ("release_key",), "RWQ=", "wrong-key-form"),
    ("proofs/policy.json", ("log_key",), "other", "wrong-signer"),
    ("proofs/policy.json", ("tsa",), [], "foreign-stamp"),
])  # fmt: skip
def test_a_signer_who_lies_in_one_field_is_found(bench, path, keys, value, code):
    faults = lied(bench, path, set_at(keys, value))
    if code is not None:
        assert code in {fault for fault, _ in faults}


def test_a_passage_that_ends_elsewhere_than_its_quote_is_found(bench):
    def change(record):
        record["passages"][0]["end"] -= 1

    assert ("wrong-passage", "proofs/passages.json, S1") in lied(bench, PASSAGES, change)


def test_leaves_that_leave_a_gap_are_refused(bench):
    def change(record):
        leaf = dict(record["passages"][0]["leaves"][-1])
        record["passages"][0]["leaves"].append(leaf | {"index": leaf["index"] + 2})

    assert ("wrong-proof", "proofs/passages.json, S1") in lied(bench, PASSAGES, change)


def test_a_statement_without_proof_is_named_as_not_checked(bench):
    bench.edit_json(PASSAGES, lambda record: record["passages"].pop(0))
    bench.resealed()
    code, told = bench.verdict()
    assert code == 0
    assert any("S1" in line and "without a proof" in line for line in told["not_checked"])


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"format": "witnessmark-item-proofs/1", "format": "x"}', "\ufeff{}", '{"a": NaN}', "[" * 100_000],
)
def test_a_proof_file_that_is_no_such_json_is_a_fault(bench, text):
    (bench.folder / ITEMS).write_text(text, encoding="utf-8")
    bench.resealed()
    code, told = bench.verdict()
    assert code == 1
    assert told["faults"][0]["where"] == ITEMS


def test_the_log_can_be_stamped_too(bench, verify_authority):
    from witnessmark.custody.timestamps import request

    note = json.loads((bench.folder / LOG).read_text(encoding="utf-8"))["checkpoint"]
    stamp = verify_authority.answer(request(sha256(note.encode()).digest()))
    (bench.folder / "proofs" / "tsa" / "checkpoint.tsr").write_bytes(stamp)
    bench.resealed()
    code, told = bench.verdict()
    assert code == 0
    assert any(line.startswith("proofs/tsa/checkpoint.tsr") for line in told["checked"])
