"""What is told from the raw text is what the closer look tells."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text import context
from witnessmark.text.edges import closes_sentence, holds_no_cue, opens_sentence

PIECES = [
    "The guards ", "did not ", "didn’t ", "may ", "May ", "in May ", "3 ", "Mr. ", "No. ", "U.N. ", "he ", "He ", "left. ",
    "left.\n", "left.\n\n", "left! ", "“left.” ", "left…\n", "if ", "so-called ", "up to ", "-5 ", "n\u00adot ", "кроме ",
    "не ", "если ", "营地。", "不", "可能", "关闭", "，", "كتب ", "لا ", "بِدُون ", "لكن. ", "يوق. ", "a", ". ", "? ", " - ", ", ",
    "cannot", "un-\nless ", "\n\n", "(sic) ", "'yes' ", "\u200b", "。\n",
]  # fmt: skip


def closer_look(raw, start, end):
    with pytest.MonkeyPatch.context() as patch:
        for name in ("opens_sentence", "closes_sentence", "holds_no_cue"):
            patch.setattr(context, name, lambda *_: False)
        return context.flags_around(raw, start, end)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.data())
def test_a_quick_answer_is_that_of_the_closer_look(pieces, data):
    raw = "".join(pieces)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    assert context.flags_around(raw, start, end) == closer_look(raw, start, end)


def test_a_quick_answer_is_that_of_the_closer_look_on_every_cut_of_the_cases(quotation_cases):
    chance = random.Random(31)  # noqa: S311 - a sample, not a secret
    for case in quotation_cases:
        raw = case["source"]
        for _ in range(8 if raw else 0):
            start = chance.randrange(len(raw))
            end = chance.randint(start + 1, len(raw))
            assert context.flags_around(raw, start, end) == closer_look(raw, start, end), (raw, start, end)


@pytest.mark.parametrize(
    ("before", "opens"),
    [
        ("", True), ("He left. ", True), ("He left.\n", True), ("Title\n\n", True), ("营地关闭。", True), ("Why? ", True),
        ("Mr. ", False), ("J. ", False), ("U.N. ", False), ("He left.", False), ("He ", False), ("“Left.” ", False),
    ],
)  # fmt: skip
def test_the_beginning_of_a_sentence_is_told(before, opens):
    assert opens_sentence(before + "They went", len(before)) == opens


@pytest.mark.parametrize(
    ("after", "closes"),
    [
        ("", True), (". Then", True), (".\nThen", True), ("\n\nthen", True), ("。然后", True), ("! Then", True),
        (". then", False), (", then", False), (".then", False), ("?", False), (" if", False),
    ],
)  # fmt: skip
def test_the_end_of_a_sentence_is_told(after, closes):
    assert closes_sentence("They went" + after, 9) == closes


@pytest.mark.parametrize(
    "stretch", ["he did not", "didn’t go", "so‑called", "n\u00adot", "un-\nless", "不", "ما لم", "в принципе"]
)
def test_a_stretch_with_a_qualifier_is_looked_at(stretch):
    assert not holds_no_cue(stretch)


def test_a_stretch_without_one_is_not():
    assert holds_no_cue("the men were held near the river")
