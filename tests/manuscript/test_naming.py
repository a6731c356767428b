"""Spellings of names, places of one name, portraits."""

import msgspec
import pytest

from witnessmark.evidence.events import Name, Person, Place
from witnessmark.evidence.sources import Item, Portrait


@pytest.fixture
def fired(codes, evidence):
    def run(body, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        return [code for code in codes(body, evidence=given) if code in {"WM804", "WM805", "WM806"}]

    return run


def test_wm804_fires_on_a_name_one_letter_off_a_recorded_one(fired):
    assert fired("According to the miner Ilan Merek, the gate was closed. [@S4]") == ["WM804"]


def test_wm804_is_silent_on_recorded_names_genitives_and_names_of_the_sources(fired):
    assert (
        fired("According to the miner Ilan Marek, the gate was closed. Marek's cousin spoke to the Gazette. [@S4]")
        == []
    )


def test_wm804_fires_on_two_recorded_spellings_in_one_report(fired):
    persons = (Person(id="P1", name="Ilan Marek", names=(Name(text="Eelan Marrek", script="Latn"),)),)
    body = "According to Ilan Marek, the gate was closed. [@S4] According to Eelan Marrek, nobody asked. [@S2]"
    assert "WM804" in fired(body, persons=persons)


PLACES = (
    Place(id="L1", name="Tarn", within="L3"),
    Place(id="L2", name="Tarn", within="L4"),
    Place(id="L3", name="Upper District"),
    Place(id="L4", name="Lower District"),
)


def test_wm805_fires_on_a_place_name_of_two_places_and_is_silent_with_the_district(fired):
    assert "WM805" in fired("They were held at Tarn. [@S6]", places=PLACES)
    assert "WM805" not in fired("They were held at Tarn, in the Upper District. [@S6]", places=PLACES)
    assert "WM805" not in fired("They were held at Tarn. [@S6]", places=PLACES[:1])


def picture(*matched):
    return (Item(id="E1", media_type="image/jpeg", portraits=tuple(matched)),)


def test_wm805_is_silent_on_a_place_of_its_own(fired):
    assert "WM805" not in fired("They were held at Tarn. [@S6]", places=PLACES[2:])


def test_wm806_fires_on_a_portrait_that_two_persons_did_not_match(fired):
    caption = "![Ilan Marek at the gate](E1)\n"
    one = Portrait(person="P1", by="A. Reader", basis="the scar")
    two = Portrait(person="P1", by="B. Looker", basis="met him twice")
    assert fired(caption, items=picture()) == ["WM806"]
    assert fired(caption, items=picture(one)) == ["WM806"]
    assert fired(caption, items=picture(one, one)) == ["WM806"]
    assert fired(caption, items=picture(one, two)) == []


def test_wm806_is_silent_on_who_took_or_sent_a_picture(fired):
    assert fired("![The gate, photograph by Ilan Marek](E1)\n", items=picture()) == []
