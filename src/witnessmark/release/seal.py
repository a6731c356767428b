"""The seal: minisign and SSH signatures over SHA256SUMS, and a time stamp over the signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from witnessmark.custody import minisign, sshsig
from witnessmark.custody.errors import CustodyError
from witnessmark.custody.timestamps import request, verify_token
from witnessmark.release.errors import SealError
from witnessmark.release.plan import TimeStampAuthority

MINISIG, SSHSIG, TOKEN = "SHA256SUMS.minisig", "SHA256SUMS.sig", "SHA256SUMS.minisig.tsr"


@dataclass(frozen=True, kw_only=True)
class SealKeys:
    """The public side of what seals: minisign line, SSH line, certificates of the authority if one is used."""

    minisign_line: str
    ssh_line: str
    fingerprint: str
    root: bytes = b""
    certificate_der: bytes = b""


def seal_keys(key: Ed25519PrivateKey, authority: TimeStampAuthority | None) -> SealKeys:
    """Return the public side of the release key and of the time stamp authority."""
    raw = key.public_key().public_bytes_raw()
    root, der = b"", b""
    if authority is not None:
        root = authority.root
        der = x509.load_pem_x509_certificate(authority.certificate).public_bytes(Encoding.DER)
    return SealKeys(
        minisign_line=minisign.public_key(raw).line, ssh_line=sshsig.public_line(raw), root=root, certificate_der=der,
        fingerprint=sshsig.fingerprint(raw),
    )  # fmt: skip


def seal_names(authority: TimeStampAuthority | None) -> tuple[str, ...]:
    """Return exactly the names that will lie in seal/, for the signed policy."""
    return (MINISIG, SSHSIG, TOKEN) if authority is not None else (MINISIG, SSHSIG)


def seal(
    sums: bytes, *, key: Ed25519PrivateKey, comment: str, authority: TimeStampAuthority | None
) -> Mapping[str, bytes]:
    """Return the files of seal/ by path.

    `comment` is one line of ASCII and is signed too. Raises `SealError` when a wanted time stamp is not given or does
    not hold: a release never goes out with less than its policy says.
    """
    signature = minisign.sign(sums, key, comment).encode("ascii")
    files = {f"seal/{MINISIG}": signature, f"seal/{SSHSIG}": sshsig.sign(sums, key).encode("ascii")}
    if authority is not None:
        files[f"seal/{TOKEN}"] = stamped(signature, authority)
    return files


def stamped(signature: bytes, authority: TimeStampAuthority) -> bytes:
    """Return the time stamp response over the signature, checked against the authority's own root."""
    try:
        answer = authority.answer(request(sha256(signature).digest()))
        verify_token(answer, signature, [authority.root])
    except (CustodyError, OSError) as error:
        raise SealError(
            "the time stamp that was asked for could not be obtained", got=str(error), expected="a token that verifies",
            do="Try again, or plan the release without a time stamp; its record will say so",
        ) from error  # fmt: skip
    return answer
