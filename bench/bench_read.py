"""Reading the news page: the whole process cold, and again warm; statements found on it and on PolNeAR dev."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from rows import Row

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
PAGE = DATA / "news" / "global-2022-08-31.txt"
COLD_LIMIT = 1.5
WARM_LIMIT = 0.150
#: Triple F1 of GenderGapTracker on the same articles, measured when the way was chosen; not run again here.
PEER_F1 = 0.45
PROGRAM = (
    "import sys; from pathlib import Path; from witnessmark.reading.reader import read_bytes; path = Path(sys.argv[1]); "
    "print(len(read_bytes(path.read_bytes(), media_type='text/plain', name=path.name).statements))"
)


def measure(*, quick: bool = False) -> list[Row]:
    if not PAGE.exists():
        return [_skipped()]
    sys.path.insert(0, str(HERE / "reading"))
    import evaluate

    rows = [_cold(1 if quick else 5), _warm(2 if quick else 20), _page(evaluate)]
    return rows if quick else [*rows, _polnear(evaluate)]


def _skipped() -> Row:
    return Row(
        name="read: skipped", ours=0, unit="s", peer_name="limit", peer=COLD_LIMIT, ratio=0, bound=1, at_least=False,
        note=f"the news page is not here: {PAGE}",
    )  # fmt: skip


def _cold(times: int) -> Row:
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", PROGRAM, str(PAGE)], check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    took = statistics.median(seconds)
    return Row(
        name="read the news page, whole process", ours=took, unit="s", peer_name="limit", peer=COLD_LIMIT,
        ratio=took / COLD_LIMIT, bound=1, at_least=False, command=f"python bench/run.py read  # median of {times}",
    )  # fmt: skip


def _warm(times: int) -> Row:
    from witnessmark.reading.reader import read_bytes

    data = PAGE.read_bytes()
    seconds = []
    for _ in range(times + 1):
        began = time.perf_counter()
        read_bytes(data, media_type="text/plain", name=PAGE.name)
        seconds.append(time.perf_counter() - began)
    took = statistics.median(seconds[1:])
    return Row(
        name="read the news page, warm", ours=took, unit="s", peer_name="limit", peer=WARM_LIMIT, ratio=took / WARM_LIMIT,
        bound=1, at_least=False, note=f"median of {times}",
    )  # fmt: skip


def _page(evaluate) -> Row:  # noqa: ANN001 - a module found beside this one
    score = evaluate.news(PAGE.parent)
    return Row(
        name="statements of the news page", ours=score.hits, unit="hits", peer_name="gold", peer=score.gold,
        ratio=score.hits / score.gold, bound=1, at_least=True, note=f"{score.proposed - score.hits} proposed beyond the gold",
    )  # fmt: skip


def _polnear(evaluate) -> Row:  # noqa: ANN001 - a module found beside this one
    score = evaluate.polnear(DATA / "polnear" / "dev")
    kinds = ", ".join(
        f"{kind} {score.hits_by_kind[kind] / score.by_kind[kind]:.2f}" for kind in ("direct", "mixed", "indirect")
    )
    return Row(
        name="statements of 84 articles (PolNeAR dev), triple F1", ours=score.f1, unit="F1", peer_name="GenderGapTracker",
        peer=PEER_F1, ratio=score.f1 / PEER_F1, bound=1.2, at_least=True, command="python bench/reading/evaluate.py",
        note=f"recall {kinds}; {score.words / score.seconds:,.0f} words a second; the peer was measured before, not in this run",
    )  # fmt: skip
