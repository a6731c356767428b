"""PolNeAR's articles and annotations: brat stand-off, spans in code points, several annotators of an article."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]
_TEXT_BOUND = re.compile(r"\w+ (\d+ \d+(?:;\d+ \d+)*)")


@dataclass(frozen=True)
class Attribution:
    """One annotated attribution; `source` may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Article:
    """An article with the annotations of its first annotator (by file name), attributions without content left out."""

    name: str
    text: str
    gold: tuple[Attribution, ...]


def articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of a split in the order of their names; line ends are kept as they are."""
    annotators: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotators[path.stem.rpartition("_")[0]].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        gold = _attributions(annotators[path.stem][0].read_text(encoding="utf-8")) if annotators[path.stem] else ()
        yield Article(path.stem, path.read_bytes().decode("utf-8"), tuple(each for each in gold if each.content))


def _attributions(annotations: str) -> list[Attribution]:
    spans: dict[str, Spans] = {}
    found = []
    for line in annotations.split("\n"):
        name, _, rest = line.partition("\t")
        bound = _TEXT_BOUND.match(rest)
        if name.startswith("T") and bound:
            spans[name] = tuple((int(a), int(b)) for a, b in (part.split() for part in bound[1].split(";")))
        elif name.startswith("E"):
            found.append(_event(rest, spans))
    return found


def _event(rest: str, spans: dict[str, Spans]) -> Attribution:
    roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for part in rest.split():
        role, _, name = part.partition(":")
        roles[role.rstrip("0123456789")] += spans.get(name, ())
    return Attribution(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))
