"""Lines that belong to a story without being its text: byline, dateline, correction, caption."""

from witnessmark.reading.lines_byline import byline_verdict
from witnessmark.reading.lines_credits import credit_verdict
from witnessmark.reading.lines_dateline import is_dateline
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_shape import Shape


def editorial_verdict(shape: Shape) -> Verdict | None:
    """Return correction, dateline, byline or caption where a line announces itself as one; it stays in the story."""
    if is_dateline(shape):
        return Verdict("dateline", "holds nothing but a date or a time stamp")
    return credit_verdict(shape) or byline_verdict(shape)
