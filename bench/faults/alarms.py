"""Count the alarms on clean manuscripts and hold them to what was reached: `.venv/bin/python bench/faults/alarms.py`."""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cases import FOLDERS, alarms, build

from witnessmark.manuscript.parse import parse

#: Most alarms that each clean manuscript may raise; a number here only ever goes down.
CEILINGS = Path(__file__).parent / "ceilings.json"


def measure() -> dict[str, dict[str, float]]:
    """Return, by case, how many sentences its manuscript has, the alarms on them, and the alarms in 100 sentences."""
    found = {}
    for folder in FOLDERS:
        with tempfile.TemporaryDirectory() as out:
            case = build(folder, Path(out))
        for name, text in case.manuscripts.items():
            lines = list(alarms(case, name))
            print("\n".join(f"{name} {line}" for line in lines), file=sys.stderr)
            sentences = len(parse(text).sentences)
            found[name] = {
                "sentences": sentences,
                "alarms": len(lines),
                "in_100": round(100 * len(lines) / sentences, 1),
            }
    return found


def main() -> int:
    """Print the table; exit 1 when a manuscript raises more alarms than its ceiling."""
    ceilings = json.loads(CEILINGS.read_text(encoding="utf-8"))
    found = measure()
    for name, row in found.items():
        told = f"{row['alarms']} alarms on {row['sentences']} sentences ({row['in_100']} in 100)"
        print(f"{name}: {told}, ceiling {ceilings.get(name, 0)}")
    return 1 if any(row["alarms"] > ceilings.get(name, 0) for name, row in found.items()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
