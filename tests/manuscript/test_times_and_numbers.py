"""Clock times, numbered names, and figures that follow from two cited ones."""

import msgspec
import pytest

from witnessmark.manuscript.checks.arithmetic import sentence_faults
from witnessmark.manuscript.facts import values_in

HOURS = (
    "The lorry left through Gate 4 at about 8.20 a.m. and came back at 3 p.m.; of 40 sacks 26 were empty. "
    "Between 12 and 18 men sat in the second row, the cook said."
)


@pytest.fixture
def told(codes, evidence):
    """Check a sentence against a text that tells hours; return the codes that fired."""

    def run(sentence):
        texts = tuple(
            msgspec.structs.replace(one, content=HOURS, segments=()) if one.id == "T4" else one
            for one in evidence.texts
        )
        return codes(f"The cook said that {sentence} [@E4].", evidence=msgspec.structs.replace(evidence, texts=texts))

    return run


@pytest.mark.parametrize(
    "sentence",
    ["the lorry left at about 8.30 a.m.", "the lorry left at 8.20 a.m.", "the lorry left at about 8.20 p.m.",
     "the lorry came back at 4 p.m.", "the lorry left through Gate 5", "70 per cent of the sacks were empty",
     "18 men sat there", "they sat in the third row"],
)  # fmt: skip
def test_wm102_fires_on_another_time_gate_or_share(told, sentence):
    assert "WM102" in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["the lorry left at about 8.20 a.m.", "the lorry came back at 3 p.m.", "it came back at 15:00", "it left through Gate 4",
     "65 per cent of the sacks were empty", "the difference is 14 sacks", "12 to 18 men sat in the second row",
      "there were two things to say of the sacks"],
)  # fmt: skip
def test_wm102_is_silent_on_the_same_time_gate_and_what_follows(told, sentence):
    assert "WM102" not in told(sentence)


def test_a_number_alone_in_a_cell_is_no_year():
    assert {1950.0, 2040.0} <= values_in("Total\t1950\t2040")


def test_a_share_of_a_whole_that_follows_it_is_calculated_again():
    assert [one.message for one in sentence_faults("They freed 50 men (20 per cent of 500).")]
    assert not [one.message for one in sentence_faults("They freed 50 men (10 per cent of 500).")]
