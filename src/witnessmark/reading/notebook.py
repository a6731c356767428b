"""The entrance for notebooks and scripts: one function for a text, a file or bytes, and a reading that shows itself."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from witnessmark.evidence.dates import PartialDate, Precision
from witnessmark.evidence.reading import STORY_LABELS, Reading, Span
from witnessmark.evidence.text import Text
from witnessmark.reading.errors import ReadingError
from witnessmark.reading.extraction import tool
from witnessmark.reading.kinds import kind_of, kind_of_text
from witnessmark.reading.reader import read_bytes, read_text

_ADDRESS: Final = re.compile(r"https?://\S+")
#: No file system has longer names; a text of more characters is not taken for one.
_LONGEST_NAME: Final = 255
#: Of these a string is the Text itself; any other kind is markup that a reader takes the text out of.
_AS_IT_IS: Final = frozenset({"text/plain", "text/markdown"})
_PRECISIONS: Final[dict[int, Precision]] = {len("2031"): "year", len("2031-05"): "month", len("2031-05-07"): "day"}


class NotebookReading(Reading, frozen=True, kw_only=True, omit_defaults=True):
    """A reading that a notebook can show: the same values, in a line, as a page, or as plain Python values."""

    def words(self, spans: Iterable[Span]) -> str:
        """Return the words of the text under some spans, pieces joined by an ellipsis."""
        return " … ".join(self.text.content[start:end] for start, end in spans)

    @property
    def story(self) -> str:
        """The text without what was labelled furniture, one line of it each."""
        kept = (line for line in self.lines if line.label in STORY_LABELS)
        return "\n".join(self.text.content[line.start : line.end].strip() for line in kept)

    def to_dict(self, *, path: str = "") -> dict[str, Any]:
        """Return the published JSON form, with the text itself, as plain dicts and lists."""
        from witnessmark.reading.jsonl import to_record

        return to_record(self, path=path, whole=True)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(getattr(self, each))} {each}" for each in ("statements", "dates", "quantities", "names")
        )
        known = [self.title and f"“{self.title}”", self.language, self.published.value if self.published else ""]
        about = ", ".join(filter(None, known)) or "untitled"
        doubt = f"; suspect: {self.suspect}" if self.suspect else ""
        return f"<Reading of {about}: {counts}; proposed by a machine, confirmed by nobody{doubt}>"

    def _repr_html_(self) -> str:
        """Return the page of this reading for a notebook's cell, walled off from the notebook's own style and scripts."""
        from witnessmark.reading.page import html_page

        style = "width:100%;height:42em;border:0"
        return f'<iframe sandbox title="Who said what" style="{style}" srcdoc="{escape(html_page([self]))}"></iframe>'


def read(
    source: str | Path | bytes, *, published: PartialDate | date | str | None = None, address: str = "", title: str = "",
    media_type: str = "", name: str = "",
) -> NotebookReading:  # fmt: skip
    """Return all that reading proposes about a text (`str`), a file (`Path`) or a file's bytes.

    `published` anchors relative dates ("2022-08-31", "2022-08", a `date`). `media_type` decides the reader, else the first bytes
    and the ending of `name` do. Offsets are code points: into the string itself when plain text is given. Raises a
    `ReadingError` when no text can be had, `OSError` when a file cannot be opened. Nothing is fetched.
    """
    day = _partial(published)
    if isinstance(source, Path):
        data, name, kind = source.read_bytes(), name or source.name, media_type
    elif isinstance(source, bytes):
        data, kind = source, media_type
    else:
        _refuse_name(source)
        kind = media_type or kind_of_text(source, name)
        if kind in _AS_IT_IS:
            return _shown(read_text(_given(source), published=day, address=f"{address} {name}".strip(), title=title))
        data, kind = source.encode("utf-8", "surrogatepass"), f"{kind}; charset=utf-8"
    kind = kind or kind_of(data, name)
    return _shown(read_bytes(data, media_type=kind, address=address, name=name, published=day, title=title))


def _shown(reading: Reading) -> NotebookReading:
    return NotebookReading(**{field: getattr(reading, field) for field in reading.__struct_fields__})


def _given(content: str) -> Text:
    """Return a string as a Text: it was decoded already, so that it is its own input."""
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return Text(id="", item="", kind="decoded", tool=tool("given"), content=content, sha256=digest, input_sha256=digest)


def _refuse_name(source: str) -> None:
    """Refuse a file's name or an address given as text: its reading would be empty, and look like a result."""
    if _ADDRESS.fullmatch(source.strip()):
        raise ReadingError(
            "this is an address, not a text", got=source, do="Give the page's bytes or text; nothing is fetched here"
        )
    if len(source) <= _LONGEST_NAME and source.isprintable() and Path(source).is_file():
        raise ReadingError("this is a file's name, not a text", got=source, do=f"Give Path({source!r})")


def _partial(published: PartialDate | date | str | None) -> PartialDate | None:
    if published is None or isinstance(published, PartialDate):
        return published
    if isinstance(published, date):
        published = (published.date() if isinstance(published, datetime) else published).isoformat()
    precision = _PRECISIONS.get(len(published))
    try:
        date.fromisoformat((published + "-01-01")[: len("2031-05-07")])
    except ValueError:
        precision = None
    if precision is None:
        raise ReadingError("this is not a date", got=published, expected="such as 2031, 2031-05 or 2031-05-07")
    return PartialDate(value=published, precision=precision)
