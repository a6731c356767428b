"""Numbers as the field types them: estimates, ranges, claims, samples, overlapping lists, trends, old figures."""

import msgspec
import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.statements import Quantity


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, quantities):
        given = msgspec.structs.replace(evidence, quantities=tuple(quantities))
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


def number(one, **more):
    return Quantity(
        **({"id": one, "type": "claimed", "what": "people held", "value": 40, "statements": ("S5",)} | more)
    )


ESTIMATE = number("Q1", type="estimate", value=300, low=250, high=390, method="beds counted on satellite pictures")


@pytest.mark.parametrize(
    "body",
    [
        "The hall held [300]{.q ref=Q1} people. [@S5]",
        "The union put it at an estimated [300]{.q ref=Q1} people. [@S5]",
        "By then an estimated 2,000 people had left the valley. [@S5]",
    ],
)
def test_wm401_fires_on_an_estimate_without_interval_or_method(fired, body):
    assert fired(body, "WM401", quantities=[ESTIMATE]) == ["WM401"]


@pytest.mark.parametrize(
    "body",
    [
        "The union estimates that [300]{.q ref=Q1} people were held, between 250 and 390. [@S5]",
        "The union's estimate, from beds counted on pictures, is [300]{.q ref=Q1}. [@S5]",
        "The union counted 40 workers. [@S5]",
        "The union estimated 2,000 people by comparing lists. [@S5]",
    ],
)
def test_wm401_is_silent_where_it_is_told(fired, body):
    assert fired(body, "WM401", quantities=[ESTIMATE]) == []


def test_wm402_fires_on_one_end_or_the_middle_of_a_range(codes, evidence):
    news = evidence.index["T1"]
    at = news.content.index("Up to 40 workers")
    content = news.content[:at] + "Between 30 and 40 workers" + news.content[at + len("Up to 40 workers") :]
    quote = "Between 30 and 40 workers were at the site"
    text = msgspec.structs.replace(news, content=content)
    said = msgspec.structs.replace(
        evidence.index["S5"],
        passage=msgspec.structs.replace(evidence.index["S5"].passage, start=at, end=at + len(quote), quote=quote),
    )
    given = msgspec.structs.replace(
        evidence, texts=tuple(text if one.id == "T1" else one for one in evidence.texts),
        statements=tuple(said if one.id == "S5" else one for one in evidence.statements),
    )  # fmt: skip
    for body in ("40 workers", "30 workers", "about 35 workers"):
        assert "WM402" in codes(f"The union said that {body} were at the site. [@S5]", evidence=given), body
    assert "WM402" not in codes("The union said that 30 to 40 workers were at the site. [@S5]", evidence=given)


def test_wm402_is_silent_where_the_source_gives_the_figure_itself(codes):
    assert "WM402" not in codes("The union said that up to 40 workers were at the site. [@S5]")


def test_wm403_fires_on_a_claim_in_the_reports_own_voice(fired):
    claimed = number("Q1", owner="O8")
    assert fired("There were [40]{.q ref=Q1} people in the hall. [@S5]", "WM403", quantities=[claimed]) == ["WM403"]
    assert fired("There were 40 people in the hall. [@S5]", "WM403", quantities=[claimed]) == ["WM403"]
    assert fired("The office verified that [40]{.q ref=Q1} people were held. [@S5]", "WM403", quantities=[claimed]) == [
        "WM403"
    ]


def test_wm403_is_silent_where_it_is_attributed_or_was_counted(fired):
    claimed, counted = number("Q1", owner="O8"), number("Q1", owner="O8", type="enumerated")
    assert (
        fired("The Quarry Union said that [40]{.q ref=Q1} people were held. [@S5]", "WM403", quantities=[claimed]) == []
    )
    assert fired("There were [40]{.q ref=Q1} people in the hall. [@S5]", "WM403", quantities=[counted]) == []


def test_wm404_fires_on_a_sample_told_as_the_whole(fired):
    asked = number("Q1", type="enumerated", sample="convenience", population="people held")
    assert fired("In the valley [40]{.q ref=Q1} people were beaten. [@S5]", "WM404", quantities=[asked]) == ["WM404"]


