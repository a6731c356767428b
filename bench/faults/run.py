"""The fault bench: put single faults into clean manuscripts and count how many a check of the right family finds.

`.venv/bin/python bench/faults/run.py --per 12` takes up to 12 mutants of each operator from each case. Every mutant can be made
again from its case, operator, seed and number. `--gate` compares with the floors and fails when one is not reached.
"""

import argparse
import hashlib
import json
import math
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cases import BLIND, FOLDERS, ROOT, build, clean_manuscripts
from operators import OPERATORS, Clean, Mutant

from witnessmark.manuscript.check import check
from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.model import Manuscript
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.problems import Problem

SEED = 20311
FLOORS = Path(__file__).parent / "floors.json"
_CLEAN: dict[str, Clean] = {}
_BASE: dict[str, Counter[tuple[str, str, str]]] = {}


def load() -> dict[str, Clean]:
    """Build every case that has a manuscript."""
    found = {}
    for folder in FOLDERS:
        with tempfile.TemporaryDirectory() as out:
            case = build(folder, Path(out))
        for name, text in case.manuscripts.items():
            if name.endswith(BLIND):
                continue
            found[name] = Clean(name, parse(text, name="manuscript.md"), case.evidence, case.protected)
    return found


def _keys(problems: tuple[Problem, ...]) -> Counter[tuple[str, str, str]]:
    return Counter((one.code, one.message, one.got) for one in problems)


def found_by(clean: Clean, mutant: Mutant, base: Counter[tuple[str, str, str]]) -> list[str]:
    """Return the codes of the problems that stand on the mutant and not on the clean manuscript."""
    manuscript: Manuscript = clean.manuscript if mutant.source is None else parse(mutant.source, name="manuscript.md")
    evidence = mutant.evidence or clean.evidence
    outcome = check(manuscript, evidence, protected=clean.protected, companions=mutant.companions)
    return sorted({code for code, _, _ in (_keys(outcome.problems) - base)})


def _one(job: tuple[str, str, int, int]) -> dict[str, object]:
    case, name, number, per = job
    clean, operator = _CLEAN[case], OPERATORS[name]
    mutant = mutants(clean, name, per)[number]
    started = time.perf_counter()
    codes = found_by(clean, mutant, _BASE[case])
    caught = any(code.startswith(operator.caught_by) for code in codes)
    return {
        "case": case, "operator": name, "family": operator.family, "number": number, "line": mutant.line, "note": mutant.note,
        "codes": codes, "caught": caught, "seconds": round(time.perf_counter() - started, 3),
    }  # fmt: skip


_MADE: dict[tuple[str, str, int], list[Mutant]] = {}


def mutants(clean: Clean, name: str, per: int) -> list[Mutant]:
    """Return up to `per` mutants of an operator on a case, drawn with the seed of case and operator."""
    if (clean.name, name, per) not in _MADE:
        made = list(OPERATORS[name].make(clean, random.Random(f"{SEED} {clean.name} {name}")))
        made = [one for one in made if one.source != clean.source]
        chosen = random.Random(f"{SEED} {clean.name} {name} choice")
        _MADE[clean.name, name, per] = made if len(made) <= per else chosen.sample(made, per)
    return _MADE[clean.name, name, per]


def measure(per: int, operators: list[str], *, processes: int) -> list[dict[str, object]]:
    """Make and check the mutants; one row for each."""
    _CLEAN.update(load())
    for clean in _CLEAN.values():
        outcome = check(clean.manuscript, clean.evidence, protected=clean.protected)
        _BASE[clean.name] = _keys(outcome.problems)
    jobs = [
        (clean.name, name, number, per)
        for clean in _CLEAN.values()
        for name in operators
        for number in range(len(mutants(clean, name, per)))
    ]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return pool.map(_one, jobs, chunksize=4)


