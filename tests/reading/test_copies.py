"""Who copied whom, and the parties' positions over several readings."""

from witnessmark.evidence.dates import PartialDate
from witnessmark.reading.copies import who_copied_whom
from witnessmark.reading.positions import positions
from witnessmark.reading.reader import read_bytes

ORIGINAL = (
    "Forty people were taken from the village in March, a teacher told this newspaper.\n\n"
    "“They came with a list and read out our names like a school register,” Bahadir Oyqun said.\n\n"
    "“Nobody was told where the buses were going that night,” Oyqun said.\n\n"
    "“These are schools, not prisons, and everyone is free to go,” said Sarvandia’s Deputy Minister, Kasim Dorvan.\n"
)
REWORDED = (
    "A schoolteacher has described how about forty villagers vanished one night last spring.\n\n"
    "“They came with a list and read out our names like a shopping list,” Bahadir Oyqun told reporters.\n\n"
    "“Nobody was told where the buses were going that night,” he said.\n\n"
    "Kasim Dorvan, a deputy minister, disagreed: “These are schools, not prisons, and everyone is free to go.”\n"
)
OTHER = (
    "The harvest festival drew large crowds to the river on Sunday, the mayor of Northport said.\n\n"
    "“We have never seen so many boats on the water in one day,” Mayor Ana Silva said.\n"
)


def reading_of(text, published=None):
    date = PartialDate(value=published) if published else None
    return read_bytes(text.encode(), media_type="text/plain", published=date)


def test_a_reworded_copy_is_found_by_its_quotations_and_dated():
    (copy,) = who_copied_whom([reading_of(ORIGINAL, "2031-05-07"), reading_of(REWORDED, "2031-05-08")])
    assert (copy.first, copy.second, copy.direction) == (0, 1, "first to second")
    assert any("“school register” to “shopping list”" in reason for reason in copy.reasons)


def test_the_later_one_is_the_copy_whatever_the_order():
    (copy,) = who_copied_whom([reading_of(REWORDED, "2031-05-08"), reading_of(ORIGINAL, "2031-05-07")])
    assert copy.direction == "second to first"


def test_without_dates_the_direction_is_unknown():
    (copy,) = who_copied_whom([reading_of(ORIGINAL), reading_of(REWORDED, "2031-05-08")])
    assert copy.direction == "unknown"


def test_two_stories_with_nothing_in_common_are_no_copies():
    assert who_copied_whom([reading_of(ORIGINAL), reading_of(OTHER)]) == ()


def test_one_reading_or_none_has_no_copies():
    assert who_copied_whom([]) == ()
    assert who_copied_whom([reading_of(ORIGINAL)]) == ()


def test_a_minister_speaks_for_his_state_in_every_reading():
    found = {
        each.party: each for each in positions([reading_of(ORIGINAL, "2031-05-07"), reading_of(REWORDED, "2031-05-08")])
    }
    assert "Kasim Dorvan" in found["Sarvandia"].speakers
    assert {said.reading for said in found["Sarvandia"].said} == {0, 1}


def test_positions_stand_in_the_order_of_time():
    (position, *_) = positions([reading_of(REWORDED, "2031-05-08"), reading_of(ORIGINAL, "2031-05-07")])
    dates = [said.date.value for said in position.said]
    assert dates == sorted(dates)
