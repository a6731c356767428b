"""Whose number a quantity is, and of when."""

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention, Proposal, QuantityMention
from witnessmark.reading.owners import with_owners

TEXT = (
    "In May 40 men were held. Saleh said on Monday that the army took 60 men in June; 5 fled, Novak said he was told."
)


def quantity(words):
    return QuantityMention(start=TEXT.index(words), end=TEXT.index(words) + len(words), words=words)


def date(words, value):
    start = TEXT.index(words)
    return DateMention(start=start, end=start + len(words), words=words, type="point", date=PartialDate(value=value))


def statement(ordinal, words, speaker, source=""):
    start = TEXT.index(words)
    sources = ((TEXT.index(source), TEXT.index(source) + len(source)),) if source else ()
    return Proposal(
        ordinal=ordinal, where="story", kind="indirect", content=((start, start + len(words)),), source=sources,
        speaker=speaker,
    )  # fmt: skip


DATES = [date("May", "2031-05"), date("Monday", "2031-06-30"), date("June", "2031-06")]
SAID = [
    statement(1, "that the army took 60 men in June; 5 fled, Novak said he was told", "Karim Saleh"),
    statement(2, "5 fled", "", source="Novak"),
]


def owners_and_dates(*words):
    found = with_owners(TEXT, [quantity(each) for each in words], SAID, DATES)
    return [(each.owner, each.date.value if each.date else None) for each in found]


def test_a_number_outside_of_all_statements_is_nobodys_and_of_the_date_in_its_clause():
    assert owners_and_dates("40 men") == [("", "2031-05")]


def test_a_number_within_a_statement_is_its_speakers_and_not_of_the_day_it_was_said():
    assert owners_and_dates("60 men") == [("Karim Saleh", "2031-06")]


def test_the_innermost_statement_owns_a_number_and_an_unresolved_speaker_is_told_in_the_texts_words():
    assert owners_and_dates("5") == [("Novak", None)]


def test_without_dates_no_number_is_of_a_date():
    assert [each.date for each in with_owners(TEXT, [quantity("40 men")], [])] == [None]
