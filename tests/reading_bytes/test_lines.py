"""Every line gets a label with a reason; furniture is told from story in text that was scraped already."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.evidence.text import Segment
from witnessmark.reading.lines import STORY_LABELS, label_lines

GOLD = Path(__file__).parent / "data" / "lines.txt"
NEWS = Path(__file__).parents[3] / "shared" / "data" / "news" / "global-2022-08-31.txt"


def gold() -> Iterator[tuple[str, str, str]]:
    language = ""
    for row in GOLD.read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            language = row.strip("[]")
        elif row and not row.startswith("#"):
            yield language, row[0], row[2:]


def labels(text: str, **options: object) -> list[str]:
    return [line.label for line in label_lines(text, **options)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh", "ug"])
def test_story_and_furniture_of_the_gold_are_told_apart(language):
    wrong = [
        (kind, text)
        for told, kind, text in gold()
        if told == language and (labels(text)[0] in STORY_LABELS) != (kind == "S")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh"])
def test_a_page_of_story_and_furniture_keeps_its_story(language):
    rows = [(kind, text) for told, kind, text in gold() if told == language]
    furniture = [text for kind, text in rows if kind == "F"]
    story = [text for kind, text in rows if kind == "S"]
    page, truth = [], []
    for index, text in enumerate(furniture):
        page += [text, "", story[index % len(story)] + f" ({index})", ""]
        truth += ["F", "", "S", ""]
    found = labels("\n".join(page))
    kept = [t for t, label in zip(truth, found, strict=False) if label in STORY_LABELS]
    assert kept.count("S") / len(kept) >= 0.97
    removed = [t for t, label in zip(truth, found, strict=False) if label not in STORY_LABELS]
    assert removed.count("F") / len(furniture) >= 0.95


def test_whole_dirty_pages_lose_no_line_of_story_and_little_furniture_stays():
    kept_right = kept = furniture = told = 0
    for path in sorted((GOLD.parent / "pages").glob("*.txt")):
        rows = path.read_text(encoding="utf-8").splitlines()
        found = labels("\n".join(row[2:] for row in rows))
        for row, label in zip(rows, found, strict=True):
            if row:
                kept += label in STORY_LABELS
                kept_right += label in STORY_LABELS and row[0] == "S"
                furniture += row[0] == "F"
                told += label not in STORY_LABELS and row[0] == "F"
                assert row[0] == "F" or label in STORY_LABELS, row
    assert kept_right / kept >= 0.97
    assert told / furniture >= 0.95


def test_the_news_page_is_read_as_a_person_reads_it():
    if not NEWS.exists():
        pytest.skip("shared data is not here")
    text = NEWS.read_text(encoding="utf-8")
    found = labels(text)
    furniture = [n for n, label in enumerate(found, start=1) if label not in STORY_LABELS and label != "empty"]
    assert furniture == [1, 5, 6, 17, 21, 23, 25, 26, 30, 31, 37, 49, 55, 57]
    assert [n for n, label in enumerate(found, start=1) if label == "headline"] == [3]
    assert [n for n, label in enumerate(found, start=1) if label == "caption"] == [7]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\f\u2028“”:1广ع"), max_size=300))
def test_lines_cover_the_text_and_nothing_is_lost(text):
    lines = label_lines(text)
    assert all(line.reason for line in lines)
    assert all(before.end <= after.start for before, after in pairwise(lines))
    covered = "".join(text[line.start : line.end] for line in lines)
    assert [c for c in text if not c.isspace()] == [c for c in covered if not c.isspace()]


def test_empty_lines_are_labelled_too():
    assert labels("One sentence stands here, said Ann.\n\n \u200b\nTwo.") == ["story", "empty", "empty", "story"]


def test_empty_text_has_one_empty_line():
    assert labels("") == ["empty"]


def test_titles_under_a_heading_of_links_are_links():
    page = "Most read\nMinister resigns after vote in parliament\nFloods close the northern road\nPolice said on Monday that three men were held in the town."
    assert labels(page) == ["related", "related", "related", "story"]


def test_a_repeated_block_is_labelled_where_it_stands_again():
    block = "The council will meet again on Friday to hear the witnesses"
    assert labels(f"{block}\nPolice said so on Monday in the town hall.\n{block}")[2] == "repeated"


def test_answers_that_repeat_are_no_furniture():
    assert labels("Q. Were you there?\nYes.\nQ. Did you see it?\nYes.\nYes.")[1::2] == ["story", "story"]


def test_a_letter_keeps_its_address_and_its_signature():
    letter = "Ministry of Justice\n12 Main Street\nAltynsu\n\nDear Sir,\n\nI write on behalf of three detainees who were arrested in May.\n\nYours faithfully,\nAnn Lee\nLegal Counsel"
    assert set(labels(letter)) <= STORY_LABELS | {"empty"}


def test_running_headers_and_page_numbers_are_told_at_the_edges_of_pages():
    pages = [f"Report on Altynsu\nThe text of page {n} says that men were held in it.\n{n}" for n in range(1, 5)]
    segments, start = [], 0
    for page in pages:
        segments.append(Segment(kind="page", start=start, end=start + len(page)))
        start += len(page) + 1
    found = labels("\n".join(pages), segments=segments)
    assert found[0::3] == ["repeated"] * 4
    assert found[2::3] == ["metadata"] * 4
    assert set(found[1::3]) == {"story"}


def test_a_number_on_a_line_of_its_own_is_kept_in_plain_text():
    assert labels("Detainees by year\n2019\n412")[1:] == ["heading", "heading"]


def test_the_title_of_the_document_is_its_headline():
    page = "World\nThree men held in Altynsu\nPolice said on Monday that three men were held in the town."
    assert labels(page, title="Three men held in Altynsu - The Herald") == ["navigation", "headline", "story"]


def test_one_line_of_many_megabytes_is_labelled_in_bounded_time():
    started = time.process_time()
    (line,) = label_lines("Сказал он. " * 2_000_000)
    assert line.label == "story"
    assert time.process_time() - started < 5


def test_short_lines_after_the_headers_of_a_mail_or_a_page_number_are_kept():
    mail = "To: the office\n\nDear colleagues,"
    header = Segment(kind="header", start=0, end=14, label="headers")
    assert labels(mail, segments=[header]) == ["metadata", "empty", "heading"]
    pages = [Segment(kind="page", start=0, end=40), Segment(kind="page", start=41, end=80)]
    text = "The men were held in a school, she said." + "\n" + "12\nSummary of what was found in the town"
    assert labels(text, segments=pages)[1:] == ["metadata", "heading"]
