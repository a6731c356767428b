"""The first real page: a scraped news text with all its furniture, against its hand-made gold."""

import json
from pathlib import Path

import pytest

from witnessmark.evidence.reading import STORY_LABELS
from witnessmark.reading.reader import read_bytes

FOLDER = Path(__file__).parents[2].parent / "shared/data/news"
NAME = "global-2022-08-31"


@pytest.fixture(scope="module")
def gold():
    path = FOLDER / f"{NAME}.gold.json"
    if not path.exists():
        pytest.skip(f"the news page is not here ({FOLDER})")
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(gold):
    return read_bytes((FOLDER / gold["file"]).read_bytes(), media_type="text/plain", name=gold["file"])


def letters(text, spans):
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def words(page, spans):
    return " ".join(page.text.content[start:end] for start, end in spans)


def match_of(page, entry):
    """The proposal with the best overlap of content, None below half or where the source does not overlap."""
    text = page.text.content
    wanted = letters(text, entry["content"])
    best, score = None, 0.0
    for each in page.statements:
        got = letters(text, each.content)
        overlap = len(wanted & got) / len(wanted | got)
        source = not entry["source"] or any(a < d and c < b for a, b in entry["source"] for c, d in each.source)
        if source and overlap > score:
            best, score = each, overlap
    return best if score >= 0.5 else None


def test_all_24_statements_are_found_and_little_else(page, gold):
    found = [match_of(page, entry) for entry in gold["statements"]]
    assert None not in found
    assert len({each.ordinal for each in found}) == 24
    besides = [each for each in page.statements if each not in found]
    assert len(besides) <= 3, "plans and attitudes that the gold does not count as statements"
    assert all(each.confidence != "high" and each.source for each in besides)


def test_each_has_the_kind_place_speaker_and_polarity_of_the_gold(page, gold):
    for entry in gold["statements"]:
        each = match_of(page, entry)
        assert (each.where, each.kind, each.speaker, each.polarity) == (
            entry["where"], entry["kind"], entry["speaker"], entry["polarity"],
        )  # fmt: skip
        assert bool(each.hedges) == entry["hedge"]


def test_nothing_is_proposed_from_furniture(page):
    furniture = [line for line in page.lines if line.label not in STORY_LABELS]
    for each in page.statements:
        for start, end in (*each.content, *each.source, *each.cue):
            assert not any(line.start < end and start < line.end for line in furniture)


def test_statements_in_captions_carry_the_captions_date(page):
    dated = [
        each
        for each in page.statements
        if each.where == "caption" and each.speaker == "Michelle Bachelet" and "said" in words(page, each.cue)
    ]
    assert [each.date.value for each in dated] == ["2022-08-25", "2022-08-25"]


def test_all_ten_dates_have_their_values(page, gold):
    found = {(each.start, each.end): (each.date.value if each.date else None, each.type) for each in page.dates}
    for entry in gold["dates"]:
        assert found[tuple(entry["span"])] == (entry["value"], entry["type"])


def test_the_two_numbers_are_nobodys(page, gold):
    owners = {(each.start, each.end): each.owner for each in page.quantities}
    assert [owners[tuple(entry["span"])] for entry in gold["quantities"]] == ["", ""]
