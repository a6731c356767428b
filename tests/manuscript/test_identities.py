"""Protected names in every dress, and ordinary words that happen to be names."""

import time

import pytest

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.identities import IdentityFinder, find_identities

TELLING = Protected(
    (
        ProtectedPerson(
            source="O1", names=("Jelvan Korbashi", "Жельван Корбаши", "جلوان كرباشي"),
            details=("midwife from Osterfeld", "arrested on 9 October 2029", "three daughters"),
        ),
        ProtectedPerson(source="O2", names=("Miro Łazdan-Özkul",)),
    )
)  # fmt: skip
WORDS = Protected((ProtectedPerson(source="O3", names=("Faith Forest", "June Ward", "Rich Stone")),))


@pytest.mark.parametrize(
    "written",
    ["korbashi", "KORBASHI", "Korbashi's", "Korbashi’s", "Korbashis", "Korbashi-Lund", "Lund-Korbashi", "Jelvans", "Lazdan",
     "lazdan", "Özkul", "ozkul", "Özkul-Łazdan", "Корбаши", "Жельвана", "жельваном", "Корбашиев", "وكرباشي", "لجلوان", "جِلْوَان",
     "K o r b a s h i", "J.e.l.v.a.n", "Kor-\nbashi", "Kor\nbashi", "Kor\\bashi", "Kor*ba*shi", "`Kor``bashi`", "Kor<i>ba</i>shi",
     "Kor<!-- -->bashi", "K&ouml;rbashi", "&#75;orbashi", "%4Borbashi", "https://x.example/%4a%65lvan", "xn--azdan-j7a",
     "K0rbashi", "IMG_korbashi_12.jpg", "{#korbashi}", "{.q by=korbashi}", "keywords: [quarry, korbashi]", "korbashijelvan",
     "Korbashy", "Lazdanova", "@jelvan_k", "Kor\u200bba\u00adshi", "Kоrbаshi"],
)  # fmt: skip
def test_a_part_of_a_protected_name_is_found_however_it_is_written(written):
    assert find_identities(f"Then {written} was there.", TELLING)


@pytest.mark.parametrize(
    "written",
    ["Faith Forest", "Forest, Faith", "FAITH FOREST", "faith_forest.png", "faithforest", "Mrs Forest", "F. Forest",
     "Faith's cousin, Mr Forest", "Inspector Ward", "June Ward's house", "Rich\nStone", "&#70;aith Forest"],
)  # fmt: skip
def test_ordinary_words_are_a_name_in_the_company_of_a_title_or_of_another_part(written):
    assert find_identities(f"There {written} stood.", WORDS)


@pytest.mark.parametrize(
    "sentence",
    ["They lost faith. Forest fires went on in June.", "Ward 7 was full in June 2031.", "Ward B held forty.",
     "The Forest Service denied it.", "Faith remains. Stone walls stand.", "In June Ward C was closed.", "Rich men paid.",
     "A rich stone was found in the forest.", "The Minister of Justice. Stone by stone it fell.", "By June, faith had gone."],
)  # fmt: skip
def test_ordinary_words_alone_are_no_name(sentence):
    assert find_identities(sentence, WORDS) == []


def test_words_of_names_that_may_be_shown_count_only_as_the_whole_name():
    assert find_identities("Korbashi Street was closed.", TELLING, shown=("Korbashi Street",)) == []
    assert find_identities("Jelvan Korbashi was there.", TELLING, shown=("Korbashi Street",))


@pytest.mark.parametrize(
    "sentence",
    ["The midwife, of Osterfeld, was arrested in October 2029.", "Osterfeld's midwife has 3 daughters.",
     "Detained on 9.10.2029, she left three daughters behind."],
)  # fmt: skip
def test_two_reworded_details_tell_who_it_is(sentence):
    assert find_identities(sentence, TELLING)


@pytest.mark.parametrize(
    "sentence", ["A midwife spoke.", "Osterfeld lies in the north; many were arrested in 2029.", "She has a daughter."]
)
def test_one_detail_tells_nobody(sentence):
    assert find_identities(sentence, TELLING) == []


def test_two_wordings_of_one_detail_are_one_detail():
    baker = Protected(
        (ProtectedPerson(source="O5", names=(), details=("baker of the old mill", "bakes at the old mill")),)
    )
    assert find_identities("The baker of the old mill spoke; the mill is old.", baker) == []


def test_a_leak_stands_where_it_is_written_and_does_not_repeat_the_name():
    text = "We met &#75;orbashi there."
    (leak,) = find_identities(text, TELLING)
    assert text[leak.start : leak.end] == "&#75;orbashi"
    assert "orbashi" not in leak.how


def test_the_time_does_not_grow_with_the_number_of_persons():
    many = Protected(
        tuple(ProtectedPerson(source=f"O{n}", names=(f"Vel{'abcdefghij'[n % 10]}r Tog{n}r",)) for n in range(400))
    )
    finder = IdentityFinder(many)
    text = "The guards kept the men in the hall until the evening of that day. " * 1500
    started = time.perf_counter()
    assert finder.find(text) == []
    assert time.perf_counter() - started < 3
