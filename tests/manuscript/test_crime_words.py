"""Crime words where nobody asserts them with licence: titles, headings, advice, words attributed to nobody."""

import msgspec
import pytest


@pytest.mark.parametrize(
    "source",
    [
        "# Enforced disappearance at the quarry",
        "---\ntitle: The murdered miners of Tarn\n---\n",
        "The guards were guilty of theft and worse [@S6; @S7].",
        "The men were disappeared [@S6; @S7].",
        "According to observers, it was a war crime [@S6; @S7].",
        "::: recommendation\nThe ministry should apologise for the torture of miners.\n:::",
    ],
)
def test_wm304_fires_in_titles_and_on_guilt(codes, source):
    assert "WM304" in codes(source)


@pytest.mark.parametrize(
    "source",
    [
        "# Was it persecution?",
        "---\ntitle: Allegations of torture at Tarn\n---\n",
        "::: recommendation\nThe ministry should investigate allegations of torture of miners.\n:::",
    ],
)
def test_wm304_is_silent_on_questions_and_allegations(codes, source):
    assert "WM304" not in codes(source)


def test_wm503_does_not_count_a_letter_sent_after_the_report(clean, codes, evidence):
    dated = clean.replace("office: Training Office", "office: Training Office\ndate: 20 May 2031", 1)
    assert "WM503" in codes(dated)
    assert "WM503" not in codes(dated.replace("20 May", "20 July"))
    later = msgspec.structs.replace(evidence, taken_at="2031-07-01T10:00+02:00")
    assert "WM503" not in codes(dated, evidence=later)
