import pytest

from witnessmark.language.names import find_names


def kinds(text, language="en"):
    return {(name.words, name.kind) for name in find_names(text, language=language)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese President Xi Jinping met U.S. Secretary of State Antony Blinken in Beijing on Monday.",
         {("Chinese", "group"), ("Xi Jinping", "person"), ("U.S.", "place"), ("Antony Blinken", "person"), ("Beijing", "place")}),
        ("The Convention against Torture and resolution 2334 bind States.",
         {("Convention against Torture", "instrument"), ("resolution 2334", "instrument")}),
        ("the International Covenant on Civil and Political Rights", {("International Covenant on Civil and Political Rights", "instrument")}),
        ("Hours later, Wang Wenbin, a spokesman for the Foreign Ministry, said no.", {("Wang Wenbin", "person"), ("Foreign Ministry", "organisation")}),
        ("In Kashgar, Mihrigul Tursun was held. Tursun said so.", {("Kashgar", "place"), ("Mihrigul Tursun", "person"), ("Tursun", "person")}),
        ("the Office of the United Nations High Commissioner for Human Rights",
         {("Office of the United Nations High Commissioner for Human Rights", "organisation")}),
        ("Bosnia and Herzegovina", {("Bosnia and Herzegovina", "place")}),
        ("documents A/HRC/51/5 and A/HRC/51/5/Corr.1", {("A/HRC/51/5", "instrument"), ("A/HRC/51/5/Corr.1", "instrument")}),
        ("外交部发言人汪文斌表示", {("外交部", "organisation"), ("汪文斌", "person")}),
        ("قال السفير تشانغ جون إن الأمم المتحدة", {("تشانغ جون", "person"), ("الأمم المتحدة", "organisation")}),
        ("Министр Сергей Лавров заявил в Женеве", {("Сергей Лавров", "person"), ("Женеве", "place")}),
        ("ئابدۇۋەلى ئايۇپ ئەپەندى شىنجاڭ", {("ئابدۇۋەلى ئايۇپ", "person"), ("شىنجاڭ", "place")}),
    ],
)  # fmt: skip
def test_names_have_their_kind(text, expected):
    assert expected <= kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said so.",
        "Hours later they left.",
        "But they did.",
        "Story continues below advertisement",
        "On Monday in May.",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(text):
    assert kinds(text) == set()


def test_a_name_nobody_told_about_is_unknown():
    assert kinds("He wrote to Oruzgan often.") == {("Oruzgan", "unknown")}


def test_german_nouns_are_no_names():
    assert kinds("Er sagte, der Bericht sei eine Lüge, so Berlin.", language="de") == {("Berlin", "place")}


def test_a_uyghur_case_ending_is_not_part_of_the_name():
    assert kinds("شىنجاڭدا") == {("شىنجاڭ", "place")}


def test_an_office_is_no_person():
    assert kinds("قال المتحدث باسم وزارة الخارجية") == {("وزارة الخارجية", "organisation")}


def test_a_possessive_is_not_part_of_the_name():
    assert ("China", "place") in kinds("It was China’s report, and China's alone, China‘s.")


def test_script_is_told():
    assert {name.script for name in find_names("Beijing 北京 Пекин")} == {"Latn", "Hani", "Cyrl"}


def test_turkish_names_end_where_a_case_ending_is_written_on():
    text = "Cumhurbaşkanı Recep Tayyip Erdoğan Ankara'da konuştu. Dışişleri Bakanı Hakan Fidan’ın sözleri."
    found = [(name.words, name.kind) for name in find_names(text, language="tr")]
    assert ("Recep Tayyip Erdoğan", "person") in found
    assert ("Ankara", "place") in found
    assert ("Hakan Fidan", "person") in found


@pytest.mark.parametrize(
    ("text", "person", "other"),
    [
        ("They met Martin Smith of PBS there.", "Martin Smith", "PBS"),
        ("They met Crown Prince Omar bin Said of Valdoria there.", "Omar bin Said", "Valdoria"),
    ],
)
def test_what_a_person_is_of_is_no_part_of_the_name(text, person, other):
    found = {name.words: name.kind for name in find_names(text)}
    assert found[person] == "person"
    assert other in found
