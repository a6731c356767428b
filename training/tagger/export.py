"""Write a trained tagger as the package ships it: an int8 ONNX network, the head's weights, the vocabulary, settings.

python training/tagger/export.py --encoder FOLDER --weights FILE --out src/witnessmark/reading/model [--bias 0.0]
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "reading"))

import numpy as np
import torch
from data import tokenizer_of
from model import Tagger, load
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from score import head_of
from torch import Tensor, nn
from torch.nn import functional
from train import special_of


class Attention(torch.autograd.Function):
    """The attention of all heads as the one operator that ONNX Runtime has for it; only its export is used."""

    @staticmethod
    def forward(_: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """Return the same in torch: `query`, `key` and `value` are [windows, pieces, width]."""
        split = (each.unflatten(-1, (heads, -1)).transpose(1, 2) for each in (query, key, value))
        return functional.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> object:
        """Return the node of the graph."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        node.setType(query.type())
        return node


class Network(nn.Module):
    """What runs in ONNX: without the aid, with every piece of the window present, three projections as one."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        shape = tagger.encoder.shape
        self.together = nn.ModuleList(nn.Linear(shape.hidden, 3 * shape.hidden) for _ in tagger.encoder.layers)
        with torch.no_grad():
            for joined, layer in zip(self.together, tagger.encoder.layers, strict=True):
                joined.weight.copy_(torch.cat([layer.q.weight, layer.k.weight, layer.v.weight]))
                joined.bias.copy_(torch.cat([layer.q.bias, layer.k.bias, layer.v.bias]))

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of cues and what the roles are computed from."""
        encoder = self.tagger.encoder
        x = encoder.words(ids) + encoder.places(torch.arange(ids.shape[1]))[None] + encoder.features(features)
        x = encoder.norm(x)
        for joined, layer in zip(self.together, encoder.layers, strict=True):
            seen = Attention.apply(*joined(x).chunk(3, dim=-1), layer.heads)
            x = layer.first(x + layer.o(seen))
            x = layer.second(x + layer.fall(functional.gelu(layer.rise(x))))
        return self.tagger.cue(x), self.tagger.keys(x), self.tagger.queries(x)


def write_network(tagger: Tagger, out: Path, *, quantised: bool = True) -> None:
    """Write the network to `out`, its matrices as int8 by row."""
    tagger.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = (Path(folder) / name for name in ("plain.onnx", "fused.onnx"))
        example = torch.zeros((1, 200), dtype=torch.long)
        torch.onnx.export(
            Network(tagger), (example, example), str(plain), input_names=["ids", "features"],
            output_names=["cue", "keys", "queries"], dynamic_axes={"ids": {1: "n"}, "features": {1: "n"}},
            opset_version=18, dynamo=False,
        )  # fmt: skip
        shape = tagger.encoder.shape
        model = optimize_model(
            str(plain), model_type="bert", num_heads=shape.heads, hidden_size=shape.hidden, opt_level=1
        )
        print(model.get_fused_operator_statistics())
        model.save_model_to_file(str(fused))
        if not quantised:
            out.write_bytes(fused.read_bytes())
            return
        quantize_dynamic(
            str(fused), str(out), weight_type=QuantType.QInt8, per_channel=True, extra_options={"DefaultTensorType": 1}
        )


def main() -> int:
    """Read the options and write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, action="append", help="given more than once: their mean")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bias", type=float, default=0.0)
    options = parser.parse_args()
    tagger = load(options.encoder)
    held = [torch.load(path, weights_only=True) for path in options.weights]
    tagger.load_state_dict({name: sum(each[name] for each in held) / len(held) for name in held[0]})
    options.out.mkdir(parents=True, exist_ok=True)
    write_network(tagger, options.out / "tagger.onnx")
    head = head_of(tagger)
    np.savez(options.out / "roles.npz", near=head.near, weight=head.weight, bias=head.bias)
    (options.out / "tokenizer.json").write_bytes(vocabulary(options.encoder))
    opening, closing, _ = special_of(tokenizer_of(options.encoder))
    settings = {"bias": options.bias, "opening": opening, "closing": closing}
    (options.out / "settings.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    for path in sorted(options.out.iterdir()):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name, path.stat().st_size)
    return 0


def vocabulary(encoder: Path) -> bytes:
    """Return the encoder's tokenizer without padding and cutting, which windows do."""
    held = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    held["padding"] = held["truncation"] = None
    return (json.dumps(held, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    raise SystemExit(main())
