import pytest

from witnessmark.language.sentences import split_sentences


def sentences(text, language="en"):
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.N. said Mr. J. Smith paid $3.5 million. He left.",
            ["The U.N. said Mr. J. Smith paid $3.5 million.", "He left."],
        ),
        ("He lives in the U.S. They left.", ["He lives in the U.S.", "They left."]),
        ("“We go.” He left… Then? He did.", ["“We go.”", "He left…", "Then?", "He did."]),
        ('"Why?" he asked.', ['"Why?" he asked.']),
        ("See Art. 7 and para. 3. Done.", ["See Art. 7 and para. 3.", "Done."]),
        ("1. First item\n2. Second item", ["1. First item", "2. Second item"]),
        ("他说：“我们反对。”然后他走了。好吗？", ["他说：“我们反对。”", "然后他走了。", "好吗？"]),
        ("هل هذا صحيح؟ لا. قال ذلك.", ["هل هذا صحيح؟", "لا.", "قال ذلك."]),
        ("Это ложь. Он сказал в г. Урумчи нет.", ["Это ложь.", "Он сказал в г. Урумчи нет."]),
        ("بۇ يالغان۔ ئۇ كەتتى.", ["بۇ يالغان۔", "ئۇ كەتتى."]),
        ("Headline without stop\n\nStory begins.", ["Headline without stop", "Story begins."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


def test_line_ends_of_a_hard_wrapped_text_end_no_sentence():
    text = (
        "The report of the office describes a pattern of detention that\n"
        "took place over several years in the western region of the\n"
        "country, and calls for the release of all who were taken from\n"
        "their homes. The government denies it."
    )
    assert len(sentences(text)) == 2