def test_wm404_is_silent_where_the_sample_is_named(fired):
    asked = number("Q1", type="enumerated", sample="convenience", population="people held")
    assert fired("Of those interviewed, [40]{.q ref=Q1} were beaten. [@S5]", "WM404", quantities=[asked]) == []
    listed = number("Q1", type="enumerated", sample="census")
    assert fired("In the valley [40]{.q ref=Q1} people were beaten. [@S5]", "WM404", quantities=[listed]) == []


LISTS = [
    number("Q1", type="enumerated", value=40, owner="O8", overlaps=("Q2",)),
    number("Q2", type="enumerated", value=25, owner="O1", statements=("S1",)),
]


def test_wm405_fires_on_the_sum_of_lists_that_overlap(fired):
    body = "The union counted [40]{.q ref=Q1} and the Gazette [25]{.q ref=Q2}: 65 people in all. [@S5; @S1]"
    assert fired(body, "WM405", quantities=LISTS) == ["WM405"]
    later = "The union counted [40]{.q ref=Q1}. [@S5] The Gazette counted [25]{.q ref=Q2}. [@S1] Together that is 65 people."
    assert fired(later, "WM405", quantities=LISTS) == ["WM405"]


def test_wm405_is_silent_on_linked_lists_and_on_lists_told_apart(fired):
    linked = [msgspec.structs.replace(one, linked=True) for one in LISTS]
    body = "The union counted [40]{.q ref=Q1} and the Gazette [25]{.q ref=Q2}: 65 people in all. [@S5; @S1]"
    assert fired(body, "WM405", quantities=linked) == []
    apart = "The union counted [40]{.q ref=Q1} and the Gazette [25]{.q ref=Q2}; the lists overlap and 65 is no total. [@S5; @S1]"
    assert fired(apart, "WM405", quantities=LISTS) == []


def test_wm406_fires_on_a_trend_without_coverage(fired):
    body = "The number of people detained rose from [25]{.q ref=Q2} to [40]{.q ref=Q1}. [@S5; @S1]"
    assert fired(body, "WM406", quantities=LISTS) == ["WM406"]


def test_wm406_is_silent_where_coverage_is_the_same_or_told(fired):
    body = "The number of people detained rose from [25]{.q ref=Q2} to [40]{.q ref=Q1}. [@S5; @S1]"
    covered = [msgspec.structs.replace(one, coverage="Tarn, May to June") for one in LISTS]
    assert fired(body, "WM406", quantities=covered) == []
    assert fired(body + " The same villages were counted.", "WM406", quantities=LISTS) == []
    assert fired("The river rose by 40 metres. [@S5]", "WM406", quantities=LISTS) == []


def test_wm407_fires_on_an_old_figure(fired):
    old = number("Q1", owner="O8", as_of=PartialDate(value="2031-01", precision="month"))
    new = number("Q2", owner="O8", value=55, as_of=PartialDate(value="2031-05", precision="month"))
    body = "The union said that [40]{.q ref=Q1} people are held. [@S5]"
    assert fired(body, "WM407", quantities=[old, new]) == ["WM407"]
    aged = number("Q1", owner="O8", as_of=PartialDate(value="2028", precision="year"))
    dated = '---\ntitle: "T"\ndate: "1 June 2031"\n---\n\n'
    assert fired(dated + body, "WM407", quantities=[aged]) == ["WM407"]


def test_wm407_is_silent_where_the_date_is_told(fired):
    old = number("Q1", owner="O8", as_of=PartialDate(value="2031-01", precision="month"))
    new = number("Q2", owner="O8", value=55, as_of=PartialDate(value="2031-05", precision="month"))
    body = "The union said in January 2031 that [40]{.q ref=Q1} people were held. [@S5]"
    assert fired(body, "WM407", quantities=[old, new]) == []
    assert fired("The union said that [55]{.q ref=Q2} people are held. [@S5]", "WM407", quantities=[old, new]) == []
