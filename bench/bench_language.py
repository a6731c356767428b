"""How fast the language room reads English news on one core, in words a second."""

import time
from collections.abc import Callable

from rows import Row

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.dates import find_dates
from witnessmark.language.hedges import find_hedges
from witnessmark.language.names import find_names
from witnessmark.language.quantities import find_quantities
from witnessmark.language.sentences import split_sentences

#: Words a second that the whole room must keep (HeidelTime reads dates at 103).
FLOOR = 100_000
ANCHOR = PartialDate(value="2031-05-07")
#: Invented news with as many names, dates and numbers as real stories carry.
STORY = """\
The foreign minister of Verania, Tomas Ilic, said on Tuesday that at least 30 people were detained in the northern
province between 3 and 5 May 2031. “We did not order it,” he told reporters in Geneva, where the assembly was sitting.

The human rights office, which had asked for access to the province since March, said the families it had spoken with
were not told where their relatives were being held or why, and that lawyers who came to the gate were sent away without
an answer. It called on the authorities to publish the list of those held and to let doctors see them. Most of the
testimonies describe the same rooms, the same questions and the same guards, the office found, although some witnesses
could not say how long they had been there.

Dr. Amina Kuri of the Northern Lawyers Association denied that about 40 States had signed the letter; she will meet the
High Commissioner next week. Hundreds of thousands had been displaced in the past five years, according to the report,
which may be published by May 31.

"""


def _dates_and_quantities(text: str) -> object:
    dates = find_dates(text, anchor=ANCHOR)
    return find_quantities(text, dates=[(date.start, date.end) for date in dates])


PARTS: dict[str, Callable[[str], object]] = {
    "sentences": split_sentences,
    "dates and quantities": _dates_and_quantities,
    "names": find_names,
    "hedges": find_hedges,
}


def measure(*, quick: bool = False) -> list[Row]:
    text = STORY * (20 if quick else 400)
    words = len(text.split())
    seconds = {name: _seconds(part, text) for name, part in PARTS.items()}
    each = ", ".join(f"{name} {words / spent:,.0f}" for name, spent in seconds.items())
    rate = words / sum(seconds.values())
    return [
        Row(
            name="language: sentences, dates, quantities, names and hedges together",
            ours=rate,
            unit="words/s",
            peer_name="floor",
            peer=FLOOR,
            ratio=rate / FLOOR,
            bound=1.0,
            at_least=True,
            note=each,
        )
    ]


def _seconds(part: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    part(text)
    return time.process_time() - begin
