"""Run every benchmark in this folder and print one table; exit 1 when a claim does not hold."""

import argparse
import importlib
import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from rows import Row  # noqa: E402 - the folder is put on the path first


def collect(names: list[str], *, quick: bool) -> list[Row]:
    """Measure the named benchmarks (all when empty), one after the other, so that they do not disturb each other."""
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    rows: list[Row] = []
    for name in names or found:
        print(f"measuring {name} …", file=sys.stderr)
        rows += importlib.import_module(f"bench_{name}").measure(quick=quick)
    return rows


def show(row: Row) -> str:
    """Return a row as two lines a person can read."""
    sign = "≥" if row.at_least else "≤"
    verdict = "holds" if row.holds else "DOES NOT HOLD"
    return (
        f"{row.name}\n    ours {row.ours:,.6g} {row.unit}; {row.peer_name} {row.peer:,.6g} {row.unit}; "
        f"ratio {row.ratio:,.4g} (to reach {sign} {row.bound:g}): {verdict}"
        + (f"\n    {row.note}" if row.note else "")
        + (f"\n    $ {row.command}" if row.command else "")
    )


def main() -> int:
    """Parse the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="benchmarks to run (default: all)")
    parser.add_argument("--quick", action="store_true", help="small sizes, to try that the benchmarks work")
    parser.add_argument("--json", action="store_true", help="print JSON rows")
    options = parser.parse_args()
    rows = collect(options.names, quick=options.quick)
    if options.json:
        print(json.dumps([asdict(row) | {"holds": row.holds} for row in rows], indent=1))
    else:
        print(f"Python {platform.python_version()} on {platform.machine()}\n")
        print("\n".join(show(row) for row in rows))
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
