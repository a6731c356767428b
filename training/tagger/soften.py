"""Write what a trained teacher thinks of every piece of the train split, and of open news that nobody annotated.

    python training/tagger/soften.py --encoder FOLDER --weights FILE --out FILE [--data ../shared/data]

Rows of Wikinews that are in the field gold (bench/reading/field) are left out: the student must not have seen them.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "reading"))

import numpy as np
import torch
from brat import Attribution
from data import Read, cut, read_split, tokenizer_of
from model import Tagger, load
from score import head_of, propose, scores_of
from train import DATA, ROOT, special_of

from witnessmark.reading.tagger_roles import Scores, buckets

WINDOW = 256


def role_scores(tagger: Tagger, scores: Scores, cue: tuple[int, int], cues: list[tuple[int, int]]) -> np.ndarray:
    """Return the scores of the roles of every piece of a stretch as to one cue."""
    near = buckets(len(scores.keys), cue, [other for other in cues if other != cue])
    query = (scores.queries[cue[0]] + scores.queries[cue[1]]) / 2
    with torch.no_grad():
        out = tagger.roles(
            torch.from_numpy(query)[None], torch.from_numpy(scores.keys)[None], torch.from_numpy(near)[None]
        )
    return out[0].numpy().astype(np.float16)


def soften(tagger: Tagger, reads: list[Read], special: tuple[int, int, int]) -> dict[tuple[str, int], tuple]:
    """Return for each stretch the scores of its cue tags, and of the roles for each of its targets."""
    held = {}
    for count, read in enumerate(reads):
        for number, scores in enumerate(scores_of(tagger, read, special, WINDOW)):
            cues = [target.cue for target in read.stretches[number].targets]
            held[read.name, number] = (
                scores.cue.astype(np.float16),
                [role_scores(tagger, scores, cue, cues) for cue in cues],
            )
        if count % 100 == 0:
            print(f"{count} of {len(reads)}", flush=True)
    return held


def field_rows(folder: Path) -> set[tuple[str, int]]:
    """Return (file, row) of the Wikinews articles of the field gold."""
    found = set()
    for path in folder.glob("*.json"):
        held = json.loads(path.read_text(encoding="utf-8"))
        if "row" in held:
            found.add((held["csv"], held["row"]))
    return found


def wikinews(folder: Path, leave: set[tuple[str, int]]) -> list[tuple[str, str]]:
    """Return name and text of the Wikinews articles that are not to be left out."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row, entry in enumerate(csv.DictReader(file)):
                if (path.name, row) not in leave:
                    found.append((f"{path.stem}-{row}", entry["text"]))
    return found


def main() -> int:
    """Read the options and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--leave", type=Path, help="a list of more rows to leave out: year, row, tab-separated")
    options = parser.parse_args()
    tokenizer = tokenizer_of(options.encoder)
    special = special_of(tokenizer)
    tagger = load(options.encoder)
    tagger.load_state_dict(torch.load(options.weights, weights_only=True))
    tagger.eval()
    reads = read_split(options.data / "polnear" / "train", tokenizer, every_annotator=True)
    leave = field_rows(ROOT / "bench" / "reading" / "field")
    if options.leave:
        lines = [line.split("\t") for line in options.leave.read_text(encoding="utf-8").splitlines()]
        leave |= {(f"wikinews_{year}.csv", int(row)) for year, row, *_ in lines}
    texts = []
    for name, text in wikinews(options.data / "wikinews", leave):
        plain = cut(name, text, (), tokenizer)
        proposed = propose(head_of(tagger), plain, scores_of(tagger, plain, special, WINDOW), 0.0)
        gold = tuple(Attribution(tuple(source), tuple(cue), tuple(content)) for content, source, cue in proposed)
        texts.append((name, text, gold))
    print(f"{len(texts)} texts nobody annotated", flush=True)
    reads += [cut(*each, tokenizer) for each in texts]
    torch.save({"scores": soften(tagger, reads, special), "texts": texts}, options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
