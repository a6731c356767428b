"""The field gold: 43 articles with statements, speakers, dates and quantities by hand; only offsets and labels are kept here.

The texts themselves come from the data folder (Wikinews) and from the training case; a digest says whether they are the ones
that were annotated. `bench/reading/field/README.md` tells how the gold was made.
"""

import csv
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import Proposal, Reading
from witnessmark.reading.reader import read_bytes

GOLD: Final = Path(__file__).parent / "field"
CASE: Final = Path(__file__).resolve().parents[2] / "demo"
HALVES: Final = ("tune", "test")
#: Words of a name that tell no entity: articles, prepositions, forms of address.
_EMPTY: Final = frozenset(
    {"the", "a", "an", "of", "in", "on", "from", "for", "at", "to", "by", "s", "his", "her", "their", "its"}
    | {"mr", "mrs", "ms", "dr", "professor", "sir", "president", "minister", "prime"}
)
#: What may follow the head of a name: "movement in Yemen", "families of Tewrash", "Nikki Holland, who".
_TAIL: Final = re.compile(r"(?i),|\s+(?:of|in|on|from|for|at|by|who|which)\b")


class GoldError(ValueError):
    """A text is not the one that was annotated."""


@dataclass(frozen=True)
class Annotated:
    """An annotated article: its key, its half, what stands in its gold file, and its reading."""

    key: str
    half: str
    gold: dict[str, Any]
    reading: Reading

    @property
    def text(self) -> str:
        """The annotated text."""
        return self.reading.text.content


def half_of(key: str) -> str:
    """Return the half of a key: in the order of the keys, the first is to tune on, the second to test on, and so on."""
    return HALVES[keys().index(key) % 2]


def keys() -> list[str]:
    """Return the keys of all articles in order."""
    return sorted(path.stem for path in GOLD.glob("*.json"))


def read_articles(data: Path, half: str = "") -> Iterator[Annotated]:
    """Yield the articles of a half (or all) as the public reader reads them.

    Raises GoldError where a text has another digest than the one annotated.
    """
    for number, key in enumerate(keys()):
        own = HALVES[number % 2]
        if half in {"", own}:
            gold = json.loads((GOLD / f"{key}.json").read_text(encoding="utf-8"))
            yield Annotated(key, own, gold, _read(gold["text"], data, key))


def _read(whence: dict[str, Any], data: Path, key: str) -> Reading:
    file = Path(whence["file"])
    if file.suffix == ".csv":
        raw = _row(data / file, whence["row"]).encode()
        reading = read_bytes(
            raw, media_type="text/plain", name=f"{key}.txt", published=PartialDate(value=whence["published"])
        )
    else:
        reading = read_bytes((CASE / file).read_bytes(), media_type=whence["media_type"], name=file.name)
    digest = hashlib.sha256(reading.text.content.encode()).hexdigest()
    if digest != whence["sha256"]:
        raise GoldError(f"{key}: the text has digest {digest}, the annotated one {whence['sha256']}")
    return reading


def _row(path: Path, number: int) -> str:
    with path.open(newline="", encoding="utf-8") as file:
        return next(row["text"] for at, row in enumerate(csv.DictReader(file)) if at == number)


def joined(text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Join a quotation that goes on in its paragraph, without source and cue, with the proposal before it, as the gold does."""
    result: list[Proposal] = []
    for each in proposals:
        before = result[-1] if result else None
        goes_on = before is not None and not each.source and not each.cue and each.kind == "direct"
        if before is None or not goes_on or "\n" in text[before.content[-1][1] : each.content[0][0]]:
            result.append(each)
        elif before.kind != "indirect":
            result[-1] = Proposal(
                **{name: getattr(before, name) for name in before.__struct_fields__ if name != "content"},
                content=before.content + each.content,
            )
        else:
            result.append(each)
    return result


def same_entity(gold: str, proposed: str) -> bool:
    """Tell whether a resolved speaker or owner is the gold entity; "unresolved" and "unattributed" are met by no name.

    Names are compared as sets of words without case, accents, articles and titles, the shorter within the longer. A shorter
    one has the gold's last word ("Rouhani" for "Hassan Rouhani"); a longer one has it as its last, be it before a preposition
    ("President Hassan Rouhani", "Houthi movement in Yemen", but no "Coast Guard spokesperson" for "Coast Guard"). Of several
    entities ("Reuters and NBC") no one alone is right. Further names of a gold entity stand behind " = ": any will do.
    """
    if gold in {"unresolved", "unattributed"} or not proposed:
        return not proposed and gold in {"unresolved", "unattributed"}
    return any(_same(name, proposed) for name in gold.split(" = "))


def _same(gold: str, proposed: str) -> bool:
    wanted, got = _words(gold), _words(proposed)
    if not wanted or not got or "and" in {*wanted, *got} or set(wanted) == set(got):
        return bool(wanted) and set(wanted) == set(got)
    if set(got) < set(wanted):
        return wanted[-1] in got
    heads = {got[-1], *_words(_TAIL.split(proposed, maxsplit=1)[0])[-1:]}
    return set(wanted) < set(got) and wanted[-1] in heads


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return [word for word in re.findall(r"[\w.]+", plain.replace("’", "'")) if word.strip(".") not in _EMPTY]
