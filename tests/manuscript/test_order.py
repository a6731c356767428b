"""Dates that cannot be in this order, weekdays that do not fit, times without zone."""

import pytest

HEAD = "---\ntitle: The hall\ndate: 20 June 2031\n---\n\n"
#: From the calendar: 3 May 2031 was a Saturday, 14 March 2031 a Friday (`cal 2031`).


@pytest.fixture
def fired(codes):
    def run(body, head=HEAD):
        return [code for code in codes(head + body) if code in {"WM801", "WM802", "WM803"}]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "He was detained on 8 May 2031 and released on 3 May 2031. [@S1]",
        "She was arrested on 8 May 2031; she was set free on 2 April 2031, her aunt said. [@S1]",
        "They were held from 12 May 2031 to 3 May 2031. [@S1]",
        "Between 9 June 2031 and 3 June 2031 nobody came. [@S1]",
        "The body, of a man killed on 9 May 2031, was buried on 7 May 2031. [@S1]",
        "The Office wrote to the Ministry on 10 June 2031, and the Ministry replied on 2 June 2031. [@S1]",
        "The hall was searched on 31 April 2031. [@S1]",
        "The police came on 9 July 2031 and took the men. [@S1]",
        "| Event | Day |\n|---|---|\n| Held | from 12 May 2031 to 3 May 2031 |\n",
    ],
)
def test_wm801_fires_on_an_order_that_cannot_be(fired, body):
    assert "WM801" in fired(body)


@pytest.mark.parametrize(
    "body",
    [
        "He was detained on 3 May 2031 and released on 8 May 2031. [@S1]",
        "He was released on 8 May 2031; he had been detained on 3 May 2031. [@S1]",
        "They were held from 3 May 2031 to 12 May 2031. [@S1]",
        "He was detained in May 2031 and released on 3 May 2031. [@S1]",
        "The letter gives the Ministry until 30 June 2031 to answer. [@S1]",
        "He said: “I was detained on 8 May 2031 and released on 3 May 2031.” [@S1]",
        "Before he was released on 3 May 2031, he had not been arrested again; the next arrest was on 1 June 2031. [@S1]",
    ],
)
def test_wm801_is_silent_on_an_order_that_can_be(fired, body):
    assert "WM801" not in fired(body)


@pytest.mark.parametrize(
    "body",
    [
        "Police came on Sunday, 3 May 2031. [@S1]",
        "# Tuesday 3 May 2031\n",
        "On Monday 14 March 2031 three buses came. [@S1]",
        "They came on 14 March 2031. On Tuesday, 3 May, they came again. [@S1]",
        "::: analysis\nWhat happened on Wednesday, May 3, 2031 is a pattern.\n:::\n",
    ],
)
def test_wm802_fires_on_a_weekday_that_does_not_fit(fired, body):
    assert "WM802" in fired(body)


@pytest.mark.parametrize(
    "body",
    [
        "Police came on Saturday, 3 May 2031. [@S1]",
        "On the night of Friday, 14 March 2031, three buses came. [@S1]",
        "He said: “They came on Tuesday, 3 May 2031.” [@S1]",
        "They came on a Tuesday. [@S1]",
    ],
)
def test_wm802_is_silent_on_a_weekday_that_fits_or_is_quoted(fired, body):
    assert "WM802" not in fired(body)


@pytest.mark.parametrize(
    "body",
    [
        "The deadline for comments was 15 June 2031 at 17:00. [@S1]",
        "The report is under embargo until 10:00 on 20 June 2031. [@S1]",
        "The letter asked for an answer by 5 p.m. on 12 June 2031. [@S1]",
    ],
)
def test_wm803_fires_on_a_deadline_without_zone(fired, body):
    assert "WM803" in fired(body)


@pytest.mark.parametrize(
    "body",
    [
        "The deadline for comments was 15 June 2031 at 17:00 (UTC+2). [@S1]",
        "The report is under embargo until 10:00+02:00 on 20 June 2031. [@S1]",
        "The letter asked for an answer by 5 p.m. Geneva time on 12 June 2031. [@S1]",
        "At 22:15 the lamp went out. [@S1]",
        "All times in this report are local time (UTC+5).\n\nThe deadline for comments was 15 June 2031 at 17:00. [@S1]",
    ],
)
def test_wm803_is_silent_on_a_time_with_zone_or_of_an_event(fired, body):
    assert "WM803" not in fired(body)


def test_front_matter_that_releases_at_a_time_needs_a_zone(fired):
    assert "WM803" in fired("Text. [@S1]", head="---\ntitle: x\ndate: 20 June 2031\nembargo: 2031-06-20T23:40\n---\n\n")
    assert "WM803" not in fired(
        "Text. [@S1]", head="---\ntitle: x\ndate: 20 June 2031\nembargo: 2031-06-20T23:40+02:00\n---\n\n"
    )
