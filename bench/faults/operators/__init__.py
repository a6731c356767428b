"""Single faults that are put into a clean manuscript or its snapshot, one kind of fault to an operator."""

from operators import fairness, independence, law, leaks, records, support, upkeep  # noqa: F401 - they fill OPERATORS
from operators.base import OPERATORS, Clean, Mutant, Operator

__all__ = ["OPERATORS", "Clean", "Mutant", "Operator"]
