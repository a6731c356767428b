"""Dates against values worked out by hand with a calendar; 31 August 2022 was a Wednesday (ISO week 35)."""

import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.dates import find_dates, weekday_conflicts

WEDNESDAY = PartialDate(value="2022-08-31")


def only(text, anchor=WEDNESDAY, language="en"):
    found = find_dates(text, anchor=anchor, language=language)
    assert len(found) == 1, [one.words for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"),
    [
        ("It happened on Thursday.", "Thursday", "2022-08-25", "day"),
        ("It happened on Wednesday.", "Wednesday", "2022-08-31", "day"),
        ("They will meet on Friday.", "Friday", "2022-09-02", "day"),
        ("They met next Thursday's deadline", "next Thursday", "2022-09-01", "day"),
        ("last Thursday night", "last Thursday night", "2022-08-25", "day"),
        ("next week", "next week", "2022-W36", "week"),
        ("last week", "last week", "2022-W34", "week"),
        ("next month", "next month", "2022-09", "month"),
        ("Last year he fled", "Last year", "2021", "year"),
        ("It ended in October.", "October", "2021-10", "month"),
        ("It will be published in October.", "October", "2022-10", "month"),
        ("upon taking office in September 2018", "September 2018", "2018-09", "month"),
        ("on Sept. 2, 2031 he said", "Sept. 2, 2031", "2031-09-02", "day"),
        ("the 5th of May 2031", "5th of May 2031", "2031-05-05", "day"),
        ("in late 2017", "late 2017", "2017", "year"),
        ("in mid-August", "mid-August", "2022-08", "month"),
        ("the 1990s", "1990s", "1990/1999", "year"),
        ("the summer of 2019", "summer of 2019", "2019-06/2019-08", "season"),
        ("31/08/2022", "31/08/2022", "2022-08-31", "day"),
        ("08/31/2022", "08/31/2022", "2022-08-31", "day"),
        ("31.08.2022", "31.08.2022", "2022-08-31", "day"),
        ("2022-08-31T23:47+02:00", "2022-08-31T23:47+02:00", "2022-08-31T23:47+02:00", "minute"),
        ("at 11:47 p.m. on 30 August 2022", "11:47 p.m. on 30 August 2022", "2022-08-30T23:47", "minute"),
        ("at 5 p.m. Thursday", "5 p.m. Thursday", "2022-08-25T17:00", "minute"),
        ("yesterday", "yesterday", "2022-08-30", "day"),
        ("three days ago", "three days ago", "2022-08-28", "day"),
        ("two years ago", "two years ago", "2020", "year"),
        ("18 months ago", "18 months ago", "2021-02", "month"),
        ("in December", "December", "2021-12", "month"),
        ("29 February 2024", "29 February 2024", "2024-02-29", "day"),
    ],
)
def test_a_point_has_the_value_a_calendar_gives(text, words, value, precision):
    found = only(text)
    assert (found.words, found.date.value, found.date.precision, found.type) == (words, value, precision, "point")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("the third quarter of 2012", "the third quarter of 2012", "2012-07/2012-09"),
        ("in Q1 2020", "Q1 2020", "2020-01/2020-03"),
        ("over the weekend", "the weekend", "2022-08-27/2022-08-28"),
        ("on Christmas Day", "Christmas Day", "2021-12-25"),
        ("New Year’s Eve 2019", "New Year’s Eve 2019", "2019-12-31"),
        ("last winter", "last winter", "2021-12/2022-02"),
        ("a decade ago", "a decade ago", "2010/2019"),
    ],
)
def test_parts_of_a_year_and_fixed_holidays_are_read(text, words, value):
    found = only(text)
    assert (found.words, found.date.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("3–5 May 2031", "3–5 May 2031", "2031-05-03/2031-05-05"),
        ("May 3-5, 2031", "May 3-5, 2031", "2031-05-03/2031-05-05"),
        ("between 3 and 5 May", "3 and 5 May", "2022-05-03/2022-05-05"),
        ("from 2017 to 2019", "2017 to 2019", "2017/2019"),
        ("between 2017 and 2019", "2017 and 2019", "2017/2019"),
        ("from May to July 2020", "May to July 2020", "2020-05/2020-07"),
        ("from November to March 2020", "November to March 2020", "2019-11/2020-03"),
        ("1 May 2022 – 3 June 2022", "1 May 2022 – 3 June 2022", "2022-05-01/2022-06-03"),
        ("2017-19", "2017-19", "2017/2019"),
        ("2031年5月3日至5日", "2031年5月3日至5日", "2031-05-03/2031-05-05"),
    ],
)
def test_a_range_has_both_ends(text, words, value):
    found = only(text)
    assert (found.words, found.date.value, found.type) == (words, value, "range")


