"""What a report says of itself: its method, its limits, the ground and addressee of recommendations."""

import pytest

FINDING = (
    "::: {.finding ref=F1 level=established}\nPolice held 17 people at Tarn quarry in May 2031. [@S6; @S7]\n:::\n\n"
)
METHOD = (
    "# Methodology\n\nWe applied the standard of proof of reasonable grounds to believe. We interviewed witnesses with their consent, "
    "verified what they said and asked the Ministry for comments.\n\n"
)
LIMITS = "## Limits\n\nWe could not visit the hall.\n\n"


@pytest.fixture
def fired(codes):
    def run(body):
        return [code for code in codes(body) if code in {"WM901", "WM902", "WM903"}]

    return run


def test_wm901_fires_on_a_report_with_findings_and_no_section_on_method(fired):
    assert fired(FINDING) == ["WM901", "WM902"]
    assert fired(FINDING + METHOD + LIMITS) == []


@pytest.mark.parametrize(
    "words",
    [
        "applied the standard of proof of reasonable grounds to believe",
        " with their consent",
        ", verified what they said",
        "asked the Ministry for comments",
    ],
)
def test_wm901_fires_on_a_topic_that_is_missing(fired, words):
    assert fired(FINDING + METHOD.replace(words, "worked") + LIMITS) == ["WM901"]


def test_wm902_fires_on_a_report_without_limits(fired):
    assert fired(FINDING + METHOD) == ["WM902"]


def test_wm901_is_silent_on_a_note_without_findings(fired):
    assert fired("Police detained 17 people at Tarn quarry on 3 May 2031, a guard said. [@S1]") == []


def test_wm902_is_silent_on_a_report_that_says_what_it_could_not_do(fired):
    assert "WM902" not in fired(FINDING + METHOD.replace("comments.", "comments. We had no access to the hall."))


def test_wm903_fires_on_a_recommendation_without_finding_or_addressee(fired):
    rest = "# Recommendations\n\n"
    assert fired(rest + "The Ministry should open the register. [@F1]") == []
    assert fired(rest + "The Ministry should open the register.") == ["WM903"]
    assert fired(rest + "Steps should be taken to open the register. [@F1]") == ["WM903"]
    assert fired(rest + "It is recommended that more be done. [@F1]") == ["WM903"]


def test_wm903_is_silent_on_a_list_whose_lead_gives_both(fired):
    body = "# Recommendations\n\nThe Training Office recommends to the Ministry of Works [@F1]:\n\n- that it should open the register;\n- that it should close the hall.\n"
    assert fired(body) == []
    assert "WM903" in fired(body.replace(" [@F1]", ""))
