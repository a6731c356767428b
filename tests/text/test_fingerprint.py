from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.fingerprint import fingerprint, sequence_overlap, similarity

WORDS = [f"word{i}" for i in range(400)]


def test_a_text_is_like_itself_and_unlike_another():
    one = fingerprint(" ".join(WORDS[:200]))
    assert similarity(one, fingerprint(" ".join(WORDS[:200]))) == 1.0
    assert similarity(one, fingerprint(" ".join(WORDS[200:]))) == 0.0


def test_similarity_is_near_the_true_jaccard_index():
    one, other = WORDS[:300], WORDS[100:400]
    shingles = [{tuple(words[i : i + 5]) for i in range(len(words) - 4)} for words in (one, other)]
    true = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    assert abs(similarity(fingerprint(" ".join(one)), fingerprint(" ".join(other))) - true) < 0.2


def test_an_empty_text_is_like_nothing():
    assert similarity(fingerprint(""), fingerprint("")) == 0.0


def test_a_fingerprint_holds_no_words():
    one = fingerprint("secret words of a witness", quotations=["I saw it"], numbers=["1,114"], names=["Ma'mun"])
    shown = repr(one)
    assert not any(word in shown for word in ("secret", "saw", "1,114", "114", "mun"))
    assert one.numbers == (blake2b(b"1114", digest_size=8).hexdigest(),)
    assert len(fingerprint(" ".join(WORDS)).shingles) == 64


def test_a_reworded_copy_is_found_by_its_sequences():
    facts = {
        "quotations": ["a big lie", "never again", "no comment"],
        "numbers": ["114", "2,310"],
        "names": ["Zhang Jun", "Smith"],
    }
    one = fingerprint("The ministry spoke on Monday about it all.", **facts)
    facts["quotations"] = ["a BIG lie", "no comment"]
    facts["names"] = ["ZHANG Jun", "Smith", "Doe"]
    other = fingerprint("Quite different words were chosen by this agency.", **facts)
    assert similarity(one, other) == 0.0
    assert sequence_overlap(one, other) == {"quotations": 1.0, "numbers": 1.0, "names": 1.0}


def test_another_order_is_another_sequence():
    one, other = fingerprint("", numbers=["1", "2", "3", "4"]), fingerprint("", numbers=["4", "3", "2", "1"])
    assert sequence_overlap(one, other)["numbers"] == 0.25
    assert sequence_overlap(one, other)["names"] == 0.0


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_the_overlap_is_the_longest_common_subsequence(first, second):
    """Against the table that every textbook has."""
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
    expected = table[-1][-1] / min(len(first), len(second)) if first and second else 0.0
    assert sequence_overlap(fingerprint("", names=first), fingerprint("", names=second))["names"] == expected
