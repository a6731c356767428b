"""Bulk reading: pages a second of the command, and its memory at 2,000 against 20,000 pages, each page another one."""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rows import Row

PROGRAM = Path(sys.executable).with_name("witnessmark")
JOBS = min(4, os.cpu_count() or 1)
#: Pages a second on a laptop of two cores: 20,000 pages in an hour.
LEAST_RATE = 20_000 / 3600
#: How much more memory ten times the pages may take: allocators and caches settle, they do not grow.
MOST_GROWTH = 1.25
PLACES = ["Anwar", "Belmont", "Cardal", "Dorna", "Elvas", "Ferran", "Gorin", "Halden"]
PEOPLE = [
    "Maria Lopez",
    "Chen Wei",
    "Aisha Noor",
    "Ivan Petrov",
    "Ann Lee",
    "Carlos Ruiz",
    "Fatima Zahra",
    "John Marsh",
]
BODIES = ["the ministry", "the court", "a spokesman for the governor", "the rights group", "the hospital", "the police"]
ACTS = [
    "closed the road to {0}",
    "took {1} people from {0}",
    "found {1} graves near {0}",
    "denied that {1} were held in {0}",
]
FRAMES = [
    "“We {act} on {day},” {person} told reporters.",
    "{person}, who lives in {place}, said that {body} had {act} on {day}.",
    "According to {body}, at least {number} people were hurt, and the rest {act}.",
    "{body} said it was “a matter for {place}”, and that nobody {act}.",
    "The market in {place} opened late that week, and few came.",
]
FURNITURE = ["Advertisement", "Share on Facebook", "Read more: what we know so far", "Sign up for our newsletter"]


def measure(*, quick: bool = False) -> list[Row]:
    few, many = (20, 60) if quick else (2_000, 20_000)
    with tempfile.TemporaryDirectory() as work:
        small, large = _run(Path(work), few), _run(Path(work), many)
    rate = many / large.seconds
    return [
        Row(
            name=f"bulk reading of {many:,} pages", ours=rate, unit="pages/s", peer_name="20,000 an hour", peer=LEAST_RATE,
            ratio=rate / LEAST_RATE, bound=1, at_least=True, command="python bench/run.py reading_bulk",
            note=f"{JOBS} processes, {large.words / large.seconds:,.0f} words/s, start and output included",
        ),
        Row(
            name=f"memory of bulk reading at {many:,} pages", ours=large.megabytes, unit="MB",
            peer_name=f"{few:,} pages", peer=small.megabytes, ratio=large.megabytes / small.megabytes, bound=MOST_GROWTH,
            at_least=False, note="peak resident size of the command and its workers together",
        ),
    ]  # fmt: skip


class _Ran:
    """Seconds, words and peak memory of one run of the command over a folder."""

    def __init__(self, seconds: float, words: int, megabytes: float) -> None:
        self.seconds, self.words, self.megabytes = seconds, words, megabytes


def _run(work: Path, count: int) -> _Ran:
    folder = work / f"pages-{count}"
    folder.mkdir()
    words = sum(_write(folder / f"{number // 1000:03}-{number:06}.txt", number) for number in range(count))
    command = [PROGRAM, "read", folder, "--format", "jsonl", "--jobs", str(JOBS), "--output", work / f"{count}.jsonl"]
    began = time.perf_counter()
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    peak = 0.0
    while running.poll() is None:
        peak = max(peak, _resident(running.pid))
        time.sleep(0.2)
    seconds = time.perf_counter() - began
    assert running.returncode == 0
    assert sum(1 for _ in (work / f"{count}.jsonl").open("rb")) == count
    return _Ran(seconds, words, peak)


def _write(path: Path, number: int) -> int:
    """Write the page of this number, the same in every run, and return its number of words."""
    chance = random.Random(number)  # noqa: S311 - pages to measure with, no secrets
    lines = [f"The {chance.choice(PLACES)} road, day {number}", ""]
    for _ in range(chance.randint(6, 24)):
        act = chance.choice(ACTS).format(chance.choice(PLACES), chance.randint(2, 900))
        day = f"{chance.randint(1, 28)} May {chance.randint(2001, 2031)}"
        sentence = chance.choice(FRAMES).format(
            act=act, day=day, person=chance.choice(PEOPLE), place=chance.choice(PLACES), body=chance.choice(BODIES),
            number=chance.randint(3, 400),
        )  # fmt: skip
        lines += [sentence[0].upper() + sentence[1:], ""]
        if chance.random() < 0.15:
            lines += [chance.choice(FURNITURE), ""]
    text = "\n".join(lines)
    path.write_text(text, encoding="utf-8")
    return len(text.split())


def _resident(pid: int) -> float:
    """Return the resident megabytes of a process and its children, as /proc tells them; 0 for one that is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6 + sum(_resident(int(child)) for child in children)
