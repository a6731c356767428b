"""What a check of support reports: something that the support does not hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something the support does not hold: offsets within the claim's words."""

    message: str
    got: str
    expected: str
    at: int
    length: int
