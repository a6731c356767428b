import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.custody.commitments import LEAF_LENGTH, commit, commit_passages, leaf_spans
from witnessmark.custody.errors import CustodyError
from witnessmark.custody.merkle import leaf_hash, verify_inclusion

TEXT = (
    "Head line\n\nShe said: “No.” They came at night.\r\nقال الشاهد. لم يأت أحد؟ نعم\n他们来了。我们走！\n" + "x" * 1000
)


def salts(index):
    return index.to_bytes(32)


def test_a_commitment_is_the_sha256_that_sha256sum_computes():
    salt, payload = b"\x07" * 32, b"payload"
    data = b"witnessmark/commitment/v1\0item\0" + salt + payload
    done = subprocess.run(["sha256sum"], input=data, capture_output=True, check=True)
    assert commit("item", payload, salt).hex() == done.stdout.split()[0].decode()


def test_kind_salt_and_payload_each_change_the_commitment():
    made = {
        commit("item", b"a", b"\0" * 32), commit("actor", b"a", b"\0" * 32),
        commit("item", b"b", b"\0" * 32), commit("item", b"a", b"\1" * 32),
    }  # fmt: skip
    assert len(made) == 4


@pytest.mark.parametrize(("kind", "salt"), [("item", b"short"), ("", b"\0" * 32), ("a\0b", b"\0" * 32)])
def test_a_short_salt_or_an_ambiguous_kind_is_refused(kind, salt):
    with pytest.raises(CustodyError):
        commit(kind, b"", salt)


@given(st.text(max_size=2000))
def test_leaves_cover_any_text_exactly_and_none_is_long(text):
    spans = leaf_spans(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= LEAF_LENGTH for start, end in spans)


def test_leaves_end_at_lines_and_sentences():
    first = [TEXT[start:end] for start, end in leaf_spans(TEXT)][:8]
    assert first == [
        "Head line\n\n", "She said: “No.” ", "They came at night.\r\n", "قال الشاهد. ", "لم يأت أحد؟ ", "نعم\n",
        "他们来了。", "我们走！",
    ]  # fmt: skip


@given(st.text(min_size=1, max_size=900), st.data())
def test_any_span_is_held_by_the_leaves_that_cover_it_and_each_is_proved(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    tree = commit_passages(text.encode("utf-8", "replace").decode(), salts)
    covering = tree.covering(start, end)
    words = "".join(tree.content[slice(*tree.spans[index])] for index in covering)
    first = tree.spans[covering[0]][0]
    assert words[start - first : end - first] == tree.content[start:end]
    for index in covering:
        verify_inclusion(leaf_hash(tree.leaf(index)), index, len(tree.spans), tree.proof(index), tree.root)


def test_the_same_salts_make_the_same_root_and_other_salts_another():
    assert commit_passages(TEXT, salts).root == commit_passages(TEXT, salts).root
    assert commit_passages(TEXT, salts).root != commit_passages(TEXT, lambda index: (index + 1).to_bytes(32)).root


def test_an_empty_text_has_no_leaves_and_the_root_of_nothing():
    assert commit_passages("", salts).spans == ()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (0, 10**6)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(CustodyError):
        commit_passages(TEXT, salts).covering(start, end)


def test_salts_and_words_do_not_show_in_the_form_for_people():
    assert "night" not in repr(commit_passages(TEXT, salts))
