"""Refusals of capture: what cannot be taken in, and why."""

from witnessmark.evidence.errors import WitnessmarkError


class CaptureError(WitnessmarkError):
    """Something was not taken in; nothing of it was kept."""


class NotAPlainFileError(CaptureError):
    """It is no regular file: missing, a link, a folder, a device, a pipe."""


class EmptyFileError(CaptureError):
    """The file holds no bytes."""


class TooLargeError(CaptureError):
    """The file is larger than the limit."""


class BadNameError(CaptureError):
    """The name is too long, or holds what would deceive a reader or a program."""


class UnknownTypeError(CaptureError):
    """The content is of no kind that can be taken in."""


class WrongExtensionError(CaptureError):
    """The extension says one kind of file, the content another."""


class DamagedFileError(CaptureError):
    """The file is cut short or broken."""


class EncryptedFileError(CaptureError):
    """The file opens only with a password."""


class ArchiveBombError(CaptureError):
    """A zipped file unpacks to more than any document holds."""


class RecordError(CaptureError):
    """A collection record lacks what it must have, or holds what cannot be."""


class AddressRefusedError(CaptureError):
    """The address may not be fetched: not HTTP, a private network, a name that does not resolve."""


class FetchError(CaptureError):
    """The server did not give the page: no answer, too slow, too much, too many redirects."""
