"""Print what the reader reaches and hold it to its floors: `make eval`.

For each evaluation, `floors/NAME.json` holds the digests of its corpus and the least each figure may be. A corpus that changed, a
figure under its floor and a floor without a figure end with code 1; data that is not here with code 2.

    python bench/reading/gate.py [NAME …] [--data ../shared/data]
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import eval_dates
import eval_field
import eval_furniture
import evaluate

HERE = Path(__file__).parent
DATA = HERE.parents[1].parent / "shared" / "data"
EVALUATIONS: Mapping[str, Callable[[Path], dict[str, float]]] = {
    "statements": evaluate.figures,
    "field": eval_field.figures,
    "dates": eval_dates.figures,
    "furniture": eval_furniture.figures,
}
#: Where the files of a corpus lie whose digests a floor file holds; the data folder for those that stay there.
FOLDERS = {"field": HERE / "field", "dates": HERE / "dates", "furniture": HERE / "furniture"}


def changed(name: str, corpus: Mapping[str, str], data: Path) -> Iterator[str]:
    """Yield the files of a corpus that are missing or are not the ones the floors were set on."""
    folder = FOLDERS.get(name, data)
    for file, digest in corpus.items():
        path = folder / file if (folder / file).exists() else folder / f"{file}.json"
        if path.is_dir():
            found = digest_of(path)
        else:
            found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "absent"
        if found != digest:
            yield f"{name}: {file} has the digest {found}, the floors were set on {digest}"


def digest_of(folder: Path) -> str:
    """Return the SHA-256 of the names and contents of a folder's files in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(
                path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest()
            )
    return whole.hexdigest()


def gate(name: str, data: Path) -> list[str]:
    """Print the figures of one evaluation beside their floors; return what is wrong, in words."""
    held = json.loads((HERE / "floors" / f"{name}.json").read_text(encoding="utf-8"))
    wrong = list(changed(name, held["corpus"], data))
    figures = EVALUATIONS[name](data)
    floors = held["floors"]
    print(f"{name}")
    for key, value in figures.items():
        floor = floors.get(key)
        sign = "" if floor is None else _sign(key, value, floor)
        print(f"  {key:34}{value:>12,.3f}  {sign}".rstrip())
    wrong += [
        f"{name}: {key} is {figures[key]:.4f}, {_bound(key)} {floor}"
        for key, floor in floors.items()
        if key in figures and not _holds(key, figures[key], floor)
    ]
    return wrong + [f"{name}: nothing measures {key}" for key in floors if key not in figures]


def _bound(key: str) -> str:
    """Return what a floor file's number is: what is lost may not be more, all else not less."""
    return "at most" if key.rpartition(" ")[2].rpartition(".")[2] == "lost" else "at least"


def _holds(key: str, value: float, floor: float) -> bool:
    return value <= floor if _bound(key) == "at most" else value >= floor


def _sign(key: str, value: float, floor: float) -> str:
    return f"{_bound(key)} {floor:,.3f}" + ("" if _holds(key, value, floor) else "  MISSED")


def main() -> int:
    """Run the evaluations that are named, else all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help=f"which of {', '.join(EVALUATIONS)}; all if none is named")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"the data is not here: {options.data}", file=sys.stderr)
        return 2
    unknown = set(options.names) - set(EVALUATIONS)
    if unknown:
        parser.error(f"no evaluation is called {', '.join(sorted(unknown))}: there are {', '.join(EVALUATIONS)}")
    wrong = [each for name in options.names or EVALUATIONS for each in gate(name, options.data)]
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
