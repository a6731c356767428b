"""Errors of reading: bytes that cannot be turned into text."""

from witnessmark.evidence.errors import WitnessmarkError


class ReadingError(WitnessmarkError):
    """Bytes could not be read as text."""


class UnreadableError(ReadingError):
    """The bytes are damaged, or not what their media type says."""


class UnsupportedTypeError(ReadingError):
    """There is no reader for this media type."""


class EncryptedDocumentError(ReadingError):
    """The document opens only with a password."""


class UnsafeArchiveError(ReadingError):
    """A zipped document unpacks to more than a document can reasonably hold."""