def test_from_to_is_true_on_every_day_and_between_on_at_least_one():
    assert only("from 3 to 5 May 2031").date.every_day
    assert not only("between 3 and 5 May 2031").date.every_day


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("by Aug. 31", "by"),
        ("since May", "since"),
        ("until 2031", "until"),
        ("before 3 May 2031", "before"),
        ("after June 2021", "after"),
        ("no later than 1 March 2031", "by"),
        ("in June", ""),
    ],
)
def test_the_relation_is_kept(text, relation):
    assert only(text).relation == relation


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("In the past five years", "2017/2022", "P5Y"),
        ("over the last three months", "2022-05/2022-08", "P3M"),
        ("the next two weeks", "2022-W35/2022-W37", "P2W"),
        ("for two weeks", "P2W", ""),
        ("her four-year mandate", "P4Y", ""),
        ("for months", "PXM", ""),
        ("ten minutes", "PT10M", ""),
    ],
)
def test_a_duration_is_told_from_a_point(text, value, note):
    found = only(text)
    assert (found.type, found.date.value, found.date.note) == ("duration", value, note)


def test_hours_before_something_is_a_duration_with_its_relation():
    found = only("Hours before the release, China objected")
    assert (found.words, found.type, found.relation) == ("Hours before", "duration", "before")


@pytest.mark.parametrize(
    ("text", "value"), [("every Thursday", "XXXX-WXX-4"), ("once a day", "P1D"), ("every two years", "P2Y")]
)
def test_a_set_is_told_from_a_point(text, value):
    found = only(text)
    assert (found.type, found.date.value) == ("set", value)


