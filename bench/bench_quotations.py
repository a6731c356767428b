"""Quotations: many against many sources, one against its own, and lies accepted, beside PyPI `citations`."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from citations import check_one, clear_caches, resolve_in
from quotation_sample import Citation, make_casefile, write_sources
from rows import Row

from witnessmark.text.locate import locate
from witnessmark.text.quotation import match_quotation, prepare

PEER = "citations 0.6.1"
COMMAND = "make bench, or: python bench/run.py quotations"
CASES = Path(__file__).parents[1] / "tests" / "text" / "data" / "quotations.jsonl"
#: Sources, citations, bytes a source; the same for `--quick`.
FULL, QUICK = (1_000, 2_000, 25_000), (10, 40, 2_000)
#: Sources whose pairs with every citation the peer is timed on, and citations it is timed on one by one.
PEER_SOURCES, PEER_CITATIONS = 5, 200
#: To reach: the claim of issue 2, read as every citation in every source, and what is held for each in its own source.
MANY, PREPARED, COLD = 50.0, 25.0, 8.0


def _seconds(run: Callable[[], object]) -> float:
    """Return processor seconds, which other programs on the machine do not lengthen."""
    begin = process_time()
    run()
    return process_time() - begin


def _many_row(texts: Sequence[str], citations: Sequence[Citation]) -> Row:
    """Every citation looked for in every source; the peer on some sources, scaled to all."""
    quotations = [citation.quotation for citation in citations]
    pairs = len(texts) * len(citations)
    found: list[int] = []

    def ours() -> None:
        found.extend(holding.quotation for holding in locate(quotations, [prepare(text) for text in texts]))

    def peer() -> None:
        clear_caches()
        for text in texts[:PEER_SOURCES]:
            for quotation in quotations:
                resolve_in(quotation, text)

    rate = pairs / _seconds(ours)
    sample = min(PEER_SOURCES, len(texts)) * len(citations)
    peer_rate = sample / _seconds(peer)
    assert {i for i, citation in enumerate(citations) if citation.true} <= set(found)
    return Row(
        name=f"{len(citations):,} citations against {len(texts):,} sources ({_megabytes(texts):.0f} MB), each in each, cold",
        ours=rate, unit="pairs/s", peer_name=f"{PEER} resolve_in", peer=peer_rate, ratio=rate / peer_rate, bound=MANY,
        at_least=True, command=COMMAND,
        note="first reading of the claim: all pairs. Ours folds all sources first; the peer is timed on "
        f"{sample:,} pairs, source by source, which suits its caches",
    )  # fmt: skip


def _own_rows(texts: Sequence[str], citations: Sequence[Citation], folder: Path) -> list[Row]:
    """Each citation against its own source, in the order of the manuscript."""
    paths = write_sources(list(texts), folder)
    prepared = [prepare(text) for text in texts]

    def cold() -> None:
        fresh = {number: prepare(path.read_text(encoding="utf-8")) for number, path in enumerate(paths)}
        for citation in citations:
            match_quotation(citation.quotation, fresh[citation.source], suggesting=False)

    def warm(*, suggesting: bool = False) -> None:
        for citation in citations:
            match_quotation(citation.quotation, prepared[citation.source], suggesting=suggesting)

    def peer() -> None:
        clear_caches()
        for citation in citations[:PEER_CITATIONS]:
            check_one(citation.quotation, paths[citation.source])

    peer_rate = min(PEER_CITATIONS, len(citations)) / _seconds(peer)
    cold_rate = len(citations) / _seconds(cold)
    for text in prepared:
        assert text.folded is not None
    warm_rate = len(citations) / _seconds(warm)
    helpful = len(citations) / _seconds(lambda: warm(suggesting=True))
    note = (
        f"second reading of the claim: one pair a citation. The peer's check_one, timed on "
        f"{min(PEER_CITATIONS, len(citations))} of them; ours also flags, and here suggests no nearest words, as the peer "
        f"suggests none: with suggestions {helpful:,.0f} citations/s, folded before"
    )
    return [
        Row(
            name=name, ours=rate, unit="citations/s", peer_name=PEER, peer=peer_rate, ratio=rate / peer_rate, bound=bound,
            at_least=True, command=COMMAND, note=note,
        )
        for name, rate, bound in (
            ("each citation against its own source, from files, cold", cold_rate, COLD),
            ("each citation against its own source, folded before", warm_rate, PREPARED),
        )
    ]  # fmt: skip


def _lies_row() -> Row:
    """How many of the hand-made lies are accepted: found, and not one flag or warning."""
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    lies = [case for case in cases if case["verdict"] != "found" or case["flags"]]
    ours = peer = 0
    for case in lies:
        result = match_quotation(case["quotation"], case["source"], readable=case.get("readable", True))
        ours += result.verdict == "found" and not result.flags
        peer += resolve_in(case["quotation"], case["source"]).state == "found"
    return Row(
        name=f"lies accepted out of {len(lies)} (hand-made, five languages)", ours=ours, unit="accepted", peer_name=PEER,
        peer=peer, ratio=float(ours), bound=0.0, at_least=False, command=COMMAND,
        note="a lie is what a person marked as not found, undecidable, or found only with a flag; the peer has no flags",
    )  # fmt: skip


def _megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def measure(*, quick: bool = False) -> list[Row]:
    """Measure all rows on an invented casefile; `quick` on a small one."""
    texts, citations = make_casefile(*(QUICK if quick else FULL))
    with tempfile.TemporaryDirectory() as folder:
        return [_many_row(texts, citations), *_own_rows(texts, citations, Path(folder)), _lies_row()]
