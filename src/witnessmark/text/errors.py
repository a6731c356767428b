"""What the text room refuses."""

from witnessmark.evidence.errors import WitnessmarkError


class SpanError(WitnessmarkError):
    """A span does not lie in its text, or the text no longer reads there what was saved."""


class WithheldTextError(WitnessmarkError):
    """The words that are asked for are not in this snapshot."""
