import re
from itertools import pairwise

import lxml.html
import pytest

from witnessmark.release.build import build_release


@pytest.fixture(scope="module")
def pages(case, tmp_path_factory):
    folder = build_release(case.plan, tmp_path_factory.mktemp("release") / "report").folder
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")}


@pytest.fixture(scope="module")
def index(pages):
    return lxml.html.fromstring(pages["index.html"])


def test_nothing_runs_and_nothing_is_fetched(pages):
    for path, text in pages.items():
        assert "default-src 'none'" in text, path
        assert not re.search(r"<script|<iframe|<link|<object|\son\w+=|javascript:|url\(", text, re.IGNORECASE), path
        tree = lxml.html.fromstring(text)
        for address in [*tree.xpath("//@href"), *tree.xpath("//@src")]:
            assert not re.match(r"[a-z]+:", address), (path, address)


def test_landmarks_language_title_and_skip_link_are_there(pages):
    for path, text in pages.items():
        tree = lxml.html.fromstring(text)
        assert tree.get("lang") == "en", path
        assert tree.findtext(".//title").strip(), path
        assert len(tree.xpath("//main[@id='main']")) == 1, path
        assert tree.xpath("//a[@class='skip']/@href") == ["#main"], path


def test_headings_do_not_skip_a_level_and_ids_are_unique(pages):
    for path, text in pages.items():
        tree = lxml.html.fromstring(text)
        levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_paragraphs_are_numbered_and_can_be_led_to(index):
    assert [one.get("id") for one in index.xpath("//div[@class='para']")] == [f"p{number}" for number in range(1, 9)]


def test_each_footnote_leads_to_a_mark_in_the_passage_and_back(index, pages):
    (note,) = index.xpath("//li[@id='fn-6']")
    href = note.xpath(".//a[@class='cite']/@href")[0]
    path, fragment = href.split("#")
    (mark,) = lxml.html.fromstring(pages[path]).xpath(f"//*[@id='{fragment}']")
    assert mark.tag == "mark"
    assert "ھېچكىم بىزگە" in mark.text_content()
    assert note.xpath("./a[@class='back']/@href") == ["#ref-6"]


def test_words_quoted_from_right_to_left_are_isolated_with_their_language(index):
    quoted = {(one.get("lang"), one.get("dir")): one.text_content() for one in index.xpath("//bdi[@class='quoted']")}
    assert quoted["ug", "rtl"] == "ھېچكىم بىزگە سوت قارارى كۆرسەتمىدى"
    assert quoted["ar", "rtl"] == "المراكز مفتوحة والطلاب أحرار"
    assert index.xpath("//blockquote/@dir") == ["rtl"]


def test_a_right_to_left_source_is_shown_in_its_own_direction(pages):
    (source, translation) = lxml.html.fromstring(pages["passages/E2.html"]).xpath("//div[@class='source']")
    assert (source.get("dir"), source.get("lang")) == ("rtl", "ug")
    assert (translation.get("dir"), translation.get("lang")) == ("ltr", "en")


def test_the_text_of_a_source_is_whole_on_its_page(pages, case):
    (source,) = lxml.html.fromstring(pages["passages/E4.html"]).xpath("//div[@class='source']")
    assert source.text_content() == case.data["E10"].decode()


def test_a_finding_shows_level_basis_contrary_evidence_and_reply(index):
    (box,) = index.xpath("//section[@class='finding']")
    text = box.text_content()
    assert "Facts: credible" in text
    assert "Speaks against it" in text
    assert "所谓的大规模拘留纯属捏造。" in text
    assert "Ministry of Foreign Affairs denies" in text
    assert box.get("id") == "F1"


def test_a_quotation_from_a_translation_is_told_in_its_note(index):
    assert "quoted from the attested translation" in index.xpath("//li[@id='fn-7']")[0].text_content()
    assert "quoted from the attested" not in index.xpath("//li[@id='fn-3']")[0].text_content()


def test_what_is_withheld_is_told_and_nothing_else(pages):
    text = lxml.html.fromstring(pages["passages/E6.html"]).text_content()
    assert "Withheld. Only its commitment is published." in text
    assert "Interview" not in text
    assert "E6" in pages["record/withheld.html"]


def test_the_commitment_and_its_log_entry_stand_on_every_passage_page(pages):
    for path, text in pages.items():
        if path.startswith("passages/"):
            assert re.search(r"<code>[0-9a-f]{64}</code>", text), path
            assert re.search(r"as entry \d+", text), path


def test_markup_in_a_source_is_shown_not_obeyed(pages):
    assert "<script>" not in pages["passages/E1.html"]
