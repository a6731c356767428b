import os
import subprocess
from hashlib import sha256

import pytest

EVIDENCE, ITEMS, PASSAGES = "evidence.json", "proofs/items.json", "proofs/passages.json"
GUESS = sha256(b"guess").hexdigest()


@pytest.fixture
def redacted(bench):
    """Turn item E1 into a redacted one whose extract is published, sealed anew by the key's holder."""
    content = (bench.folder / "evidence" / "E1.txt").read_text(encoding="utf-8")

    def item(record):
        record["items"][0] = {**record["items"][0], "disclosure": "redacted"}
        del record["items"][0]["sha256"]

    bench.edit_json(EVIDENCE, item)
    bench.edit_json(ITEMS, lambda record: record["items"][0].update(file="", salt="", copy="evidence/E1.txt"))
    bench.edit_json(PASSAGES, lambda record: record.update(passages=record["passages"][3:]))
    bench.resealed()
    return content


def lied(bench, path, change):
    bench.edit_json(path, change)
    bench.resealed()
    code, faults = bench.faults()
    assert code == 1
    return faults


def test_a_redacted_extract_that_holds_the_text_of_its_item_holds_and_its_passages_are_not_checked(bench, redacted):
    code, told = bench.verdict()
    assert (code, told["faults"]) == (0, [])
    assert any("not public in full" in line and "S1, S2, S3" in line for line in told["not_checked"])


def test_a_redacted_extract_with_other_words_is_found(bench, redacted):
    words = redacted.replace("saw 3", "saw 9")
    (bench.folder / "evidence" / "E1.txt").write_text(words, encoding="utf-8")
    bench.resealed()
    assert ("evidence-disagrees", "evidence/E1.txt") in bench.faults()[1]


def test_a_proof_of_a_passage_of_a_redacted_item_is_refused_because_it_tells_how_much_is_gone(bench, sample, redacted):
    rows = (sample.folder / PASSAGES).read_text(encoding="utf-8")
    (bench.folder / PASSAGES).write_text(rows, encoding="utf-8")
    bench.resealed()
    assert ("not-public", f"{PASSAGES}, S1") in bench.faults()[1]


@pytest.mark.parametrize("fields", [
    {"fingerprint": {"names": ["ab12"]}}, {"collected": [{"screenshot": GUESS}]}, {"more": {"deep": [[GUESS.upper()]]}},
    {"more": GUESS[:32]}, {"more": GUESS[:40]}, {"more": GUESS * 2}, {"more": f"sha256:{GUESS}"}, {"more": {GUESS: 1}},
])  # fmt: skip
def test_a_digest_or_fingerprint_anywhere_in_the_record_of_what_is_not_public_is_found(bench, fields):
    faults = lied(bench, EVIDENCE, lambda record: record["items"][2].update(fields))
    assert ("bare-hash", f"{EVIDENCE}: item E3") in faults


def test_a_digest_beside_a_statement_or_text_of_what_is_not_public_is_found(bench, redacted):
    def change(record):
        record["statements"][0]["cue"] = GUESS
        record["texts"][0]["more"] = GUESS

    faults = lied(bench, EVIDENCE, change)
    assert {("bare-hash", f"{EVIDENCE}: statement S1"), ("bare-hash", f"{EVIDENCE}: text T1")} <= set(faults)


@pytest.mark.parametrize("names", [("items", "texts", "statements"), ("texts",)])
def test_an_empty_snapshot_is_no_release(bench, names):
    assert ("empty", EVIDENCE) in lied(bench, EVIDENCE, lambda record: record.update({name: [] for name in names}))


@pytest.mark.parametrize("change", [
    lambda record: record["texts"][0].pop("content"), lambda record: record["statements"][0].update(withheld="x"),
    lambda record: record["statements"][0]["passage"].update(text=""), lambda record: record["statements"][0]["passage"].update(quote=""),
    lambda record: record["statements"][0]["passage"].update(text="T2"), lambda record: record["statements"][0].update(item="E9"),
])  # fmt: skip
def test_a_statement_whose_words_stand_nowhere_or_that_is_withheld_and_told_is_found(bench, change):
    assert ("evidence-disagrees", f"{EVIDENCE}: statement S1") in lied(bench, EVIDENCE, change)


def test_a_speaker_whom_the_snapshot_does_not_know_is_found(bench):
    faults = lied(bench, EVIDENCE, lambda record: record["statements"][0].update(speaker="O99"))
    assert faults == [("evidence-disagrees", f"{EVIDENCE}: statement S1")]


@pytest.mark.parametrize("value", ["x", 5, [1], None])
def test_records_of_collection_in_another_form_are_a_fault(bench, value):
    assert "wrong-field" in {
        code for code, _ in lied(bench, EVIDENCE, lambda record: record["items"][0].update(collected=value))
    }


def test_a_text_of_no_item_is_found(bench):
    faults = lied(bench, EVIDENCE, lambda record: record["texts"][0].update(item="../index"))
    assert ("evidence-disagrees", f"{EVIDENCE}: text T1") in faults


def test_a_row_of_proofs_that_stands_twice_is_found(bench):
    faults = lied(bench, PASSAGES, lambda record: record["passages"].append(record["passages"][0]))
    assert faults == [("wrong-field", PASSAGES)]


def test_a_file_that_two_items_claim_is_found(bench):
    faults = lied(bench, ITEMS, lambda record: record["items"][1].update(copy="evidence/E1.txt"))
    assert ("wrong-field", ITEMS) in faults


def test_cited_passages_without_proof_are_named_first(bench):
    bench.edit_json(PASSAGES, lambda record: record.update(passages=[]))
    index = bench.folder / "index.html"
    lines = [line for line in index.read_text(encoding="utf-8").splitlines(keepends=True) if ">S2 in" not in line]
    index.write_text("".join(lines), encoding="utf-8")
    bench.resealed()
    code, told = bench.verdict()
    assert code == 0
    assert told["not_checked"][0] == "passages cited in the report without a proof, 5 in all: S1, S3, S4, S5, S6"
    assert told["not_checked"][1] == "other passages without a proof, 1 in all: S2"


def test_folders_without_end_are_a_fault_and_are_not_walked(bench):
    here = os.open(bench.folder, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("a", dir_fd=here)
        deeper = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    code, faults = bench.faults()
    subprocess.run(["rm", "-rf", str(bench.folder / "a")], check=True)  # too deep for the tidying of the test runner
    assert code == 1
    assert [fault for fault, _ in faults] == ["unsafe-name"]
    assert len(faults[0][1]) < 300


def test_a_folder_under_a_name_that_may_not_be_is_not_walked(bench):
    (bench.folder / "a b" / "c d").mkdir(parents=True)
    assert bench.faults() == (1, [("unsafe-name", "'a b'")])
