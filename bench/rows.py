"""One row of the benchmark table: what was measured, ours, the peer or limit, the ratio and whether it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """A measured claim. `ours` and `peer` carry `unit`; `ratio` is what the claim is about; `bound` is its limit.

    `at_least` tells the direction: True when the ratio must not fall below the bound. `command` repeats it by hand.
    """

    name: str
    ours: float
    unit: str
    peer_name: str
    peer: float
    ratio: float
    bound: float
    at_least: bool
    command: str = ""
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the claim holds in this run."""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound
