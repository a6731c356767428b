"""Errors of the manuscript room."""

from witnessmark.evidence.errors import WitnessmarkError


class ManuscriptError(WitnessmarkError):
    """The manuscript cannot be worked on at all (not text, or larger than the limit)."""


class UnknownCheckError(WitnessmarkError):
    """A code names no check."""

    exit_code = 2


class WaiverRefusedError(WitnessmarkError):
    """A waiver cannot be made: the problem blocks, or name, reason or date is missing."""
