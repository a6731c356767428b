"""Walls, consent pages, errors and wrong pages are told in seven languages, and stories are not taken for them."""

import csv
from pathlib import Path

import pytest

from witnessmark.reading.lines import label_lines
from witnessmark.reading.suspect import suspect_reason

WIKINEWS = Path(__file__).parents[2].parent / "shared/data/wikinews/wikinews_2020.csv"
STORY = "Police said on Monday that three men had been held for a week in the old school near the river. " * 12


def reason(text, **options):
    return suspect_reason(text, label_lines(text), **options)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("login wall", "Giriş yap\nE-posta\nŞifre\nŞifremi unuttum"),
        ("login wall", "كىرىش\nئىشلەتكۈچى ئىسمى\nپارول"),
        ("login wall", "Inicia sesión\nCorreo electrónico\nContraseña"),
        ("consent page", "Devam etmeden önce\nÇerezleri kullanıyoruz\nTümünü kabul et"),
        ("consent page", "Cookie ئىشلىتىمىز\nھەممىنى قوبۇل قىلىش"),
        ("consent page", "在继续之前\n我们使用Cookie\n全部接受"),
        ("error page", "Sayfa bulunamadı"),
        ("error page", "This page isn't available right now."),
        ("error page", "Sorry, this content has been removed"),
        ("error page", "الصفحة التي تبحث عنها لم تعد متوفرة"),
        ("error page", "Извините, эта страница удалена"),
        ("error page", "该文章已被删除"),
        ("error page", "La página ya no existe"),
        ("captcha", "Robot olmadığınızı doğrulayın"),
        ("captcha", "Just a moment..."),
    ],
)
def test_a_page_that_holds_no_story_is_told_in_its_language(kind, text):
    assert reason(text).startswith(kind)


def test_a_page_about_something_else_than_its_address_names_is_wrong():
    address = "https://e.org/2031/05/minister-resigns-after-harbour-vote.html"
    assert reason(STORY, address=address).startswith("wrong page")
    assert reason(STORY + "\nThe minister resigned.", address=address) == ""


@pytest.mark.parametrize(
    "address",
    ["https://e.org/", "https://e.org/news/12345", "https://e.org/error-in-three-men-held-case", "https://e.org/a-b-c"],
)
def test_an_address_that_names_no_story_or_this_one_tells_nothing(address):
    assert reason(STORY, address=address) == ""


def test_a_text_in_another_script_is_not_held_against_its_address():
    text = "Полиция сообщила, что трое мужчин неделю провели в старой школе у реки. " * 14
    assert reason(text, address="https://e.org/politsiya-zaderzhala-troih-muzhchin") == ""


def test_no_wikinews_article_whole_or_cut_is_suspect():
    if not WIKINEWS.exists():
        pytest.skip(f"the articles are not here ({WIKINEWS})")
    csv.field_size_limit(1 << 26)
    with WIKINEWS.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    assert [text[:80] for text in texts for cut in (100, 400, None) if reason(text[:cut])] == []
