"""TIMEX3 values worked out by hand from TimeML 1.2.1; 22 March 2013 was a Friday of ISO week 12."""

import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.dates import find_dates
from witnessmark.language.timexes import find_timexes

FRIDAY = PartialDate(value="2013-03-22")


def told(text, anchor=FRIDAY):
    return [(each.words, each.type, each.value) for each in find_timexes(text, anchor=anchor)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell in the fourth quarter.", "the fourth quarter", "2012-Q4"),
        ("It rose in the first quarter.", "the first quarter", "2013-Q1"),
        ("It fell in the second half of 2011.", "the second half of 2011", "2011-H2"),
        ("It was built in the 1990s.", "the 1990s", "199"),
        ("They came in the late 1980s.", "the late 1980s", "198"),
        ("It began in the 19th century.", "the 19th century", "18"),
        ("in the summer of 2011", "the summer of 2011", "2011-SU"),
        ("the winter of 2003-04", "the winter of 2003-04", "2003-WI"),
        ("It stormed over the weekend.", "the weekend", "2013-W11-WE"),
        ("A fair was held this weekend.", "this weekend", "2013-W12-WE"),
        ("earlier this week", "earlier this week", "2013-W12"),
        ("late last year", "late last year", "2012"),
        ("in fiscal 2013", "fiscal 2013", "2013"),
        ("They meet a week from Tuesday.", "a week from Tuesday", "2013-04-02"),
        ("the day after Christmas", "the day after Christmas", "2012-12-26"),
        ("the last weekend of February", "the last weekend of February", "2013-W08-WE"),
        ("the first Monday in May 2014", "the first Monday in May 2014", "2014-05-05"),
        ("the week of Feb. 4", "the week of Feb. 4", "2013-W06"),
        ("on Thanksgiving", "Thanksgiving", "2012-11-22"),
        ("Easter Sunday 2013", "Easter Sunday 2013", "2013-03-31"),
        ("It began in june of last year.", "june of last year", "2012-06"),
        ("a decade ago", "a decade ago", "2003"),
        ("by year-end", "year-end", "2013"),
        ("this past Monday", "this past Monday", "2013-03-18"),
        ("its first-half profit", "first-half", "2013-H1"),
        ("the latest quarter", "the latest quarter", "2012-Q4"),
        ("the prior year", "the prior year", "2012"),
        ("up from a day earlier", "a day earlier", "2013-03-21"),
        ("the Sept. 11 attacks", "the Sept. 11", "2001-09-11"),
        ("the rest of the year", "the rest of the year", "2013"),
        ("Profit for the year fell.", "the year", "2013"),
        ("In Florida's March primary he won.", "March", "2013-03"),
        ("Sales rose in the month, it said.", "the month", "2013-02"),
    ],
)
def test_a_date_has_its_timex_value(text, words, value):
    assert told(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He spoke Thursday night.", "Thursday night", "2013-03-21TNI"),
        ("late Thursday night", "late Thursday night", "2013-03-21TNI"),
        ("yesterday morning", "yesterday morning", "2013-03-21TMO"),
        ("tonight", "tonight", "2013-03-22TNI"),
        ("at 9:30 a.m. EDT", "9:30 a.m. EDT", "2013-03-22T09:30"),
        ("at 6 a.m. Monday", "6 a.m. Monday", "2013-03-18T06:00"),
        ("by evening it was over", "evening", "2013-03-22TEV"),
        ("the night of March 3, 1985", "the night of March 3, 1985", "1985-03-03TNI"),
        ("the night of Friday, 14 March 2031", "the night of Friday, 14 March 2031", "2031-03-14TNI"),
        ("at 3 o'clock", "3 o'clock", "2013-03-22T03:00"),
    ],
)
def test_a_time_has_its_timex_value(text, words, value):
    assert told(text) == [(words, "TIME", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("a 34-year-old man", "34-year-old", "P34Y"),
        ("She is seven years old.", "seven years old", "P7Y"),
        ("over the past two years", "the past two years", "P2Y"),
        ("in the past week", "the past week", "P1W"),
        ("nearly two decades of war", "nearly two decades", "P2DE"),
        ("decades of war", "decades", "PXDE"),
        ("five consecutive quarters", "five consecutive quarters", "P5Q"),
        ("half an hour", "half an hour", "PT30M"),
        ("half a century", "half a century", "P50Y"),
        ("13.8 billion years", "13.8 billion years", "P13800000000Y"),
        ("2,000 years", "2,000 years", "P2000Y"),
        ("2 1/2 years", "2 1/2 years", "P2.5Y"),
        ("hundreds of years", "hundreds of years", "PXY"),
        ("a quarter-century of war", "a quarter-century", "P25Y"),
        ("a 60-day notice", "60-day", "P60D"),
        ("It took several weeks.", "several weeks", "PXW"),
        ("It lasted for days.", "days", "PXD"),
        ("a yearlong search", "yearlong", "P1Y"),
        ("six more months", "six more months", "P6M"),
    ],
)
def test_a_duration_has_its_timex_value(text, words, value):
    assert (words, "DURATION", value) in told(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("each year", "each year", "P1Y"),
        ("every two years", "every two years", "P2Y"),
        ("every Monday", "every Monday", "XXXX-WXX-1"),
        ("on Saturday nights", "Saturday nights", "XXXX-WXX-6TNI"),
        ("on weekends", "weekends", "XXXX-WXX-WE"),
        ("every summer", "every summer", "XXXX-SU"),
        ("twice a day", "twice a day", "P1D"),
        ("1,200 flights a day", "a day", "P1D"),
        ("the annual meeting", "annual", "P1Y"),
        ("daily", "daily", "P1D"),
    ],
)
def test_a_set_has_its_timex_value(text, words, value):
    assert (words, "SET", value) in told(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He is now retired.", "now", "PRESENT_REF"),
        ("They currently lead.", "currently", "PRESENT_REF"),
        ("These days nobody asks.", "These days", "PRESENT_REF"),
        ("She recently moved.", "recently", "PAST_REF"),
        ("as in the past, he left", "the past", "PAST_REF"),
        ("in recent years", "recent years", "PAST_REF"),
        ("It closed years ago.", "years ago", "PAST_REF"),
        ("It closed long ago.", "long ago", "PAST_REF"),
        ("in the near future", "the near future", "FUTURE_REF"),
        ("in the coming months", "the coming months", "FUTURE_REF"),
    ],
)
def test_a_vague_reference_is_told_as_past_present_or_future(text, words, value):
    assert told(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    "text",
    ["now", "currently", "She recently moved.", "in the near future", "a 34-year-old man", "by evening", "overnight"],
)
def test_vague_expressions_and_ages_are_no_dates_for_those_who_ask_for_dates(text):
    assert find_dates(text, anchor=FRIDAY) == []


