"""What a reader of a release needs from outside it: the keys and certificates that the office stands by."""

from collections.abc import Iterable
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from witnessmark.casefile.session import Session
from witnessmark.custody import minisign


def trust_policy(session: Session, certificates: Iterable[bytes] = ()) -> dict[str, str | list[str]]:
    """Return a trust policy (docs/release-format.md): release key, log key, digests of time stamp certificates (PEM)."""
    found = [x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER) for pem in certificates]
    return {
        "format": "witnessmark-trust/1",
        "release_key": minisign.public_key(session.keys.ring.public("release")).line,
        "log_key": session.keys.log_verifier(session.investigation.origin).vkey,
        "tsa": [sha256(der).hexdigest() for der in found],
    }
