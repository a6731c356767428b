import pytest

from witnessmark.language.identify import identify


@pytest.mark.parametrize(
    ("text", "code", "script", "direction"),
    [
        ("شىنجاڭ ئۇيغۇر ئاپتونوم رايونى خەلق ھۆكۈمىتى", "ug", "Arab", "rtl"),
        ("بیانیه دولت در مورد گزارش سازمان ملل متحد منتشر شد", "fa", "Arab", "rtl"),
        ("أعلنت الحكومة اليوم أن التقرير غير صحيح", "ar", "Arab", "rtl"),
        ("Türkiye hükümeti dün bir açıklama yaptı ve raporu reddetti", "tr", "Latn", "ltr"),
        ("中国政府发表声明说这份报告是谎言", "zh", "Hans", "ltr"),
        ("Правительство заявило сегодня о докладе", "ru", "Cyrl", "ltr"),
        ("The report was released on Wednesday.", "en", "Latn", "ltr"),
    ],
)
def test_languages_of_the_field_are_recognised(text, code, script, direction):
    found = identify(text)
    assert (found.code, found.script, found.direction) == (code, script, direction)


@pytest.mark.parametrize("text", ["", "31", "Hello", "سلام", "\x00\ud800", "…!?"])
def test_a_short_string_is_unknown_rather_than_a_guess(text):
    assert (identify(text).code, identify(text).confidence) == ("", "unknown")


def test_direction_is_known_even_when_the_language_is_not():
    assert identify("سلام").direction == "rtl"
