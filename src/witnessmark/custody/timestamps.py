"""RFC 3161 time stamps: ask for one, and check one against authorities that are trusted from outside."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response

from witnessmark.custody.errors import TimeStampError
from witnessmark.custody.token_form import canonical_answer, wrap

#: DER of AlgorithmIdentifier { id-sha256, NULL }.
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_GRANTED = 0
#: A token with a few certificates is some kilobytes; an answer larger than this is none.
_ANSWER_LIMIT = 1 << 20


@dataclass(frozen=True)
class TimeStamp:
    """What a token proves: these bytes existed at `at` (ISO 8601, UTC), says the authority named."""

    at: str
    authority: str
    serial: int
    policy: str
    certificate_sha256: str


def request(digest: bytes, *, nonce: int | None = None) -> bytes:
    """Return a DER TimeStampReq for a SHA-256 digest, asking for the certificate too (RFC 3161 §2.4.1)."""
    if len(digest) != sha256().digest_size:
        raise TimeStampError("a time stamp is asked for a SHA-256", got=f"{len(digest)} bytes", expected="32 bytes")
    imprint = wrap(0x30, _SHA256 + wrap(0x04, digest))
    number = b"" if nonce is None else wrap(0x02, nonce.to_bytes(nonce.bit_length() // 8 + 1))
    return wrap(0x30, wrap(0x02, b"\x01") + imprint + number + wrap(0x01, b"\xff"))


def fetch(url: str, asked: bytes, post: Callable[[str, bytes, dict[str, str]], tuple[int, bytes]]) -> bytes:
    """Send a request to an authority and return its bare answer; a person must have asked for it.

    `post(url, body, headers)` does the sending and returns status and body: no network is used here otherwise.
    """
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    status, body = post(url, asked, headers)
    if status != 200 or not body or len(body) > _ANSWER_LIMIT:  # noqa: PLR2004 - HTTP OK
        got = f"status {status}, {len(body)} bytes"
        raise TimeStampError("the time stamp authority did not answer as it should", where=url, got=got, do="Try again")
    return bare(body)


def verify_token(answer: bytes, data: bytes, trust: Iterable[bytes], *, nonce: int | None = None) -> TimeStamp:
    """Return what a DER TimeStampResp proves about data; raise `TimeStampError` unless all of it holds.

    `trust` holds PEM certificates of authorities trusted from outside (roots). The certificates count at the time of
    the stamp, so an expired one does not undo what it signed. `nonce` is demanded when given.
    """
    response = _decoded(answer)
    roots = [_certificate(pem) for pem in trust]
    if not roots:
        raise TimeStampError("no time stamp authority is trusted", expected="at least one root certificate")
    builder = VerifierBuilder(nonce=nonce)
    for root in roots:
        builder = builder.add_root_certificate(root)
    try:
        _same_bytes(response, data)
        builder.build().verify_message(response, data)
        return _told(response)
    except (VerificationError, ValueError, UnsupportedAlgorithm) as error:
        raise TimeStampError("the time stamp does not hold", got=str(error), do="Get a new one") from error


def _same_bytes(response: TimeStampResponse, data: bytes) -> None:
    stamped, digest = response.tst_info.message_imprint.message, sha256(data).digest()
    if stamped != digest:
        raise TimeStampError("the time stamp is over other bytes", got=stamped.hex(), expected=digest.hex())


def bare(answer: bytes) -> bytes:
    """Return an authority's answer in the one form that is kept: see `token_form.canonical_answer`."""
    tidy = canonical_answer(answer)
    _decoded(tidy)
    return tidy


def _decoded(answer: bytes) -> TimeStampResponse:
    try:
        response = decode_timestamp_response(answer)
        status = int(response.status)
    except ValueError as error:
        raise TimeStampError("this is not a time stamp", got=str(error), expected="RFC 3161 TimeStampResp") from error
    if status != _GRANTED:
        raise TimeStampError("the authority refused the time stamp", got=f"{status}: {response.status_string}")
    if response.as_bytes() != answer:
        raise TimeStampError("the time stamp is not in canonical encoding", got=f"{len(answer)} bytes")
    return response


def _certificate(pem: bytes) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(pem)
    except ValueError as error:
        raise TimeStampError("this is not a certificate", got=str(error), expected="PEM") from error


def _told(response: TimeStampResponse) -> TimeStamp:
    info, (signer,) = response.tst_info, response.signed_data.signer_infos
    for der in response.signed_data.certificates:
        certificate = x509.load_der_x509_certificate(der)
        if (certificate.issuer, certificate.serial_number) == (signer.issuer, signer.serial_number):
            subject, digest = certificate.subject.rfc4514_string(), sha256(der).hexdigest()
            at = info.gen_time.isoformat()
            return TimeStamp(at, subject, info.serial_number, info.policy.dotted_string, digest)
    raise TimeStampError("the time stamp does not carry its signer's certificate")
