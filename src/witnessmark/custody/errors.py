"""What can go wrong in custody, one class per thing that a person would act on differently."""

from witnessmark.evidence.errors import WitnessmarkError


class CustodyError(WitnessmarkError):
    """Anything that custody refuses."""


class EncodingError(CustodyError):
    """A value cannot be encoded, or an encoding is not the one canonical form."""


class LogError(CustodyError):
    """The log was asked for something that it does not hold, or was handed something that it cannot take."""


class ProofError(CustodyError):
    """A proof does not lead from what it claims to the root."""


class SignatureError(CustodyError):
    """A signature does not hold, is not in canonical encoding, or is from another key."""


class StoreError(CustodyError):
    """The store lacks bytes, or holds other bytes than their name says."""


class KeyRingError(CustodyError):
    """A key is missing, exists already, or lies where others can read it."""


class PassphraseError(KeyRingError):
    """The passphrase does not open the key."""


class SealError(CustodyError):
    """Sealed bytes do not open with this key for this purpose."""


class TimeStampError(CustodyError):
    """A time stamp could not be had, or does not hold. Never a warning: the step has failed."""
