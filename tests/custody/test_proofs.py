import json
import subprocess
from hashlib import sha256

import pytest

from witnessmark.custody.checkpoint import verify_checkpoint
from witnessmark.custody.commitments import commit, commit_passages
from witnessmark.custody.errors import ProofError
from witnessmark.custody.log import Log, MemoryStorage, event
from witnessmark.custody.merkle import leaf_hash, verify_inclusion
from witnessmark.custody.note import NoteVerifier
from witnessmark.custody.proofs import ItemProof, log_proof, passage_proof, policy_json, to_json

AT = "2031-05-02T14:00:00+03:00"
TEXT = "First sentence. “Three men, не 2,” he said. Last sentence.\n"


def test_a_log_proof_holds_in_the_hands_of_somebody_who_has_only_the_json(log_key):
    log = Log(MemoryStorage())
    log.extend([event("collected", AT, item=bytes([number])) for number in range(9)])
    told = json.loads(to_json(log_proof(log, log_key, [7, 2, 7])))
    head = verify_checkpoint(told["checkpoint"], NoteVerifier.parse(told["vkey"]))
    assert [entry["index"] for entry in told["entries"]] == [2, 7]
    for entry in told["entries"]:
        path = [bytes.fromhex(hashed) for hashed in entry["path"]]
        verify_inclusion(leaf_hash(entry["leaf"].encode()), entry["index"], head.size, path, head.root)


def test_a_passage_proof_shows_the_words_and_leads_to_the_root():
    tree = commit_passages(TEXT, lambda index: bytes([index]) * 32)
    start = TEXT.index("“Three")
    proof = passage_proof(tree, start, start + 24, statement="S1", item="E1", text="T1", entry=3)
    (row,) = json.loads(to_json([proof]))["passages"]
    assert row["quote"] in "".join(leaf["text"] for leaf in row["leaves"])
    assert "First sentence" not in json.dumps(row)
    for leaf in row["leaves"]:
        data = bytes.fromhex(leaf["salt"]) + leaf["text"].encode()
        path = [bytes.fromhex(hashed) for hashed in leaf["path"]]
        verify_inclusion(leaf_hash(data), leaf["index"], row["size"], path, bytes.fromhex(row["root"]))


@pytest.mark.parametrize("before", ["He said. ", "Anvar said. ", "Somebody with a far longer name said. "])
def test_a_passage_proof_tells_nothing_of_how_long_the_words_before_it_are(before):
    tree = commit_passages(before + TEXT.removeprefix("First sentence. "), lambda index: bytes([index]) * 32)
    start = tree.content.index("Three")
    told = json.loads(to_json([passage_proof(tree, start, start + 5, statement="S1", item="E1", text="T1", entry=3)]))
    (row,) = told["passages"]
    assert (row["start"], row["end"], row["quote"]) == (1, 6, "Three")
    (leaf,) = row["leaves"]
    assert sorted(leaf) == ["index", "path", "salt", "text"]
    done = subprocess.run(
        ["sha256sum"], input=b"\0" + bytes([1]) * 32 + leaf["text"].encode(), capture_output=True, check=True
    )
    path = [bytes.fromhex(hashed) for hashed in leaf["path"]]
    hashed = bytes.fromhex(done.stdout.split()[0].decode())
    verify_inclusion(hashed, leaf["index"], row["size"], path, bytes.fromhex(row["root"]))


def test_an_item_proof_keeps_its_fields():
    proof = ItemProof(item="E1", commitment=commit("item", bytes(32), bytes(32)).hex(), entry=0)
    (row,) = json.loads(to_json([proof]))["items"]
    assert row == {"item": "E1", "commitment": proof.commitment, "entry": 0, "file": "", "salt": "", "copy": ""}


def test_proofs_of_two_kinds_or_of_none_do_not_share_a_file():
    with pytest.raises(ProofError):
        to_json([])
    assert json.loads(to_json([], kind="items"))["items"] == []


def test_a_policy_lists_the_seal_sorted_and_certificates_by_digest():
    told = json.loads(policy_json(seal=["b", "a"], release_key="RW", log_vkey="v", tsa_certificates=[b"der"]))
    assert told["seal"] == ["a", "b"]
    assert told["tsa"] == [sha256(b"der").hexdigest()]
