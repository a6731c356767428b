"""What a line is by its neighbours: repetition, what stands under a video or inside a prompt, lists of links."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from witnessmark.evidence.reading import STORY_LABELS, LineLabel
from witnessmark.reading.lines_features import stop_of
from witnessmark.reading.lines_places import is_prose
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape

Verdicts = list[Verdict | None]
#: Prompts spread over several lines; what stands inside one belongs to it.
_SPREADING: Final = frozenset({"newsletter", "consent", "login", "share", "related", "legal", "navigation"})
_REPEATED_WORDS: Final = 6
#: Headings that open a list → the longest line, in words, that still belongs to it: titles of pages, names of topics.
_LONGEST_LISTED: Final = {"related": 24, "metadata": 4}
#: A prompt holds at most this many lines between two that tell it, none longer than this.
_PROMPT_LINES: Final = 3
_PROMPT_WORDS: Final = 16
_READER: Final = re.compile(
    r"\b(?:you|your|vous|votre|vos|tu|tus|te|su|sus|usted|вы|вам|вас|ваш\w*|i agree|je souhaite|acepto)\b"
    r"|[您你]|(?:^|\s)(?:لك|لكم|بريدك)(?:\s|$)"
)


def label_video_titles(shapes: list[Shape], verdicts: Verdicts) -> None:
    """Label the line under a video's control that repeats the control's title, and a long line after it as its caption."""
    for index, shape in enumerate(shapes):
        verdict = verdicts[index]
        if verdict is None or verdict.label != "navigation":
            continue
        after = _next_full(shapes, index)
        if after is None or not shapes[after].key or shapes[after].words < 2:  # noqa: PLR2004  (one word repeats by chance)
            continue
        if shape.key.endswith(shapes[after].key):
            verdicts[after] = Verdict("repeated", "repeats the title of the video above it")
            _label_caption(shapes, verdicts, after)


def _label_caption(shapes: list[Shape], verdicts: Verdicts, title: int) -> None:
    below = title + 1
    if below < len(shapes) and not shapes[below].empty and shapes[below].words > 12 and verdicts[below] is None:  # noqa: PLR2004  (a caption is a sentence)
        verdicts[below] = Verdict("caption", "stands directly under the title of a video")


def label_repeated(shapes: list[Shape], verdicts: Verdicts) -> None:
    """Label every later copy of a line, and every copy of a short one that stands three times and ends as no sentence."""
    counts = Counter(shape.key for shape in shapes if shape.key)
    seen: set[str] = set()
    for index, shape in enumerate(shapes):
        if not shape.key or counts[shape.key] == 1:
            continue
        again = shape.key in seen
        seen.add(shape.key)
        if verdicts[index] is not None:
            continue
        if again and (shape.words >= _REPEATED_WORDS or not shape.stopped):
            verdicts[index] = Verdict("repeated", "the same line stands above")


def label_inside_prompts(shapes: list[Shape], verdicts: Verdicts) -> None:
    """Label short lines that stand between, or directly against, lines of one prompt."""
    full = [index for index, shape in enumerate(shapes) if not shape.empty]
    for position, index in enumerate(full):
        if verdicts[index] is not None or not shapes[index].short:
            continue
        before = verdicts[full[position - 1]] if position else None
        after = verdicts[full[position + 1]] if position + 1 < len(full) else None
        if before and after and before.label == after.label and before.label in _SPREADING:
            verdicts[index] = Verdict(before.label, "a short line within such a block")
    _label_inside_newsletters(shapes, verdicts, full)


def _label_inside_newsletters(shapes: list[Shape], verdicts: Verdicts, full: list[int]) -> None:
    """Label what stands between two lines of a newsletter prompt, if it is short or speaks to the reader, and reports nothing."""
    told = [
        n for n, index in enumerate(full) if (verdict := verdicts[index]) is not None and verdict.label == "newsletter"
    ]
    for first, second in pairwise(told):
        between = full[first + 1 : second]
        if 0 < len(between) <= _PROMPT_LINES and all(_prompting(shapes[index], verdicts[index]) for index in between):
            for index in between:
                verdicts[index] = Verdict("newsletter", "stands within a newsletter prompt")


def _prompting(shape: Shape, verdict: Verdict | None) -> bool:
    if verdict is not None or shape.quoted or shape.words > _PROMPT_WORDS:
        return False
    folded = shape.head.casefold()
    return (not shape.stopped or _READER.search(folded) is not None) and REPORTED.search(folded) is None


def label_link_lists(shapes: list[Shape], verdicts: Verdicts, *, outside: bool = False) -> None:
    """Label the short lines that follow a heading of links, up to the first line that ends as a sentence does.

    `outside`: only before the first and after the last paragraph, where no headings of the story's own stand.
    """
    prose = [i for i, shape in enumerate(shapes) if verdicts[i] is None and is_prose(shape)] if outside else []
    listing = ""
    kept = {"repeated", "metadata"} if outside else {"repeated"}  # a link may have its date beneath it
    for index, shape in enumerate(shapes):
        verdict = verdicts[index]
        if prose and prose[0] <= index <= prose[-1]:
            listing = ""
            continue
        if shape.empty:
            continue
        if verdict is not None:
            opens = (
                (verdict.heads or (verdict.label == "related" and verdict.certain))
                and verdict.label in _LONGEST_LISTED
                and (shape.short or shape.colon)
            )
            listing = (
                verdict.label
                if opens or (outside and verdict.label == "related")
                else listing
                if verdict.label in kept
                else ""
            )
        elif listing and stop_of(shape) != "stopped" and not shape.quoted and shape.words <= _LONGEST_LISTED[listing]:
            verdicts[index] = Verdict(
                "related" if listing == "related" else "metadata", f"stands in a list of {listing} things"
            )
        else:
            listing = ""


#: A page of the web has at least this share of furniture.
_TAIL_DIRT: Final = 0.08


def label_tail(shapes: list[Shape], verdicts: Verdicts) -> None:
    """Label a run of titles after the last sentence of a page that has furniture: links, not story."""
    furniture = sum(v is not None and v.label not in STORY_LABELS and v.label != "empty" for v in verdicts)
    full = sum(not shape.empty for shape in shapes)
    if furniture < max(2, _TAIL_DIRT * full):  # one such line does not make a text a web page
        return
    last = max(
        (i for i, s in enumerate(shapes) if verdicts[i] is None and (stop_of(s) == "stopped" or s.quoted or s.colon)),
        default=len(shapes),
    )
    while last + 1 < len(shapes) and verdicts[last + 1] is None and (shapes[last + 1].bullet or shapes[last + 1].empty):
        last += 1  # the list that the last sentence opens
    tail = [i for i in range(last + 1, len(shapes)) if verdicts[i] is None and not shapes[i].empty]
    titles = [i for i in tail if shapes[i].words >= 4 and stop_of(shapes[i]) != "stopped"]  # noqa: PLR2004  (shorter lines may sign a letter)
    if len(titles) >= 2:  # noqa: PLR2004  (one line may be the story's last heading)
        for index in tail:
            verdicts[index] = Verdict("related", "a title after the last sentence of the page")


def _next_full(shapes: list[Shape], index: int) -> int | None:
    return next((i for i in range(index + 1, min(index + 4, len(shapes))) if not shapes[i].empty), None)


def rest(shape: Shape) -> Verdict:
    """Return the label of a line that no rule spoke for: it is kept as story, as a list or as a heading."""
    label: LineLabel = "list" if shape.bullet else "heading" if shape.short and not shape.quoted else "story"
    reasons: dict[LineLabel, str] = {
        "list": "opens with a bullet or a number",
        "heading": "a short line that ends as no sentence does",
        "story": "no sign of furniture",
    }
    return Verdict(label, reasons[label])
