"""How well a tagger in training reads PolNeAR: triples, exact spans, recall by kind."""

from collections import Counter

import numpy as np
import torch
from data import Read
from evaluate import kind_of, match
from model import Tagger

from witnessmark.reading.tagger_pieces import into_windows
from witnessmark.reading.tagger_roles import RoleHead, Scores


def scores_of(tagger: Tagger, read: Read, special: tuple[int, int, int], longest: int) -> list[Scores]:
    """Return for each stretch of an article the scores of cues and what roles are computed from."""
    found = []
    for window in into_windows([len(each.pieces.ids) for each in read.stretches], longest=longest):
        ids = np.full((1, window.length), special[1])
        features = np.full((1, window.length), 12)
        ids[0, 0] = special[0]
        for number, at in zip(window.stretches, window.offsets, strict=True):
            pieces = read.stretches[number].pieces
            ids[0, at : at + len(pieces.ids)] = pieces.ids
            features[0, at : at + len(pieces.ids)] = pieces.features
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out = tagger(torch.from_numpy(ids), torch.from_numpy(features), torch.ones((1, window.length)), 0.0)
        for number, at in zip(window.stretches, window.offsets, strict=True):
            size = len(read.stretches[number].pieces.ids)
            cue, _, keys, queries = (each[0, at : at + size].float().numpy() for each in out)
            found.append(Scores(cue, keys, queries))
    return found


def head_of(tagger: Tagger) -> RoleHead:
    """Return the head that ties pieces to cues, as it is used at run time."""
    return RoleHead(
        tagger.near.weight.detach().numpy(),
        tagger.meet.weight.detach().numpy().T.copy(),
        tagger.meet.bias.detach().numpy(),
    )


def propose(head: RoleHead, read: Read, scores: list[Scores], bias: float) -> list[tuple]:
    """Return (content, source, cue) spans in code points."""
    found = []
    for each in head.read(scores, bias=bias):
        pieces = read.stretches[each.stretch].pieces
        parts = (each.content, each.source, [(each.cue.first, each.cue.last + 1)])
        found.append(tuple([(int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in part] for part in parts))
    return found


def evaluate(
    tagger: Tagger, reads: list[Read], special: tuple[int, int, int], longest: int, bias: float = 0.0
) -> dict[str, float]:
    """Return triple F1 with precision and recall, exact span F1 of each part, recall by kind."""
    tagger.eval()
    counts: Counter[str] = Counter()
    head = head_of(tagger)
    for read in reads:
        found = propose(head, read, scores_of(tagger, read, special, longest), bias)
        count(read, found, counts)
    return figures(counts)


def count(read: Read, found: list[tuple], counts: Counter) -> None:
    """Add the hits of one article."""
    matched = match(
        read.text, [(each.content, each.source) for each in read.gold], [(each[0], each[1]) for each in found]
    )
    counts["hits"] += len(matched)
    counts["gold"] += len(read.gold)
    counts["proposed"] += len(found)
    for number, each in enumerate(read.gold):
        kind = kind_of(read.text, each.content)
        counts[f"gold {kind}"] += 1
        counts[f"hits {kind}"] += number in matched
    for index, part in ((1, "source"), (2, "cue"), (0, "content")):
        wanted = {span for each in read.gold for span in getattr(each, part)}
        have = {tuple(span) for each in found for span in each[index]}
        counts[f"exact {part}"] += len(wanted & have)
        counts[f"spans {part}"] += len(wanted) + len(have)


def figures(counts: Counter) -> dict[str, float]:
    """Return ratios of the counts."""
    precision, recall = counts["hits"] / max(1, counts["proposed"]), counts["hits"] / counts["gold"]
    result = {"f1": 2 * precision * recall / max(1e-9, precision + recall), "P": precision, "R": recall}
    for part in ("source", "cue", "content"):
        result[part] = 2 * counts[f"exact {part}"] / counts[f"spans {part}"]
    for kind in ("direct", "mixed", "indirect"):
        result[kind] = counts[f"hits {kind}"] / max(1, counts[f"gold {kind}"])
    return result
