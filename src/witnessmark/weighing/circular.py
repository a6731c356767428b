"""Circular reporting: items that cite each other round."""

from witnessmark.evidence.snapshot import Evidence


def circular_citations(evidence: Evidence) -> tuple[tuple[str, ...], ...]:
    """Return every cycle of `cites` links as a path of item ids that ends where it began, smallest id first.

    Each cycle is reported once, by the first path on which it is met.
    """
    cites = {
        item.id: [link.to for link in item.links if link.relation == "cites" and not link.cut]
        for item in evidence.items
    }
    state: dict[str, int] = {}
    cycles: dict[frozenset[str], tuple[str, ...]] = {}
    for start in sorted(cites):
        if start not in state:
            _walk(start, cites, state, cycles)
    return tuple(cycles.values())


def _walk(
    start: str, cites: dict[str, list[str]], state: dict[str, int], cycles: dict[frozenset[str], tuple[str, ...]]
) -> None:
    """Depth first without recursion: a chain of reports may be longer than Python's stack."""
    path = [start]
    waiting = [iter(sorted(cites[start]))]
    state[start] = 1
    while waiting:
        following = next(waiting[-1], None)
        if following is None:
            state[path.pop()] = 2
            waiting.pop()
        elif state.get(following) == 1:
            cycle = path[path.index(following) :]
            first = cycle.index(min(cycle))
            cycles.setdefault(frozenset(cycle), (*cycle[first:], *cycle[:first], cycle[first]))
        elif following in cites and following not in state:
            state[following] = 1
            path.append(following)
            waiting.append(iter(sorted(cites[following])))
