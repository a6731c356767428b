"""A summary, a title or a press release says no more than the body."""

import pytest

from witnessmark.manuscript.check import check
from witnessmark.manuscript.companions import Companion, Part
from witnessmark.manuscript.parse import parse

BODY = (
    "\n# What happened\n\nAccording to the union, up to 40 workers were at the quarry site that morning. [@S5] "
    "At least 17 people were kept in the hall of the quarry for nine days. [@S6; @S7]\n\n"
    "::: analysis\nThe detention of the quarry workers may constitute unlawful deprivation of liberty.\n:::\n"
)


@pytest.fixture
def fired(evidence):
    def run(source, companions=()):
        return [one.message for one in check(parse(source), evidence, companions=companions, codes=["WM904"]).problems]

    return run


@pytest.mark.parametrize(
    "line",
    [
        "According to the union, 40 workers were at the quarry site that morning. [@S5]",
        "A number of 17 people were kept in the hall of the quarry for nine days. [@S6]",
        "The detention of the quarry workers constitutes unlawful deprivation of liberty.",
        "Up to 40 workers were at the quarry site that morning. [@S5]",
    ],
)
def test_wm904_fires_on_a_word_of_doubt_lost_on_the_way_to_the_summary(fired, line):
    assert fired(f"# Summary\n\n{line}\n{BODY}") == ["the summary says more than the body"]


@pytest.mark.parametrize(
    "line",
    [
        "The union said that as many as 40 workers were at the quarry site that morning. [@S5]",
        "No fewer than 17 people were kept in the hall of the quarry for nine days. [@S6]",
        "The detention of the quarry workers could amount to unlawful deprivation of liberty.",
        "This report is about a quarry.",
    ],
)
def test_wm904_is_silent_on_other_words_of_the_same_kind(fired, line):
    assert fired(f"# Summary\n\n{line}\n{BODY}") == []


def test_a_title_and_a_press_release_are_measured_too(fired):
    title = "---\ntitle: Detention of quarry workers constitutes unlawful deprivation of liberty\n---\n"
    assert len(fired(title + BODY)) == 1
    release = Companion(name="press.txt", kind="press release", parts=(
        Part(place="line 1", text="Good morning. 17 people were kept in the hall of the quarry for nine days. Thank you."),
    ))  # fmt: skip
    assert fired(BODY, [release]) == ["press.txt, line 1 says more than the body"]


def test_what_cites_a_finding_speaks_in_its_level(fired):
    body = BODY + "\n::: {.finding ref=F2 level=may-constitute}\nThis may be a crime. [@F1]\n:::\n"
    assert fired("# Summary\n\nThe detention is a crime. [@F2]\n" + body) == ["the summary says more than the body"]
    assert fired("# Summary\n\nThe detention may be a crime. [@F2]\n" + body) == []
