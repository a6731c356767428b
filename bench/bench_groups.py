"""Independence groups: copies found by sequences and names against shingles alone, and 20,000 items at once."""

import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path

from groups_sample import stories
from rows import Row

from witnessmark.evidence.sources import Item
from witnessmark.evidence.text import Text, Tool
from witnessmark.reading.prints import fingerprint_of
from witnessmark.reading.reader import read_text
from witnessmark.text.fingerprint import similarity
from witnessmark.weighing.copies import LIKE, near_duplicates

HERE = Path(__file__).parent
_TOOL = Tool(name="bench", version="1")
_SECONDS, _BYTES = 60.0, 2 * 1024**3
_RUN = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[2])
from groups_sample import stories
from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import Item
from witnessmark.text.fingerprint import fingerprint
from witnessmark.weighing.groups import Grouper
import re
rows = stories(int(sys.argv[1]))[: int(sys.argv[3])]
items = tuple(
    Item(id=f"E{n}", media_type="text/plain", language=language, fingerprint=fingerprint(
        text, numbers=re.findall(r"\\d+", text), names=[w for w in text.split() if w[:1].isupper()], language=language))
    for n, (_, language, text) in enumerate(rows, start=1)
)
evidence = Evidence(investigation=Investigation(name="bench"), items=items)
start = time.perf_counter()
groups = Grouper(evidence).groups([item.id for item in items])
print(json.dumps([time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, len(items),
len(groups)]))
"""


def measure(*, quick: bool) -> list[Row]:
    """Return the F1 of copies found among generated stories, ours and shingles', and time and memory of 20,000 items."""
    rows = stories(40 if quick else 150)
    items = []
    for number, (_, language, text) in enumerate(rows, start=1):
        reading = read_text(
            Text(id=f"T{number}", item=f"E{number}", kind="canonical", tool=_TOOL, content=text, language=language)
        )
        items.append(
            Item(id=f"E{number}", media_type="text/plain", language=language, fingerprint=fingerprint_of(reading))
        )
    true = {
        (f"E{a}", f"E{b}")
        for (a, one), (b, other) in combinations(enumerate((story for story, _, _ in rows), start=1), 2)
        if one == other
    }
    ours = {tuple(sorted((a, b), key=_number)) for a, b, _ in near_duplicates(items)}
    shingles = {
        (one.id, other.id)
        for one, other in combinations(items, 2)
        if one.fingerprint and other.fingerprint and similarity(one.fingerprint, other.fingerprint) >= LIKE
    }
    found, alone = _f1(ours, true), _f1(shingles, true)
    size = 2_000 if quick else 20_000
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(size), str(HERE), str(size)], capture_output=True, text=True, check=True
    )
    seconds, memory, made, groups = json.loads(done.stdout)
    return [
        Row(
            name=f"copies among {len(items)} generated texts in three languages, {len(true)} true pairs: F1 beyond shingles "
            f"alone",
            ours=found, unit="F1", peer_name="shingles (bottom-k MinHash)", peer=alone, ratio=found - alone, bound=0.15,
            at_least=True,
            command="python bench/run.py groups", note="the ratio is the difference; each text read by the reader first",
        ),
        Row(
            name=f"independence groups of {made:,} items in three languages ({groups:,} groups)", ours=seconds, unit="s",
            peer_name="limit", peer=_SECONDS, ratio=seconds / _SECONDS, bound=1.0, at_least=False,
            command="python bench/run.py groups",
        ),
        Row(
            name=f"memory for the groups of {made:,} items", ours=memory, unit="bytes", peer_name="limit", peer=_BYTES,
            ratio=memory / _BYTES, bound=1.0, at_least=False, command="python bench/run.py groups",
        ),
    ]  # fmt: skip


def _number(one: str) -> int:
    return int(one[1:])


def _f1(found: set[tuple[str, str]], true: set[tuple[str, str]]) -> float:
    both = len(found & true)
    return 2 * both / (len(found) + len(true)) if found or true else 1.0
