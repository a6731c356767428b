"""The learned tagger: windows, decoding, and statements that the rules of grammar cannot see."""

import hashlib
import json
from importlib import resources
from itertools import pairwise

import numpy as np
import pytest

from witnessmark.reading import read
from witnessmark.reading.tagger import english_tagger
from witnessmark.reading.tagger_pieces import WINDOW, into_pieces, into_windows
from witnessmark.reading.tagger_roles import CONTENT, SOURCE, best_paths, buckets, runs

MODEL = resources.files("witnessmark.reading") / "model"


def test_the_model_is_the_one_that_its_card_describes():
    card = (MODEL / "CARD.md").read_text(encoding="utf-8")
    for name in ("tagger.onnx", "roles.npz", "tokenizer.json", "settings.json"):
        digest = hashlib.sha256((MODEL / name).read_bytes()).hexdigest()
        assert f"{digest}  {name}" in card, name
    assert isinstance(json.loads((MODEL / "settings.json").read_text(encoding="utf-8"))["bias"], float)


def test_pieces_keep_their_places_in_the_text_whatever_stands_in_it():
    text = "Él dijo: “No.”\n😀 \ud800 Said\u200b the MINISTER, “it’s not so”. 他说"
    for pieces in into_pieces(english_tagger().tokenizer, text, [(0, 14), (15, len(text))]):
        assert (pieces.starts < pieces.ends).all()
        assert (np.diff(pieces.starts) >= 0).all()
    whole = into_pieces(english_tagger().tokenizer, text, [(15, len(text))])[0]
    found = [text[start:end] for start, end in zip(whole.starts, whole.ends, strict=True)]
    assert "MINISTER" in found
    assert found[-1] == "说"


def test_a_paragraph_longer_than_a_window_is_cut_at_a_sentence():
    text = "The ministry said that nothing had happened there. " * 60
    parts = into_pieces(english_tagger().tokenizer, text, [(0, len(text))])
    assert max(len(part.ids) for part in parts) <= WINDOW - 2
    assert all(text[part.ends[-1] - 1] == "." for part in parts)
    assert sum(len(part.ids) for part in parts) == sum(
        len(each.ids) for each in into_pieces(english_tagger().tokenizer, text, [(0, len(text))])
    )


def test_windows_hold_every_stretch_once_and_never_too_much():
    lengths = [5, 100, 140, 3, 254, 1, 90, 90, 90]
    windows = into_windows(lengths)
    assert [number for window in windows for number in window.stretches] == list(range(len(lengths)))
    assert max(window.length for window in windows) <= WINDOW
    for window in windows:
        assert window.length == sum(lengths[number] + 1 for number in window.stretches) + 1


def test_the_best_path_never_goes_on_with_what_did_not_begin():
    chance = np.random.default_rng(4)
    following = np.zeros((5, 5), dtype=np.float32)
    following[0, [2, 4]] = following[1, 4] = following[2, 4] = following[3, 2] = following[4, 2] = -1e4
    first = np.array([0, 0, -1e4, 0, -1e4], dtype=np.float32)
    tables = [chance.normal(size=(size, 5)).astype(np.float32) for size in (1, 7, 3, 12)]
    for table, path in zip(tables, best_paths(tables, following, first), strict=True):
        assert len(path) == len(table)
        best = _best_by_trying(table, following, first) if len(table) <= 7 else None
        if best is not None:
            assert path.tolist() == best
        for begin in (SOURCE, CONTENT):
            inside = {at for start, end in runs(path, begin) for at in range(start, end)}
            assert inside == {at for at, tag in enumerate(path.tolist()) if tag in {begin, begin + 1}}


def _best_by_trying(table, following, first):
    paths = [[tag] for tag in range(5)]
    for _ in range(len(table) - 1):
        paths = [[*path, tag] for path in paths for tag in range(5)]

    def worth(path):
        return (
            first[path[0]]
            + sum(table[at, tag] for at, tag in enumerate(path))
            + sum(following[a, b] for a, b in pairwise(path))
        )

    return max(paths, key=worth)


def test_the_buckets_tell_sides_distances_and_cues_between():
    found = buckets(12, (5, 6), [(5, 6), (9, 9)])
    assert found[5] == found[6]
    assert len({int(found[at]) for at in (3, 4, 5, 7, 8)}) == 5
    assert found[10] % 3 == 1, "one other cue stands between"
    assert found[8] % 3 == 0


@pytest.mark.parametrize(
    ("sentence", "who", "what"),
    [
        ("The head of the agency conceded that its figures had been wrong for years.", "The head of the agency", "figures had been wrong"),
        ("“We will not leave our homes,” insisted Amina Yusuf, a teacher in the old town.", "Amina Yusuf", "We will not leave our homes"),
        ("According to two former guards, the prisoners were moved at night.", "two former guards", "the prisoners were moved at night"),
        ("The opposition accuses the government of hiding the true number of dead.", "The opposition", "hiding the true number of dead"),
        ("Residents complained the water had been cut off for nine days.", "Residents", "the water had been cut off for nine days"),
    ],
)  # fmt: skip
def test_who_said_what_is_found_in_sentences_of_many_forms(sentence, who, what):
    reading = read(f"The town was quiet on Monday.\n\n{sentence}\n\nNobody else came.")
    words = [(reading.words(each.source), reading.words(each.content)) for each in reading.statements]
    assert any(who in source and what in content for source, content in words), words


def test_a_quotation_that_goes_on_after_its_attribution_is_one_statement():
    reading = read("“The gate was shut on Monday,” Maria Lopez told reporters. “Nobody came to open it for us.”")
    (only,) = reading.statements
    assert len(only.content) == 2
    assert only.speaker == "Maria Lopez"


def test_a_text_of_facts_alone_has_no_statements():
    reading = read("The river rose by two metres in the night.\n\nThe bridge fell on Tuesday and has not been rebuilt.")
    assert reading.statements == ()
