"""Direct quotations in Chinese, Arabic, Russian and Uyghur, and saying what is not supported."""

import pytest

from witnessmark.reading.reader import read_bytes


def reading_of(text):
    return read_bytes(text.encode(), media_type="text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("zh", "外交部发言人表示：“有关报道完全不符合事实，我们坚决反对。”\n", "外交部发言人", "“有关报道完全不符合事实，我们坚决反对。”"),
        ("zh", "“我们被带到一个营地，在那里待了三个月，”一名前被拘押者说。\n", "一名前被拘押者", "“我们被带到一个营地，在那里待了三个月，”"),
        ("ru", "Министр Сергей Лавров заявил: «Это ложь и провокация против нашей страны».\n", "Министр Сергей Лавров",
         "«Это ложь и провокация против нашей страны»"),
        ("ru", "«Нас держали в подвале три недели», — сказала Анна Петрова.\n", "Анна Петрова", "«Нас держали в подвале три недели»"),
        ("ar", "قال المتحدث باسم الوزارة: «هذا كذب محض ولا أساس له».\n", "المتحدث باسم الوزارة", "«هذا كذب محض ولا أساس له»"),
        ("ug", "شاھىت مۇنداق دېدى: «ئۇلار بىزنى كېچىدە ئېلىپ كەتتى».\n", "شاھىت", "«ئۇلار بىزنى كېچىدە ئېلىپ كەتتى»"),
    ],
)  # fmt: skip
def test_a_quotation_with_its_verb_is_attributed(language, text, source, content):
    reading = reading_of(text)
    (each,) = reading.statements
    assert reading.language in {language, ""}  # too short for certainty
    assert [text[a:b] for a, b in each.source] == [source]
    assert [text[a:b] for a, b in each.content] == [content]
    assert each.kind == "direct"


def test_a_quotation_without_a_verb_is_nobodys():
    assert reading_of("На стене висела надпись «Выход закрыт до понедельника» и больше ничего.\n").statements == ()


def test_what_is_not_supported_is_said():
    assert any(
        "only quotations" in words for words in reading_of("外交部发言人表示，有关报道完全不符合事实。\n").unsupported
    )
