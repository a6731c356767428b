"""One story told again in other words, and in other languages; two stories of one place are not taken for one."""

from itertools import combinations

import pytest

from witnessmark.evidence.sources import Item
from witnessmark.evidence.text import Text, Tool
from witnessmark.reading.prints import fingerprint_of
from witnessmark.reading.reader import read_text
from witnessmark.weighing.copies import near_duplicates

TELLINGS = {
    "E1": ("en", ("On 9 May 2031 guards took 456 people from the hall in Dolgan. There were 28 women, a clerk from Marek said. A list that is "
           "kept in Rundal holds 185 names. The works stood still for 57 days.")),
    "E2": ("en", ("In Dolgan 456 persons were led off on 9 May 2031 when armed men came. Among them were 28 women, so a baker of Marek. "
           "Somebody in Rundal wrote 185 names into a book. Nobody worked for 57 days.")),
    "E3": ("ru", ("9 мая 2031 года охранники вывели 456 человек из зала в посёлке Долган. Среди них было 28 женщин, говорит служащий из города "
           "Марек. В списке, который ведут в городе Рундал, 185 имён. Работы стояли 57 дней.")),
    "E4": ("ar", ("في 9 مايو 2031 أخرج الحراس 456 شخصا من القاعة في دولغان. كان بينهم 28 امرأة، كما قال كاتب من مارك. في روندال قائمة فيها 185 "
           "اسما. توقف العمل 57 يوما.")),
    "E5": ("en", ("On 11 June 2031 guards took 512 people from the hall in Dolgan. There were 31 women, a clerk from Marek said. A list that is "
           "kept in Rundal holds 240 names. The works stood still for 12 days.")),
    "E6": ("ru", ("11 июня 2031 года охранники вывели 77 человек из школы в посёлке Долган. Среди них было 14 женщин, говорит учитель из города "
           "Марек. В городе Рундал хранят 903 имени. Работы стояли 21 день.")),
}  # fmt: skip


@pytest.fixture(scope="module")
def pairs():
    items = []
    for one, (language, words) in TELLINGS.items():
        text = Text(
            id=f"T{one[1:]}",
            item=one,
            kind="canonical",
            tool=Tool(name="t", version="1"),
            content=words,
            language=language,
        )
        items.append(
            Item(id=one, media_type="text/plain", language=language, fingerprint=fingerprint_of(read_text(text)))
        )
    return {(a, b): reason for a, b, reason in near_duplicates(items)}


@pytest.mark.parametrize("pair", list(combinations(["E1", "E2", "E3", "E4"], 2)))
def test_a_story_told_again_is_one_origin(pairs, pair):
    assert pair in pairs


def test_the_reason_says_that_it_crosses_languages(pairs):
    assert pairs["E1", "E3"].startswith("in two languages, the same sequence of numbers (3)")


@pytest.mark.parametrize("pair", [("E1", "E6"), ("E3", "E6"), ("E5", "E6"), ("E2", "E5"), ("E3", "E5")])
def test_another_story_of_the_same_place_is_another_origin(pairs, pair):
    assert pair not in pairs
