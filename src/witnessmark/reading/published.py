"""When a page was published: what is given, what the document says, what its first lines or its address say."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import Line
from witnessmark.language.dates import find_dates

_IN_ADDRESS: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_.](0[1-9]|1[0-2])[-/_.](0[1-9]|[12]\d|3[01])(?!\d)")
_BYLINES: Final = frozenset({"byline", "dateline", "metadata"})
#: A short heading with a full date at the top is one too, where the labeller does not know the language.
_SHORT: Final = 120
#: A byline or dateline stands among so many lines at the top.
_TOP: Final = 40


def publication_date(
    text: str, lines: Sequence[Line], *, given: PartialDate | None, found: PartialDate | None, address: str
) -> tuple[PartialDate | None, str]:
    """Return the publication date and in words where it is from.

    In this order: as given, as the document's metadata say, as a byline or dateline says, as the address or file name
    says. A caption's date is never taken: pictures are older than the page that shows them.
    """
    if given is not None:
        return given, "as given"
    if found is not None:
        return found, "the document's metadata"
    for line in lines[:_TOP]:
        if line.label in _BYLINES or (line.label == "heading" and line.end - line.start < _SHORT):
            dates = find_dates(text[line.start : line.end], anchor=None)
            whole = [each.date for each in dates if each.date is not None and each.date.precision in {"day", "minute"}]
            if whole:
                return whole[0], f"the {line.label}"
    match = _IN_ADDRESS.search(address)
    if match:
        return PartialDate(
            value="-".join(match.groups()), note="from the address or file name"
        ), "the address or file name"
    return None, ""
