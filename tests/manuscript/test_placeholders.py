"""Notes to oneself, and brackets and questions that are none."""

import pytest


@pytest.mark.parametrize(
    "left",
    ["(1998?)", "[which gate?]", "[check]", "(cite)", "[to follow]", "[insert map of the site]", "insert caption", "insert figure",
     "tk", "tktk", "on xx May", "Tba", "tbd", "in 20XX", "#REF!", "%DATE%", "[дата]", "[التاريخ]", "待补", "待定", "{{number}}",
     "[… to be checked …]", "N.N.", "(source?)", "${name}"],
)  # fmt: skip
def test_wm907_fires_on_notes_to_oneself(codes, left):
    assert "WM907" in codes(f"The ministry wrote {left} to the union [@S3].")


@pytest.mark.parametrize(
    "kept",
    ["“[the] camp was closed”", "“[f]ewer men”", "“he left […] at dawn”", "“[sic] it was”", "Who ordered it?",
     "The question (who ordered it?) is open", "(or did they?)", "the text of the treaty", "to be checked against the list",
     "ATK", "a tk-file.tk", "“[they] left the place”", "the figure [of the dead]", "May 2031 (see below)"],
)  # fmt: skip
def test_wm907_is_silent_on_editorial_insertions_and_questions(codes, kept):
    assert "WM907" not in codes(f"The ministry wrote {kept} [@S3].")
