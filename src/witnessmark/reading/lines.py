"""Line labels: what in a text is the story and what is furniture, each line with its reason; nothing is deleted."""

from collections.abc import Iterable

from witnessmark.evidence.reading import STORY_LABELS, Line
from witnessmark.evidence.text import Segment
from witnessmark.reading.lines_byline import label_bylines
from witnessmark.reading.lines_context import (
    Verdicts,
    label_inside_prompts,
    label_link_lists,
    label_repeated,
    label_tail,
    label_video_titles,
    rest,
)
from witnessmark.reading.lines_editorial import editorial_verdict
from witnessmark.reading.lines_headline import label_headline
from witnessmark.reading.lines_rules import Verdict, lead_verdict, phrase_verdict, sentence_verdict
from witnessmark.reading.lines_segments import hints, page_furniture
from witnessmark.reading.lines_shape import Shape, shape_of, split_lines
from witnessmark.reading.lines_weighed import label_weighed, scores_of

__all__ = ["STORY_LABELS", "label_lines", "split_lines"]


def label_lines(
    text: str, *, segments: Iterable[Segment] = (), language: str = "", title: str = ""
) -> tuple[Line, ...]:
    """Return one `Line` for every line of `text`, empty ones too, in order, offsets in code points without line ends.

    `segments` of the same text say what the document's own structure tells of a line, `title` is the document's title.
    `language` is not needed: the vocabularies of all languages are tried. The cost is linear, whatever a line's length.
    """
    del language
    shapes = [shape_of(text, start, end) for start, end in split_lines(text)]
    verdicts = ruled(shapes, tuple(segments))
    weighed = scores_of(shapes, verdicts)
    label_headline(shapes, verdicts, weighed, title)
    label_bylines(shapes, verdicts)
    label_weighed(shapes, verdicts, weighed)
    label_link_lists(shapes, verdicts, outside=True)
    label_tail(shapes, verdicts)
    return tuple(_line(shape, verdict or rest(shape)) for shape, verdict in zip(shapes, verdicts, strict=True))


def ruled(shapes: list[Shape], segments: tuple[Segment, ...] = ()) -> Verdicts:
    """Return what rules say of each line: verdicts with their reasons, None where none spoke."""
    structure = hints(shapes, segments)
    verdicts: Verdicts = [_alone(shape, hint) for shape, hint in zip(shapes, structure, strict=True)]
    for index, verdict in page_furniture(shapes, segments).items():
        verdicts[index] = verdict
    label_video_titles(shapes, verdicts)
    label_repeated(shapes, verdicts)
    label_link_lists(shapes, verdicts)
    label_inside_prompts(shapes, verdicts)
    return verdicts


def _alone(shape: Shape, hint: Verdict | None) -> Verdict | None:
    if shape.empty:
        return Verdict("empty", "no visible character")
    if hint is not None and hint.certain:
        return hint
    return editorial_verdict(shape) or phrase_verdict(shape) or lead_verdict(shape) or sentence_verdict(shape) or hint


def _line(shape: Shape, verdict: Verdict) -> Line:
    return Line(start=shape.start, end=shape.end, label=verdict.label, reason=verdict.reason)