def test_both_ends_of_a_range_stand_for_themselves():
    assert told("from May 3 to May 5, 2031") == [("May 3", "DATE", "2013-05-03"), ("May 5, 2031", "DATE", "2031-05-05")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On Tuesday he fled. Two days later he was caught.", "Two days later", "2013-03-21"),
        ("He came on Tuesday and left the same day.", "the same day", "2013-03-19"),
        ("They met on March 4. The day before, he had refused.", "The day before", "2013-03-03"),
        ("It opened in May 2011. Later that year it closed.", "Later that year", "2011"),
        ("He died on June 3, 1999. The next day she wrote.", "The next day", "1999-06-04"),
    ],
)
def test_some_expressions_count_from_the_date_last_named(text, words, value):
    assert told(text)[-1] == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The hearing is scheduled for Tuesday.", "2013-03-26"),
        ("The term begins in June.", "2013-06"),
        ("On Sunday the team will play.", "2013-03-24"),
        ("On Sunday the team lost.", "2013-03-17"),
        ("A survey by the institute in February showed it.", "2013-02"),
        ("Games scheduled for Tuesday were called off.", "2013-03-19"),
        ("before the November election", "2013-11"),
        ("Sen. Ruiz, who was elected in 2010, could speak on Monday.", "2013-03-25"),
    ],
)
def test_the_tense_around_a_bare_day_or_month_tells_its_direction(text, value):
    assert told(text)[-1][2] == value


@pytest.mark.parametrize(
    "text",
    [
        "three quarters of the states",
        "five miles per hour",
        "They march on.",
        "He said that May left.",
        "USA TODAY",
        "Halloween-themed",
        "the second time",
        "at the end of the day it failed",
        "They may say so.",
        "Summer Olympics",
        "her April Smith",
        "the clear and present danger",
        "a long-term plan",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert told(text) == []


def test_a_time_of_day_belongs_to_the_day_named_in_its_sentence():
    assert told("It was shut on Tuesday by a guard who came at 9:15 a.m. with a key.")[-1][2] == "2013-03-19T09:15"
    assert told("It was shut on Tuesday. It opens at 9:15 a.m. again.")[-1][2] == "2013-03-22T09:15"


def test_without_an_anchor_unknown_parts_are_marked_as_such():
    assert told("on Tuesday", anchor=None) == [("Tuesday", "DATE", "XXXX-WXX-2")]
    assert told("on May 3", anchor=None) == [("May 3", "DATE", "XXXX-05-03")]
    assert told("", anchor=None) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text", ["this weekend", "next week", "at Christmas", "Easter", "two centuries ago", "last winter", "Monday"]
)
def test_the_ends_of_the_calendar_are_no_error(text, day):
    assert len(told(text, anchor=PartialDate(value=day))) <= 1


def test_offsets_count_from_the_base():
    (found,) = find_timexes("in 2011", anchor=None, base=50)
    assert (found.start, found.end) == (53, 57)
