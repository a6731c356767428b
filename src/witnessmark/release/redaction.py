"""One redaction as an officer decided it: words, or a rectangle of a page, and the label that stands in its place."""

import re
from dataclasses import dataclass
from typing import Final

#: The same for every redaction, so that its length tells nothing about the words.
BAR: Final = "█████"
#: What stands in place of redacted words, with its label or (cut short) without.
PLACEHOLDER: Final = re.compile(rf"({BAR})((?: \[redacted: [^\]]*\])?)")


@dataclass(frozen=True, kw_only=True)
class Redaction:
    """Words to remove wherever they stand in an item, or a rectangle on a page.

    `rect` is (left, bottom, right, top) in PDF points from the lower left corner of page `page` (from 1); for an
    image it is (left, top, right, bottom) in pixels from the upper left corner of the image as it is shown upright.
    `label` says what was removed without saying it, such as "name of a protected person".
    """

    label: str
    quote: str = ""
    page: int = 0
    rect: tuple[float, float, float, float] | None = None


def placeholder(label: str) -> str:
    """Return what stands in a text in place of redacted words."""
    return f"{BAR} [redacted: {label}]"
