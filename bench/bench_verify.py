"""The verifier on a large release, against hashing the same bytes with hashlib."""

import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from rows import Row
from verify_sample import Sample, make_sample

from witnessmark.custody.authority import LocalAuthority

_JOINED = Path(__file__).resolve().parent.parent / "src" / "witnessmark" / "verify" / "verify.py.txt"
_CHUNK = 1 << 20
#: What reading proofs, pages and signatures may take on top of the hashing, in seconds.
_ALLOWED = 3.0
_TIMES = 1.5


def _hash_all(folder: Path) -> float:
    """Return the seconds that hashing every file takes."""
    start = perf_counter()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hashed = sha256()
            with path.open("rb", buffering=0) as stream:
                while chunk := stream.read(_CHUNK):
                    hashed.update(chunk)
    return perf_counter() - start


def _verify(sample: Sample) -> float:
    """Return the seconds that the joined verifier takes, as a sceptic starts it, Python's own start included."""
    start = perf_counter()
    arguments = [sys.executable, "-I", "-S", str(_JOINED), str(sample.folder), "--key", sample.minisign_line]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    took = perf_counter() - start
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return took


def measure(*, quick: bool = False) -> list[Row]:
    """Measure on a bundle of 1 GB with 2,000 footnotes (quick: some megabytes with 20)."""
    texts, filler = (2, 4 * _CHUNK) if quick else (200, 1_000_000_000)
    with tempfile.TemporaryDirectory() as name:
        authority = LocalAuthority(Path(name) / "authority")
        authority.create()
        sample = make_sample(Path(name) / "bundle", authority, texts=texts, each=10, filler=filler)
        total = sum(path.stat().st_size for path in sample.folder.rglob("*") if path.is_file())
        _hash_all(sample.folder)  # both then find the files in memory
        hashing = min(_hash_all(sample.folder) for _ in range(3))
        ours = min(_verify(sample) for _ in range(3))
    limit = _TIMES * hashing + _ALLOWED
    return [
        Row(
            name=f"verify a release of {total / 1e9:.2f} GB with {texts * 10:,} footnotes",
            ours=ours, unit="s", peer_name=f"limit: {_TIMES:g} × hashlib over the same bytes + {_ALLOWED:g} s", peer=limit,
            ratio=ours / limit, bound=1.0, at_least=False,
            command="make bench, or: python bench/run.py verify",
            note=f"hashlib alone {hashing:.3f} s, ours {ours / hashing:.2f} × that; joined verify.py, python3 -I -S",
        )
    ]  # fmt: skip
