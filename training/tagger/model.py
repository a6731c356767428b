"""The tagger's network: a BERT or MPNet encoder read from safetensors, and heads for cues, roles and (as an aid) all spans."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from witnessmark.reading.tagger_pieces import FEATURES
from witnessmark.reading.tagger_roles import BUCKETS, ROLES

#: Width of the space in which a cue meets the pieces.
MEETING = 160
#: MPNet's buckets of distance: one each up to EXACT, then wider and wider up to FARTHEST pieces.
EXACT, FARTHEST = 8, 128
_DTYPES = {"F32": np.float32, "I64": np.int64, "F16": np.float16}


@dataclass(frozen=True)
class Shape:
    """What differs between the encoders."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    relative: bool


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a safetensors file, as float32 where they are floats."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    found = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        array = np.frombuffer(data[8 + size + start : 8 + size + end], dtype=_DTYPES[entry["dtype"]])
        found[name] = torch.from_numpy(array.reshape(entry["shape"]).copy())
    return found


def shape_of(config: dict[str, object]) -> Shape:
    """Return the shape that a `config.json` of an encoder names."""
    return Shape(
        hidden=int(config["hidden_size"]), layers=int(config["num_hidden_layers"]), heads=int(config["num_attention_heads"]),
        inner=int(config["intermediate_size"]), vocabulary=int(config["vocab_size"]),
        positions=int(config["max_position_embeddings"]), epsilon=float(config["layer_norm_eps"]),
        relative=config["model_type"] == "mpnet",
    )  # fmt: skip


class Layer(nn.Module):
    """One encoder layer, normalised after each part."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.q, self.k, self.v, self.o = (nn.Linear(shape.hidden, shape.hidden) for _ in range(4))
        self.rise, self.fall = nn.Linear(shape.hidden, shape.inner), nn.Linear(shape.inner, shape.hidden)
        self.first, self.second = (nn.LayerNorm(shape.hidden, eps=shape.epsilon) for _ in range(2))

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        """Return the layer's output; `bias` [windows, heads or 1, pieces or 1, pieces] is added to the attention."""
        batch, length, hidden = x.shape
        scale = (hidden // self.heads) ** -0.5
        q, k, v = (
            part(x).view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        scores = torch.bmm(
            scale * q.reshape(-1, length, hidden // self.heads),
            k.reshape(-1, length, hidden // self.heads).transpose(1, 2),
        ).view(batch, self.heads, length, length)
        weights = (scores + bias).softmax(-1).view(-1, length, length)
        seen = torch.bmm(weights, v.reshape(-1, length, hidden // self.heads)).view(batch, self.heads, length, -1)
        seen = self.o(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.first(x + seen)
        risen = self.fall(functional.gelu(self.rise(x)))
        return self.second(x + functional.dropout(risen, dropout, self.training))


class Encoder(nn.Module):
    """Embeddings of pieces, places and features, and the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.Embedding(FEATURES, shape.hidden)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        if shape.relative:
            self.distances = nn.Embedding(32, shape.heads)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, dropout: float = 0.1) -> Tensor:
        """Return [windows, pieces, width] of numbers of pieces, their features and a mask of those that are there."""
        length = ids.shape[1]
        first = 2 * self.shape.relative
        x = self.words(ids) + self.places.weight[first : first + length][None]
        x = x + functional.one_hot(features, FEATURES).to(x.dtype) @ self.features.weight
        x = functional.dropout(self.norm(x), dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        if self.shape.relative:
            bias = bias + self.distances(_relative(length)).permute(2, 0, 1)[None].to(x.dtype)
        if torch.is_autocast_enabled("cpu"):
            x, bias = x.bfloat16(), bias.bfloat16()
        for layer in self.layers:
            x = layer(x, bias, dropout)
        return x


def _relative(length: int) -> Tensor:
    """Return MPNet's bucket of each pair of places: 16 a side, exact to 8, then logarithmic to 128."""
    at = torch.arange(length)
    apart = at[:, None] - at[None, :]
    side = (apart < 0).long() * 16
    apart = apart.abs()
    far = EXACT + (torch.log(apart.clamp(min=1).float() / EXACT) / math.log(FARTHEST / EXACT) * EXACT).long()
    return side + torch.where(apart < EXACT, apart, far.clamp(max=2 * EXACT - 1))


class Tagger(nn.Module):
    """Encoder with heads: `cue` 3 tags, `spans` 6 (source and content, 3 each), `keys` and `queries` for the roles."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.cue = nn.Sequential(nn.Linear(shape.hidden, shape.hidden), nn.GELU(), nn.Linear(shape.hidden, 3))
        self.spans = nn.Linear(shape.hidden, 6)
        self.keys = nn.Linear(shape.hidden, MEETING)
        self.queries = nn.Linear(shape.hidden, 2 * MEETING)
        self.near = nn.Embedding(BUCKETS, MEETING)
        self.meet = nn.Linear(MEETING, ROLES)
        nn.init.normal_(self.near.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, dropout: float = 0.1) -> tuple[Tensor, ...]:
        """Return the scores of cues, of all spans, and the keys and queries from which the roles are computed."""
        hidden = self.encoder(ids, features, mask, dropout)
        return self.cue(hidden), self.spans(hidden), self.keys(hidden), self.queries(hidden)

    def roles(self, query: Tensor, keys: Tensor, near: Tensor) -> Tensor:
        """Return role scores [cues, pieces, roles]; `query` [cues, 2·MEETING], `keys` [cues, pieces, MEETING], `near` buckets."""
        added, scaled = query.chunk(2, dim=-1)
        met = functional.gelu(keys * (1 + scaled[:, None]) + added[:, None] + self.near(near), approximate="tanh")
        return self.meet(met)


_BERT = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
    "first": "attention.output.LayerNorm", "rise": "intermediate.dense", "fall": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip
_MPNET = {
    "q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v", "o": "attention.attn.o",
    "first": "attention.LayerNorm", "rise": "intermediate.dense", "fall": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip


def load(folder: Path) -> Tagger:
    """Return a tagger whose encoder has the weights of `folder` (config.json, model.safetensors); heads are fresh."""
    config = json.loads((folder / "config.json").read_text())
    shape = shape_of(config)
    tagger = Tagger(shape)
    held = {
        name.removeprefix("bert.").removeprefix("mpnet."): value
        for name, value in read_safetensors(folder / "model.safetensors").items()
    }
    encoder = tagger.encoder
    words = held["embeddings.word_embeddings.weight"]
    with torch.no_grad():
        encoder.words.weight.copy_(words)
        encoder.places.weight.copy_(held["embeddings.position_embeddings.weight"])
        if not shape.relative:
            encoder.words.weight += held["embeddings.token_type_embeddings.weight"][0]
        else:
            encoder.distances.weight.copy_(held["encoder.relative_attention_bias.weight"])
        for part in ("weight", "bias"):
            getattr(encoder.norm, part).copy_(held[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(encoder.layers):
                for ours, theirs in (_MPNET if shape.relative else _BERT).items():
                    getattr(getattr(layer, ours), part).copy_(held[f"encoder.layer.{number}.{theirs}.{part}"])
    return tagger
