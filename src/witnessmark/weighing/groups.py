"""Independence groups: connected components over shared origins, with the reason of every edge."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.weighing.edges import Edge, cut_pairs, document_edges, record_edges
from witnessmark.weighing.errors import UnknownRecordError


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one origin: `members` as asked for, `edges` what joins them (also through records not asked for)."""

    members: tuple[str, ...]
    edges: tuple[Edge, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the edges, in words."""
        return tuple(edge.reason for edge in self.edges)


class Grouper:
    """Groups records of one snapshot; the edges between its items are worked out once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._documents = document_edges(evidence)
        self._cuts = cut_pairs(evidence)

    def groups(self, ids: Iterable[str]) -> tuple[Group, ...]:
        """Return the independence groups of items and statements, largest first, then by id.

        Counted by origin, not by outlet (methodology, rule 3). Raises `UnknownRecordError` for other ids.
        """
        wanted = tuple(dict.fromkeys(ids))
        for one in wanted:
            _must_weigh(self.evidence, one)
        neighbours = self._graph(wanted)
        groups: list[Group] = []
        placed: set[str] = set()
        for one in wanted:
            if one not in placed:
                parents = _reach(neighbours, one)
                members = tuple(other for other in wanted if other in parents)
                placed.update(members)
                groups.append(Group(members, _paths(parents, members)))
        return tuple(sorted(groups, key=lambda group: (-len(group.members), group.members)))

    def _graph(self, wanted: tuple[str, ...]) -> dict[str, list[Edge]]:
        edges = list(self._documents)
        for one in wanted:
            edges += [
                edge
                for edge in record_edges(self.evidence, one)
                if (frozenset((edge.a, edge.b)), edge.relation) not in self._cuts
            ]
        neighbours: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            neighbours[edge.a].append(edge)
            neighbours[edge.b].append(edge)
        return neighbours


def independence_groups(evidence: Evidence, items: Iterable[str]) -> tuple[Group, ...]:
    """Return the independence groups of items and statements (ids); see `Grouper` for many questions to one snapshot."""
    return Grouper(evidence).groups(items)


def _must_weigh(evidence: Evidence, one: str) -> None:
    if not isinstance(evidence.index.get(one), (Item, Statement)):
        raise UnknownRecordError("this cannot be grouped", got=one, expected="the id of an item or a statement")


def _reach(neighbours: dict[str, list[Edge]], start: str) -> dict[str, Edge | None]:
    """Breadth-first: every node that is joined to `start`, with the edge by which it was reached."""
    parents: dict[str, Edge | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for edge in neighbours[node]:
            other = edge.b if edge.a == node else edge.a
            if other not in parents:
                parents[other] = edge
                waiting.append(other)
    return parents


def _paths(parents: dict[str, Edge | None], members: tuple[str, ...]) -> tuple[Edge, ...]:
    """Return the edges that lie on a path between two members."""
    used: dict[Edge, None] = {}
    for member in members:
        node = member
        edge = parents[node]
        while edge is not None and edge not in used:
            used[edge] = None
            node = edge.a if edge.b == node else edge.b
            edge = parents[node]
    return tuple(used)
