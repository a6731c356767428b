"""One document to one line of JSON: the function that a worker applies, here, in a process pool or on a cluster."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from witnessmark.cli.read_places import Place
from witnessmark.cli.sources import Opened, refusal
from witnessmark.evidence.dates import PartialDate
from witnessmark.reading.bulk_attempt import Outcome

if TYPE_CHECKING:
    from witnessmark.evidence.reading import Reading


@dataclass(frozen=True)
class Order:
    """What is read, and how: all that a line depends on but the file's bytes. `whole` puts the Text into the line."""

    place: Place
    published: PartialDate | None = None
    whole: bool = False


def read_opened(found: Opened, published: PartialDate | None) -> "Reading":
    """Return the reading of opened bytes."""
    from witnessmark.reading.reader import read_bytes

    name = Path(found.name).name
    return read_bytes(found.data, media_type=found.media_type, address=found.address, name=name, published=published)


def line_of(order: Order) -> bytes:
    """Return the reading of one document as a line in the published form, its newline too; raise what stands in the way."""
    from witnessmark.reading.jsonl import to_record

    try:
        found = order.place.open()
    except OSError as error:
        raise refusal(error) from error
    return _encoded(to_record(read_opened(found, order.published), path=found.name, whole=order.whole))


def line_of_outcome(outcome: Outcome[Order, bytes]) -> bytes:
    """Return the line that stands for an outcome: the reading, or path and reason of a failure."""
    return outcome.value or _encoded({"path": outcome.item.place.path, **(outcome.failure or {})})


def _encoded(record: dict[str, Any]) -> bytes:
    """Return a record in UTF-8; half a surrogate pair, which has no UTF-8, stands as its JSON escape."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace") + b"\n"