def test_two_days_later_counts_from_the_date_before_it():
    found = find_dates("He was taken on May 3, 2020. Two days later he was dead.", anchor=WEDNESDAY)
    assert [(one.words, one.date.value, one.anchor) for one in found] == [
        ("May 3, 2020", "2020-05-03", ""),
        ("Two days later", "2020-05-05", "2020-05-03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "They march on Rome.",
        "Zhang Jun said no.",
        "a second time",
        "The Sun rose.",
        "He sat down; they wed.",
        "Theresa May said nothing.",
        "resolution 2334",
        "2,000 people",
        "24/7",
        "page 2022",
        "April Smith said so.",
        "Bloody Sunday",
        "the Sunday Times",
        "a two-year-old",
        "+41 22 917 9000",
        "45/67/8901",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert find_dates(text, anchor=WEDNESDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, 31 August 2022",
        "on Tuesday, Aug. 31, 2022,",
        "31 August 2022 (Tuesday)",
        "Tuesday 31 August",
        "2022年8月31日星期二",
        "الثلاثاء ٣١ أغسطس ٢٠٢٢",
        "вторник, 31 августа 2022 года",
    ],
)
def test_a_weekday_that_does_not_fit_is_told(text):
    (found,) = weekday_conflicts(text, anchor=WEDNESDAY)
    assert found.conflict == "31 August 2022 was a Wednesday, the text says Tuesday"


def test_a_day_that_no_calendar_has_is_told():
    found = only("on 31 February 2022")
    assert (found.words, found.date, found.conflict) == ("31 February 2022", None, "there is no 31 February 2022")


def test_a_weekday_that_fits_is_no_conflict():
    assert weekday_conflicts("Wednesday, 31 August 2022, and Thursday at 5 p.m.", anchor=WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2022年8月31日", "zh", "2022-08-31"),
        ("二〇二二年八月三十一日", "zh", "2022-08-31"),
        ("٣١ أغسطس ٢٠٢٢", "ar", "2022-08-31"),
        ("31 آب/أغسطس 2022", "ar", "2022-08-31"),
        ("31 آب 2022", "ar", "2022-08-31"),
        ("تشرين الثاني ٢٠٢١", "ar", "2021-11"),
        ("31 августа 2022 года", "ru", "2022-08-31"),
        ("в мае 2022 года", "ru", "2022-05"),
        ("2022-يىلى 8-ئاينىڭ 31-كۈنى", "ug", "2022-08-31"),
        ("2022-يىل 8-ئاي", "ug", "2022-08"),
        ("31 Ağustos 2022", "tr", "2022-08-31"),
        ("۳۱ اوت ۲۰۲۲", "fa", "2022-08-31"),
        ("03/04/2022", "ru", "2022-04-03"),
    ],
)
def test_dates_of_other_scripts_are_read(text, language, value):
    assert only(text, language=language).date.value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("他昨天说", "zh", "2022-08-30"),
        ("去年的报告", "zh", "2021"),
        ("三天前", "zh", "2022-08-28"),
        ("قال أمس", "ar", "2022-08-30"),
        ("وأمس قال", "ar", "2022-08-30"),
        ("العام الماضي", "ar", "2021"),
        ("Вчера он сказал", "ru", "2022-08-30"),
        ("в прошлом году", "ru", "2021"),
        ("на прошлой неделе", "ru", "2022-W34"),
        ("5 дней назад", "ru", "2022-08-26"),
        ("تۈنۈگۈن ئېيتتى", "ug", "2022-08-30"),
        ("ئۆتكەن يىلى", "ug", "2021"),
        ("هفته گذشته", "fa", "2022-W34"),
    ],
)
def test_simple_relative_dates_of_other_scripts_are_counted_from_the_anchor(text, language, value):
    assert only(text, language=language).date.value == value


@pytest.mark.parametrize("text", ["اليوم الأول", "день назад", "шаг назад"])
def test_words_like_relative_dates_are_none(text):
    assert find_dates(text, anchor=WEDNESDAY) == []


def test_a_numeric_date_that_may_be_either_way_round_says_both():
    found = only("03/04/2022")
    assert (found.date.value, found.date.precision) == ("2022-03-04/2022-04-03", "estimate")


def test_another_date_of_the_text_decides_the_order():
    found = find_dates("First 03/04/2022, then 31/08/2022.", anchor=None)
    assert [one.date.value for one in found] == ["2022-04-03", "2022-08-31"]


def test_the_zone_is_kept_in_words_and_its_offset_only_where_it_has_one_meaning():
    geneva, cest = only("11:47 p.m. Geneva time"), only("31 August 2022 at 23:47 CEST")
    assert (geneva.date.value, geneva.date.zone) == ("2022-08-31T23:47", "Geneva time")
    assert (cest.date.value, cest.date.zone) == ("2022-08-31T23:47+02:00", "CEST")


def test_without_an_anchor_a_relative_date_has_no_value():
    assert only("next week", anchor=None).date is None
    assert only("Thursday", anchor=None).date is None


def test_an_anchor_that_knows_only_the_month_resolves_no_weekday():
    assert only("on Thursday", anchor=PartialDate(value="2022-08", precision="month")).date is None
    assert only("last month", anchor=PartialDate(value="2022-08", precision="month")).date.value == "2022-07"


def test_base_moves_the_offsets():
    (found,) = find_dates("in May", anchor=WEDNESDAY, base=100)
    assert (found.start, found.end, found.words) == (103, 106, "May")


def test_empty_text_has_no_dates():
    assert find_dates("", anchor=None) == []
