"""Sentences on the office's own work, on the world, and in the voice of what they cite are told apart."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The Mission talked to nobody but read the ledger of the mine.",
        "The Office has not been able to compare the two ledgers.",
        "We met the cook twice, and listened to her recording.",
        "His full name is known to the Office.",
        "The testimonies of the cook and the miner diverge on the hour.",
        "The discrepancy is seven.",
        "Please tell us of any mistake.",
        "The Office interviewed nine people who had been detained.",
        "The Office reviewed the ledger. It compared both copies of it.",
        "The Office chose the lower number. It did so out of caution.",
    ],
)
def test_wm101_is_silent_on_the_work_of_the_office(codes, sentence):
    assert "WM101" not in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Office believes that guards looted the canteen.",
        "This report establishes that the school was closed.",
        "Overall, guards looted the canteen.",
        "We visited the canteen, which the guards looted.",
        "# Methodology\n\nGuards looted the canteen.",
        "::: recommendation\nGuards looted the canteen.\n:::",
        "::: analysis\nGuards looted the canteen.\n:::",
        "# Guards looted the canteen",
        "| What | When |\n|---|---|\n| Guards looted the canteen | May |",
        "Marek said that the guards may have been ordered to keep the gate closed [@S4].[^1]\n\n[^1]: Guards looted the canteen.",
    ],
)
def test_wm101_fires_on_facts_wherever_they_stand(codes, sentence):
    assert [one for one in codes(sentence) if one != "WM910"] == ["WM101"]


@pytest.mark.parametrize(
    "sentence",
    [
        "# What the guards did\n\nThe ministry denied that the men had been beaten [@S3].",
        "# Recommendations\n\nThe ministry should publish the ledger.",
        "# Methodology\n\nEach interview was voluntary.",
        "# Miners were beaten, says a cook\n\nThe cook said that miners were beaten [@S7].",
    ],
)
def test_wm101_is_silent_on_titles_advice_and_method(codes, sentence):
    assert "WM101" not in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The union puts the number at up to 40 workers [@S5].",
        "Up to 40 workers, by the union's count, were at the site [@S5].",
        "For the union, up to 40 workers were at the site [@S5].",
        "The miner keeps to nine days [@S6].",
        "According to the miner, they were kept in the hall for nine days [@S6]. That is more than a week [@S6].",
    ],
)
def test_wm201_takes_the_voice_of_a_cited_source_as_attribution(codes, sentence):
    assert "WM201" not in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The baker keeps to nine days [@S6].",
        "They were kept in the hall for nine days [@S6].",
        "The miner struck two boys [@S12].",
    ],
)
def test_wm201_fires_when_the_subject_is_nobody_who_is_cited(codes, sentence):
    assert "WM201" in codes(sentence)


def test_wm101_fires_on_what_the_office_knows_in_any_section(codes):
    assert codes("# Recommendations\n\nWe know that guards looted the canteen.") == ["WM101"]


def test_wm102_fires_on_medical_words_above_those_of_the_source(codes):
    assert "WM102" in codes("Marek said that the scars were diagnostic of blows [@S4].")
