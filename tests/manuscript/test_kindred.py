"""WM102 on single words: a kindred word for harm and intent, another of the same class, a day's preposition, one voice as many."""

import pytest
from msgspec.structs import replace

from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Passage, Text, Tool

LINES = (
    "On 20 April 2031 two guards took the men to the yard and asked them for their papers.",
    "The women left the camp by 28 April 2031 and took a bus to Tarn.",
    "Twelve men were killed in the yard, and the doctor treated nine women.",
    "The guards closed the school for three days.",
    "The company did not reply by the deadline of 5 May 2031.",
    "Two lists came in: the first held 11 names, and at 10:32, when it was read out, nobody spoke.",
)


@pytest.fixture
def told(evidence, codes):
    """Check one sentence that cites line N of the interview above as S90N, of a named witness."""
    content = "\n\n".join(LINES) + "\n"
    text = Text(
        id="T90", item="E90", kind="canonical", tool=Tool(name="test", version="1"), content=content, language="en"
    )
    starts = [content.index(line) for line in LINES]
    statements = tuple(
        Statement(
            id=f"S90{number}", item="E90", speaker="O90", distance=1, kind="direct",
            passage=Passage(text="T90", start=start, end=start + len(line), quote=line),
        )
        for number, (start, line) in enumerate(zip(starts, LINES, strict=True), 1)
    )  # fmt: skip
    more = replace(
        evidence,
        sources=(*evidence.sources, Source(id="O90", kind="person", name="Dana Holt", reliability="B")),
        items=(*evidence.items, Item(id="E90", media_type="text/plain", source="O90", genre="testimony", texts=("T90",), language="en")),
        texts=(*evidence.texts, text),
        statements=(*evidence.statements, *statements),
    )  # fmt: skip
    return lambda sentence: codes(sentence, evidence=more).count("WM102")


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Dana Holt, two guards beat the men in the yard. [@S901]",
        "According to Dana Holt, two guards deliberately took the men to the yard. [@S901]",
        "According to Dana Holt, guards demanded papers from the men. [@S901]",
        "According to Dana Holt, the women were expelled from the bus. [@S904]",
        "According to Dana Holt, the guards burned down the school. [@S904]",
        "According to Dana Holt, the company refused to reply. [@S905]",
    ],
)
def test_wm102_fires_on_a_word_of_harm_or_intent_that_the_passage_does_not_have(told, sentence):
    assert told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Dana Holt, the men left the camp by 28 April 2031. [@S902]",
        "According to Dana Holt, the women left the camp after 28 April 2031. [@S902]",
        "According to Dana Holt, the women took a lorry to Tarn. [@S902]",
        "According to Dana Holt, twelve men were injured in the yard. [@S903]",
        "According to Dana Holt, the guards closed the school for three weeks. [@S904]",
        "According to Dana Holt, the second list held 11 names. [@S906]",
        "According to Dana Holt, the list was read out at 13:32. [@S906]",
    ],
)
def test_wm102_fires_on_another_of_the_same_class(told, sentence):
    assert told(sentence)


def test_wm102_fires_on_the_words_of_one_told_as_those_of_many(told):
    assert told("Residents said that two guards took the men to the yard. [@S901]")


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Dana Holt, two guards took the men to the yard on 20 April 2031 and asked for their papers. [@S901]",
        "According to Dana Holt, the women had left the camp by 28 April 2031. [@S902]",
        "According to Dana Holt, twelve men were killed and nine women were treated. [@S903]",
        "According to Dana Holt, the school was closed for three days. [@S904]",
        "The company did not reply by the deadline, Dana Holt said. [@S905]",
        "Dana Holt said that the first of two lists was read out at 10:32. [@S906]",
    ],
)
def test_wm102_is_silent_on_the_words_of_the_passage(told, sentence):
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Table 3 repeats these figures.", "method"),
        ("This thematic report deals with four questions.", "method"),
        ("A court would have to weigh these points.", "analysis"),
        ("The second is what he died of.", "analysis"),
        ("The Commission draws no inference from that silence.", "analysis"),
        ("Whoever holds papers on these questions is asked to write to the office.", "recommendation"),
        ("Words in Russian are quoted in attested translations.", "method"),
        ("By the table of the Statistics Bureau, 40 people left.", "attribution"),
        ("The Ministry calls it a forgery.", "attribution"),
        ("A permit is required to leave the village.", "fact"),
        ("Table 3 shows that soldiers killed 12 people.", "attribution"),
        ("There are no beds in the hall.", "fact"),
        ("Prisoners are counted in the morning.", "fact"),
        ("The elements of the unit were at the gate.", "fact"),
    ],
)
def test_sentences_are_told_apart_by_what_they_do(sentence, kind):
    from witnessmark.manuscript.parse import parse

    (only,) = parse(sentence).sentences
    assert only.kind == kind, only.reason


def test_it_after_the_office_is_the_office_only_where_it_reasons():
    from witnessmark.manuscript.parse import parse

    first, second, third = parse(
        "The Office treats this as hearsay. It does not rest on it. It shot three men at the gate."
    ).sentences
    assert (first.kind, second.kind, third.kind) == ("analysis", "analysis", "fact")
