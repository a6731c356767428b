"""Train the tagger on PolNeAR's train split; keep the weights that read the dev split best.

python training/tagger/train.py --encoder FOLDER --out FOLDER [--data ../shared/data] [--epochs 8] [--teacher FILE]
"""

import argparse
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "reading"))

import numpy as np
import torch
from data import Read, Stretch, cut, read_split, tokenizer_of, windows_of
from model import Tagger, load
from score import evaluate
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from witnessmark.reading.tagger_roles import buckets

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
IGNORED = -100
#: From this probability on a piece counts as a cue that the tagger would propose.
PROPOSED = 0.3


class Batch:
    """Windows padded to one length, with every cue and its stretch."""

    def __init__(self, windows: list[list[Stretch]], special: tuple[int, int, int]) -> None:
        opening, closing, padding = special
        length = max(sum(len(each.pieces.ids) + 1 for each in window) + 1 for window in windows)
        shape = (len(windows), length)
        self.ids = torch.full(shape, padding)
        self.features = torch.full(shape, 12)
        self.mask = torch.zeros(shape)
        self.tags = torch.full((3, *shape), IGNORED)
        self.soft = torch.zeros((*shape, 3))
        self.has_soft = torch.zeros(shape)
        self.places: list[tuple[int, int, Stretch]] = []
        for row, window in enumerate(windows):
            at = 0
            for number, stretch in enumerate(window):
                self.ids[row, at] = opening if number == 0 else closing
                at += 1
                size = len(stretch.pieces.ids)
                self.ids[row, at : at + size] = torch.from_numpy(stretch.pieces.ids)
                self.features[row, at : at + size] = torch.from_numpy(stretch.pieces.features)
                for kind, tags in enumerate((stretch.cue, stretch.source, stretch.content)):
                    self.tags[kind, row, at : at + size] = torch.from_numpy(tags)
                if stretch.soft is not None:
                    self.soft[row, at : at + size] = torch.from_numpy(stretch.soft[0].astype("float32"))
                    self.has_soft[row, at : at + size] = 1
                self.places.append((row, at, stretch))
                at += size
            self.ids[row, at] = closing
            self.mask[row, : at + 1] = 1

    def hide(self, share: float, piece: int) -> None:
        """Put `piece` for a random share of the pieces, so that none of them alone decides."""
        if share:
            self.ids[(torch.rand(self.ids.shape) < share) & (self.tags[0] != IGNORED)] = piece


def role_loss(
    tagger: Tagger, batch: Batch, cue: Tensor, keys: Tensor, queries: Tensor, temperature: float
) -> tuple[Tensor, Tensor]:
    """Return the losses of the roles: every gold cue with its pieces, and every proposed cue that is none with nothing."""
    proposed = (cue.detach().float().softmax(-1)[..., 1] > PROPOSED).numpy()
    wanted = []
    for row, at, stretch in batch.places:
        size = len(stretch.pieces.ids)
        cues = [target.cue for target in stretch.targets]
        for number, target in enumerate(stretch.targets):
            soft = stretch.soft[1][number] if stretch.soft is not None else None
            wanted.append((row, at, size, target.cue, target.roles, cues, soft))
        false = [first for first in np.flatnonzero(proposed[row, at : at + size]).tolist() if stretch.cue[first] == 0]
        nothing = np.zeros(size, dtype=np.int64)
        wanted += [(row, at, size, (first, first), nothing, [*cues, (first, first)], None) for first in false[:4]]
    if not wanted:
        return cue.sum() * 0, cue.sum() * 0
    most = max(each[2] for each in wanted)
    index = torch.zeros((len(wanted), most), dtype=torch.long)
    near = torch.zeros((len(wanted), most), dtype=torch.long)
    target = torch.full((len(wanted), most), IGNORED)
    teacher = torch.zeros((len(wanted), most, 5))
    taught = torch.zeros((len(wanted), most))
    rows = torch.tensor([each[0] for each in wanted])
    ends = torch.tensor([[each[1] + each[3][0], each[1] + each[3][1]] for each in wanted])
    for number, (_, at, size, span, tags, cues, soft) in enumerate(wanted):
        index[number, :size] = torch.arange(at, at + size)
        near[number, :size] = torch.from_numpy(buckets(size, span, [other for other in cues if other != span]))
        target[number, :size] = torch.from_numpy(tags)
        if soft is not None:
            teacher[number, :size] = torch.from_numpy(soft.astype(np.float32))
            taught[number, :size] = 1
    query = (queries[rows, ends[:, 0]] + queries[rows, ends[:, 1]]) / 2
    scores = tagger.roles(query, keys[rows[:, None], index], near).float()
    hard = (
        functional.cross_entropy(scores.view(-1, 5), target.view(-1), ignore_index=IGNORED, reduction="sum")
        / max(1, len(wanted))
        / 25
    )
    return hard, _soft_loss(scores, teacher, taught, temperature) / max(1, len(wanted)) / 25


def _soft_loss(scores: Tensor, teacher: Tensor, taught: Tensor, temperature: float) -> Tensor:
    if not taught.any():
        return scores.sum() * 0
    wanted = (teacher / temperature).softmax(-1)
    each = -(wanted * (scores / temperature).log_softmax(-1)).sum(-1)
    return (each * taught).sum() * temperature**2