def shares(rows: list[dict[str, object]], key: str) -> dict[str, tuple[int, int]]:
    """Return caught and made, by operator or family."""
    made, caught = Counter(str(row[key]) for row in rows), Counter(str(row[key]) for row in rows if row["caught"])
    return {name: (caught[name], made[name]) for name in sorted(made)}


def corpus_sha256() -> str:
    """Return the digest of every manuscript and every judgement that the mutants are made from."""
    digest = hashlib.sha256()
    for folder in FOLDERS:
        for path in (*clean_manuscripts(folder), folder / "judgements.jsonl"):
            digest.update(f"{path.relative_to(ROOT)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def judge(rows: list[dict[str, object]], floors: dict[str, object]) -> list[str]:
    """Return what is below its floor: share caught over all, in each family, the number of operators and of mutants."""
    faults = []
    if floors["corpus_sha256"] != corpus_sha256():
        faults.append(f"the manuscripts are others than the floors were set on: {corpus_sha256()}")
    if len(rows) < int(str(floors["mutants"])):
        faults.append(f"{len(rows)} mutants were made, floor {floors['mutants']}")
    total = sum(bool(row["caught"]) for row in rows) / len(rows)
    if total < float(str(floors["all"])):
        faults.append(f"all: {total:.3f} caught, floor {floors['all']}")
    families = floors["families"]
    for name, (caught, made) in shares(rows, "family").items():
        if isinstance(families, dict) and caught / made < families.get(name, 0):
            faults.append(f"{name}: {caught / made:.3f} caught, floor {families[name]}")
    operators = len({row["operator"] for row in rows})
    if operators < int(str(floors["operators"])):
        faults.append(f"{operators} operators made a mutant, floor {floors['operators']}")
    return faults


def measured(rows: list[dict[str, object]]) -> dict[str, object]:
    """Return what was reached, cut to three figures: the floors of this size."""
    cut = {name: math.floor(1000 * caught / made) / 1000 for name, (caught, made) in shares(rows, "family").items()}
    total = sum(bool(row["caught"]) for row in rows) / len(rows)
    return {
        "all": math.floor(1000 * total) / 1000, "families": cut, "operators": len({row["operator"] for row in rows}),
        "mutants": len(rows),
    }  # fmt: skip


def main() -> int:
    """Print the table and the survivors; with `--gate`, exit 1 when a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per", type=int, default=12)
    parser.add_argument("--operator", action="append", default=[])
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--gate", action="store_true", help="exit 1 when a floor is not reached")
    parser.add_argument("--set-floors", action="store_true", help="write what was reached as the floors of this size")
    parser.add_argument("--out", type=Path, help="write every row to this file as JSON lines")
    args = parser.parse_args()
    rows = measure(args.per, args.operator or sorted(OPERATORS), processes=args.processes)
    if args.out:
        args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    for key in ("operator", "family"):
        print(f"\n{key:<30} caught   made  share")
        for name, (caught, made) in shares(rows, key).items():
            print(f"{name:<30} {caught:>6} {made:>6}  {caught / made:.3f}")
    for row in rows:
        if not row["caught"]:
            print(
                f"survived: {row['case']} {row['operator']} #{row['number']} line {row['line']}: {row['note']} (found: "
                f"{row['codes']})"
            )
    caught = sum(bool(row["caught"]) for row in rows)
    print(f"\n{caught} of {len(rows)} mutants caught ({caught / len(rows):.3f}), {len({row['operator'] for row in rows})} "
        f"operators, "
          f"{len(_CLEAN)} manuscripts, {len(CHECKS)} checks, seed {SEED}")  # fmt: skip
    if args.set_floors:
        floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FOLDERS and FLOORS.exists() else {}
        floors["corpus_sha256"] = corpus_sha256()
        floors[str(args.per)] = measured(rows)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if args.gate:
        floors = json.loads(FLOORS.read_text(encoding="utf-8"))
        faults = judge(rows, floors[str(args.per)] | {"corpus_sha256": floors["corpus_sha256"]})
        print("\n".join(faults) or "every floor is reached")
        return 1 if faults else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
