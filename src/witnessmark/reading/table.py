"""Tables: rows as lines, cells parted by tabs; every row that came in is kept or refused with a reason."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from witnessmark.evidence.text import Segment
from witnessmark.reading.decode import decode
from witnessmark.reading.errors import UnreadableError
from witnessmark.reading.extraction import Extraction, tool
from witnessmark.reading.zipped import FAULTS, open_zipped

_DELIMITERS: Final = ",;\t|"
#: Longer cells are damage (an open quotation mark swallows the rest of the file), not data.
_CELL: Final = 1 << 20
#: What openpyxl raises besides on parts that are missing or are not what they should be.
_WORKBOOK_FAULTS: Final = (KeyError, TypeError, AttributeError, IndexError, SyntaxError)


class Row(msgspec.Struct, frozen=True):
    """One row as it came in: its number in the file (from 1) and its cells."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""


def read_csv(data: bytes, *, charset: str = "") -> Extraction:
    """Return a CSV as text: a line "a<tab>b" and a segment "row 4" for each kept row, counted from 1 with the header.

    A row with more or fewer cells than the header is refused, with its number and reason in `refused`, as is one whose
    quotation marks do not close. The notes tell rows in, kept and refused. Line ends within a cell become spaces.
    """
    decoded = decode(data, charset)
    rows, refused = _parse(decoded.text.replace("\0", "\ufffd"))
    kept, ragged = _even(rows)
    notes = (f"encoding: {decoded.encoding}", *decoded.notes)
    return _extraction("csv", (), kept, (*refused, *ragged), notes)


def read_xlsx(data: bytes) -> Extraction:
    """Return the sheets of a workbook as text, rows as in `read_csv` but of any length; formulas stay formulas.

    A formula is kept as its text (`=SUM(A1:A3)`), never as a value that some program computed. Empty rows are not rows.
    """
    import openpyxl

    open_zipped(data).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        several = len(book.worksheets) > 1
        rows = [row for sheet in book.worksheets for row in _sheet_rows(sheet, sheet.title if several else "")]
        hidden = tuple(f"sheet {s.title!r} is hidden, kept" for s in book.worksheets if s.sheet_state != "visible")
        book.close()
    except (*FAULTS, *_WORKBOOK_FAULTS) as error:
        raise UnreadableError("this is not a workbook that opens", got=str(error), do="Get the file again") from error
    return _extraction("xlsx", ("openpyxl",), rows, (), hidden)


def _parse(text: str) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    read = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    previous = csv.field_size_limit(_CELL)
    try:
        for cells in reader:
            read = reader.line_num
            if any(cell.strip() for cell in cells):
                rows.append(Row(len(rows) + 1, tuple(" ".join(cell.split()) for cell in cells)))
    except csv.Error as error:
        lost = [line for line in text.splitlines()[read:] if line.strip()]
        return rows, [f"line {read + number}: {error}: {line[:200]}" for number, line in enumerate(lost, start=1)]
    finally:
        csv.field_size_limit(previous)
    return rows, []


def _delimiter(text: str) -> str:
    """Return the delimiter that stands most evenly in the first lines outside quotation marks."""
    lines = [line for line in text[: 1 << 16].splitlines()[:50] if line.strip()] or [""]
    bare = ["".join(line.split('"')[::2]) for line in lines]
    return max(
        _DELIMITERS,
        key=lambda mark: (sum(line.count(mark) == bare[0].count(mark) > 0 for line in bare), bare[0].count(mark)),
    )


def _even(rows: list[Row]) -> tuple[list[Row], list[str]]:
    if not rows:
        return [], []
    width = len(rows[0].cells)
    refused = [
        f"row {row.number}: {len(row.cells)} cells where the header has {width}: {' | '.join(row.cells)[:200]}"
        for row in rows
        if len(row.cells) != width
    ]
    return [row for row in rows if len(row.cells) == width], refused


def _sheet_rows(sheet: Any, name: str) -> Iterable[Row]:  # noqa: ANN401  (openpyxl has no types)
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = tuple("" if value is None else " ".join(_shown(value).split()) for value in values)
        if any(cells):
            yield Row(number, cells, name)


def _shown(value: object) -> str:
    text = getattr(value, "text", None)  # an array formula is an object that holds its text
    return text if isinstance(text, str) else str(value)


def _extraction(
    name: str, libraries: tuple[str, ...], rows: list[Row], refused: tuple[str, ...], notes: tuple[str, ...]
) -> Extraction:
    segments, position = [], 0
    for row in rows:
        length = sum(map(len, row.cells)) + len(row.cells) - 1
        label = f"row {row.number}" + (f" of {row.sheet}" if row.sheet else "")
        segments.append(Segment(kind="row", start=position, end=position + length, label=label))
        position += length + 1
    doubled = [number for number, count in Counter(rows[0].cells).items() if count > 1] if rows else []
    told = f"rows: {len(rows) + len(refused)} in, {len(rows)} kept, {len(refused)} refused"
    return Extraction(
        content="\n".join("\t".join(row.cells) for row in rows),
        kind="canonical",
        tool=tool(name, *libraries),
        segments=tuple(segments),
        refused=refused,
        notes=(told, *(f"column {column!r} stands twice in the header" for column in doubled if column), *notes),
    )
