"""The refusals and failures of a release."""

from witnessmark.evidence.errors import WitnessmarkError


class ReleaseError(WitnessmarkError):
    """Something about a release failed."""


class MissingFontError(ReleaseError):
    """No font at hand draws these characters; a PDF with empty boxes is never made."""


class RedactionError(ReleaseError):
    """A redaction could not be carried out, so the item must not be published."""


class ReleaseRefusedError(ReleaseError):
    """The release would break a rule (a check that blocks, a protected identity, a missing consent)."""


class BundleError(ReleaseError):
    """The bundle on disk is not what was meant to be written."""


class SealError(ReleaseError):
    """A signature or a wanted time stamp could not be made."""
