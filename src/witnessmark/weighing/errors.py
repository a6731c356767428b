"""Errors of the weighing room."""

from witnessmark.evidence.errors import WitnessmarkError


class UnknownRecordError(WitnessmarkError):
    """An id that is to be weighed names no record, or a record of a kind that carries no evidence."""


class ElementsDataError(WitnessmarkError):
    """The data file of elements of crimes is missing something."""