def loss_of(tagger: Tagger, batch: Batch, dropout: float, weight: float, temperature: float) -> Tensor:
    """Return the loss of a batch: cues, roles and (as an aid) sources and contents whoever's they are."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cue, spans, keys, queries = tagger(batch.ids, batch.features, batch.mask, dropout)
    cue, spans, keys, queries = cue.float(), spans.float(), keys.float(), queries.float()
    hard, soft = role_loss(tagger, batch, cue, keys, queries, temperature)
    cues = functional.cross_entropy(cue.view(-1, 3), batch.tags[0].view(-1), ignore_index=IGNORED)
    aid = sum(
        functional.cross_entropy(
            spans[..., 3 * kind : 3 * kind + 3].reshape(-1, 3), batch.tags[1 + kind].view(-1), ignore_index=IGNORED
        )
        for kind in range(2)
    )
    loss = 4 * cues + hard + 0.3 * aid
    if weight:
        taught = _soft_loss(cue, batch.soft, batch.has_soft, temperature) / batch.has_soft.sum().clamp(min=1)
        loss = (1 - weight) * loss + weight * (4 * taught + soft)
    return loss


def batches(
    reads: list[Read], chance: random.Random, longest: int, size: int, special: tuple[int, int, int]
) -> Iterator[Batch]:
    """Yield batches of windows of like length in random order."""
    windows = list(windows_of(reads, chance, longest))
    windows.sort(key=lambda window: sum(len(each.pieces.ids) + 1 for each in window) + chance.random() * 20)
    groups = [windows[at : at + size] for at in range(0, len(windows), size)]
    chance.shuffle(groups)
    for group in groups:
        yield Batch(group, special)


def train(options: argparse.Namespace) -> None:
    """Train and write the best weights."""
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)  # noqa: S311 - it shuffles articles
    tokenizer = tokenizer_of(options.encoder)
    special = special_of(tokenizer)
    hidden = tokenizer.token_to_id("[MASK]") or tokenizer.token_to_id("<mask>")
    tagger = load(options.encoder)
    if options.start:
        tagger.load_state_dict(torch.load(options.start, weights_only=True))
    reads = read_split(options.data / "polnear" / "train", tokenizer, every_annotator=True)
    dev = read_split(options.data / "polnear" / "dev", tokenizer, every_annotator=False)
    if options.soft:
        teach(reads, options.soft, tokenizer)
    if options.limit:
        reads = reads[: options.limit]
    fresh = [p for name, p in tagger.named_parameters() if not name.startswith("encoder.") or "features" in name]
    old = [p for name, p in tagger.named_parameters() if name.startswith("encoder.") and "features" not in name]
    steps = options.epochs * math.ceil(sum(1 for _ in windows_of(reads, chance, options.window)) / options.batch)
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": fresh, "lr": max(options.rate, 1e-3)}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (0.06 * steps)) * max(0.0, 1 - step / (steps * 1.02))
    )
    mean = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    best, done = 0.0, 0
    for epoch in range(options.epochs):
        tagger.train()
        began, total, count = time.monotonic(), 0.0, 0
        for batch in batches(reads, chance, options.window, options.batch, special):
            batch.hide(options.hidden, hidden)
            loss = loss_of(
                tagger, batch, options.dropout, options.soft_weight if options.soft else 0.0, options.temperature
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            keep = min(0.995, (1 + done) / (10 + done))
            with torch.no_grad():
                for name, value in tagger.state_dict().items():
                    mean[name].lerp_(value, 1 - keep)
            total += float(loss)
            count += 1
            if count % 50 == 0:
                print(f"  step {done}/{steps} loss {total / count:.3f} {time.monotonic() - began:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {total / count:.3f}, {time.monotonic() - began:.0f} s", flush=True)
        kept = {name: value.clone() for name, value in tagger.state_dict().items()}
        tagger.load_state_dict(mean)
        figures = evaluate(tagger, dev, special, options.window)
        print("  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()), flush=True)
        if figures["f1"] > best:
            best = figures["f1"]
            options.out.mkdir(parents=True, exist_ok=True)
            torch.save(tagger.state_dict(), options.out / "tagger.pt")
        tagger.load_state_dict(kept)


def special_of(tokenizer: Tokenizer) -> tuple[int, int, int]:
    """Return the numbers of the opening, closing and padding pieces."""
    names = ("[CLS]", "[SEP]", "[PAD]") if tokenizer.token_to_id("<s>") is None else ("<s>", "</s>", "<pad>")
    return tuple(tokenizer.token_to_id(name) for name in names)


def teach(reads: list[Read], path: Path, tokenizer: Tokenizer) -> None:
    """Lay a teacher's scores (written by soften.py) beside the gold of every stretch; add the texts that only it has read."""
    held = torch.load(path, weights_only=False)
    reads += [cut(name, text, gold, tokenizer) for name, text, gold in held["texts"]]
    for read in reads:
        for number, stretch in enumerate(read.stretches):
            stretch.soft = held["scores"][read.name, number]
            if len(stretch.soft[0]) != len(stretch.cue) or len(stretch.soft[1]) != len(stretch.targets):
                raise ValueError(f"the teacher read {read.name} in other pieces: write its scores again with soften.py")


def main() -> int:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--soft", type=Path, help="what a teacher thinks, written by soften.py")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of pieces hidden while training")
    parser.add_argument("--soft-weight", type=float, default=0.5)
    parser.add_argument("--temperature", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, default=0)
    train(parser.parse_args())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
