"""What lies outside the main text of a web page is told, and an extractor that misses the story is not believed."""

from witnessmark.evidence.reading import STORY_LABELS
from witnessmark.reading.html import read_html
from witnessmark.reading.html_blocks import Block
from witnessmark.reading.html_main import mark_outside
from witnessmark.reading.lines import label_lines

STORY = [
    f"On day {n} of the inquiry the clerk told the judge that the register had been kept in the cellar, under the coal, and "
    f"that nobody had asked him for it before; he named {n + 3} people who had known."
    for n in range(1, 9)
]


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)


def page(story=PARAGRAPHS):
    above = "".join(f"<div><a href='/{n}'>Section {n}</a></div>" for n in range(25))
    below = "".join(f"<div>Harbour notice number {n} of the week</div>" for n in range(20))
    source = f"<html><head><title>The register in the cellar</title></head><body>{above}<article><h1>The register in the cellar</h1>{story}</article><div class='rail'>{below}</div></body></html>"
    return source.encode()


def kept(data):
    found = read_html(data)
    lines = label_lines(found.content, segments=found.segments, title=found.title)
    return [found.content[line.start : line.end] for line in lines if line.label in STORY_LABELS]


def test_only_headline_and_story_of_a_portal_page_are_kept():
    assert kept(page()) == ["The register in the cellar", *STORY]


def test_a_story_in_a_part_named_after_a_wall_is_kept():
    story = f"<div class='paywall'>{PARAGRAPHS}</div>"
    assert [text for text in kept(page(story)) if text in STORY] == STORY


def test_an_extractor_that_finds_no_story_is_not_believed():
    blocks = tuple(Block(text, "paragraph", apart=True, linked=0.0) for text in STORY * 5)
    assert mark_outside(blocks, "<html><body><p>Nothing of it.</p></body></html>", "") == blocks


def test_a_small_page_is_left_as_it_is():
    blocks = (Block("Notice", "heading", apart=True, linked=0.0), Block("Closed.", "paragraph", apart=True, linked=0.0))
    assert mark_outside(blocks, "<html><body></body></html>", "") == blocks
