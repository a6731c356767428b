"""What is no statement though the tagger may take it for one. All texts are invented."""

import pytest

from witnessmark.reading.acts import is_act
from witnessmark.reading.attribution import Attribution


def attribution(text: str, source: str, cue: str, content: str, confidence: str = "medium") -> Attribution:
    """Return an attribution of parts of a text; a source may be absent."""

    def spans(part: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(part), text.index(part) + len(part)),) if part else ()

    return Attribution(content=spans(content), source=spans(source), cue=spans(cue), confidence=confidence)  # type: ignore[arg-type]  # one of three words


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Footage from the dam showed men at the gate.", "Footage from the dam", "showed", "men at the gate"),
        ("Judge Fell sentenced him to nine years.", "Judge Fell", "sentenced", "him to nine years"),
        ("The court has suspended the minister.", "The court", "has suspended", "the minister"),
        ("The gate is commonly known as the Old Door.", "", "is commonly known as", "the Old Door"),
        ("Vall posted US$2 million bond.", "Vall", "posted", "US$2 million bond"),
    ],
)
def test_deeds_pictures_and_names_are_no_statements(text: str, source: str, cue: str, content: str) -> None:
    assert is_act(text, attribution(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The report showed men at the gate.", "The report", "showed", "men at the gate"),
        ("The mayor called the dam “old”.", "The mayor", "called", "the dam “old”"),
        ("The minister suspended talks, calling them “a farce”.", "The minister", "suspended", "them “a farce”"),
        ("The army said nine men left.", "The army", "said", "nine men left"),
    ],
)
def test_words_are_statements(text: str, source: str, cue: str, content: str) -> None:
    assert not is_act(text, attribution(text, source, cue, content))


def test_a_deed_of_which_the_tagger_is_very_sure_is_left_to_it() -> None:
    text = "Judge Fell sentenced him to nine years."
    assert not is_act(text, attribution(text, "Judge Fell", "sentenced", "him to nine years", "high"))
