"""Reading thousands of files into lines of JSON, one after the other, with progress and without losing a run."""

import os
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

import click
from rich.text import Text

from witnessmark.cli.app import App
from witnessmark.cli.read_lines import Order, line_of, line_of_outcome
from witnessmark.cli.read_output import Written, appended, resume, same
from witnessmark.cli.read_places import Aside, places
from witnessmark.cli.sources import STDIN
from witnessmark.cli.visible import visible_name
from witnessmark.evidence.dates import PartialDate
from witnessmark.reading.bulk import in_processes, in_this_process
from witnessmark.reading.bulk_attempt import Outcome


@dataclass(frozen=True)
class Run:
    """What is read, how, by whom and whereto. `cluster` is the address of a Ray cluster; `jobs` 0 means in this process."""

    names: tuple[str, ...]
    published: PartialDate | None
    whole: bool
    jobs: int
    output: Path | None = None
    cluster: str = ""

    def orders(self, aside: Aside) -> Iterator[Order]:
        """Yield what is to be read, in the order of the output."""
        return (Order(place, self.published, self.whole) for place in places(self.names, aside))


@dataclass
class Tally:
    """How many lines were written, and how many of them tell of a failure."""

    count: int = 0
    failed: int = 0
    since: float = field(default_factory=time.monotonic)
    before: int = 0

    def add(self, outcome: Outcome[Order, bytes]) -> None:
        """Count an outcome."""
        self.count += 1
        self.failed += outcome.failure is not None

    def words(self, total: int) -> str:
        """Return how far the run is and how fast."""
        rate = (self.count - self.before) / max(time.monotonic() - self.since, 1e-6)
        failed = f", {self.failed:,} could not be read" if self.failed else ""
        return f"read {self.count:,} of {total:,}{failed} ({rate:,.0f} a second)"


def read_in_bulk(app: App, run: Run) -> Tally:
    """Write a line for each document, in an order that depends on their names only; go on where `output` breaks off."""
    with appended(run.output) if run.output else nullcontext(sys.stdout.buffer) as stream:
        about = os.fstat(stream.fileno())
        aside = Aside(never={(about.st_dev, about.st_ino)})
        total = 0 if app.progress.quiet else sum(1 for _ in run.orders(Aside(never=aside.never)))
        orders = run.orders(aside)
        written = resume(stream, orders, run.output) if run.output else Written()
        tally = Tally(written.count, written.failed, before=written.count)
        again = [written.last[0]] if written.last else []
        with closing(_outcomes(run, chain(again, orders))) as outcomes, app.progress.status("reading …") as status:
            for outcome in islice(outcomes, len(again)):
                same(written, line_of_outcome(outcome), run.output or Path())
            for outcome in outcomes:
                stream.write(line_of_outcome(outcome))
                stream.flush()
                tally.add(outcome)
                status.update(Text(f"{tally.words(total)}: {visible_name(outcome.item.place.path)}"))
    if not app.as_json and (run.output or tally.count != 1):
        _tell(run, tally, aside)
    return tally


def _outcomes(run: Run, orders: Iterator[Order]) -> Generator[Outcome[Order, bytes]]:
    """Yield the outcomes in order, from this process for one document and standard input, else from workers."""
    if run.cluster:
        from witnessmark.reading.on_ray import on_cluster

        yield from on_cluster(line_of, orders, address=run.cluster, jobs=run.jobs)
        return
    first = list(islice(orders, 2))
    if len(first) < 2 or not run.jobs or STDIN in run.names:  # noqa: PLR2004 - one is not worth a process of its own
        yield from in_this_process(line_of, chain(first, orders))
    else:
        yield from in_processes(line_of, chain(first, orders), jobs=run.jobs)


def _tell(run: Run, tally: Tally, aside: Aside) -> None:
    """Say on standard error what was done, since the lines themselves may go anywhere."""
    done = f"{tally.count - tally.failed:,} read, {tally.failed:,} could not be read"
    before = f" ({tally.before:,} of them by an earlier run)" if tally.before else ""
    left = f"; left aside: {aside.words()}" if aside.words() else ""
    where = f"; {visible_name(str(run.output))}" if run.output else ""
    click.echo(f"{done}{before}{left}{where}", err=True)
    if tally.failed:
        click.echo("the lines of those that could not be read have “error” and say why", err=True)
