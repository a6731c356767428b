"""What the casefile refuses."""

from witnessmark.evidence.errors import WitnessmarkError


class CaseError(WitnessmarkError):
    """The case folder is missing, broken, or already there."""


class JudgementError(WitnessmarkError):
    """A judgement cannot be applied; nothing of its file was."""


class UnknownIdError(JudgementError):
    """A judgement or command names an id that this investigation does not have."""


class ConflictError(JudgementError):
    """The same key or id was used before for something else."""


class ExposureError(WitnessmarkError):
    """Something that names a protected person would lie unsealed in the case folder."""


class ErasedError(WitnessmarkError):
    """The key of a protected source was destroyed: what it protected cannot be read any more."""


class ReleaseBlockedError(WitnessmarkError):
    """A release is refused while a blocking check fires or an error is unwaived."""

    exit_code = 4
