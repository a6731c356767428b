"""Time stamps (RFC 3161): what was stamped, when, and whether the certificate in the token signed it.

The token's structure is read field by field and nothing is skipped: a byte that no check looks at could be changed.
"""

from dataclasses import dataclass
from hashlib import sha1, sha256

from witnessmark.verify.der import INTEGER, NULL, OCTETS, OID, SEQUENCE, SET, Der, der_one, der_parts
from witnessmark.verify.faults import BrokenError
from witnessmark.verify.publickey import HASHES, signature_holds

_SIGNED_DATA, _TST_INFO = "2a864886f70d010702", "2a864886f70d0109100104"
_CONTENT_TYPE, _MESSAGE_DIGEST = "2a864886f70d010903", "2a864886f70d010904"
_CERTIFICATE_V1, _CERTIFICATE_V2 = "2a864886f70d010910020c", "2a864886f70d010910022f"
_SHA256_OID = "608648016503040201"
_EXTENDED_USAGE, _TIME_STAMPING = "551d25", "2b06010505070308"
_CONTEXT_0, _CONTEXT_3 = 0xA0, 0xA3
_BARE_GRANTED = bytes.fromhex("3003020100")
_GENERALIZED_TIME, _BOOLEAN_TRUE = 0x18, b"\x01\x01\xff"


@dataclass(frozen=True)
class Stamp:
    """When (ISO 8601, UTC), the SHA-256 of the certificate (DER) that signed it, and of others that lie beside it."""

    at: str
    certificate: str
    beside: tuple[str, ...]


def check_stamp(file: bytes, data: bytes, where: str) -> Stamp:
    """Return time and certificate; raise `BrokenError` unless the token is over data and its own certificate signed it.

    Whether that certificate is one to trust is for the caller to say.
    """
    try:
        return _stamp(file, data, where)
    except (ValueError, IndexError) as error:  # a structure with other parts than the standard's
        raise BrokenError("wrong-der", where, str(error), "RFC 3161 TimeStampResp") from error


def _stamp(file: bytes, data: bytes, where: str) -> Stamp:
    status, token = der_one(file, where).parts(SEQUENCE, where)
    if status.whole != _BARE_GRANTED:
        raise BrokenError("non-canonical", where, status.whole.hex()[:40], "the bare status granted")
    oid, wrapped = token.parts(SEQUENCE, where)
    _same(oid.oid(where), _SIGNED_DATA, where)
    signed = der_one(wrapped.content(_CONTEXT_0, where), where).parts(SEQUENCE, where)
    version, digests, content, certificates, signers = signed
    _same(version.number(where), 3, where)
    info = _tst_info(content, where)
    certificate_list = der_parts(certificates.content(_CONTEXT_0, where), where)
    (signer,) = signers.parts(SET, where)
    certificate = _named_certificate(certificate_list, signer, where)
    digest_algorithm = _signed_by(signer, info, certificate, where)
    _same([part.whole for part in digests.parts(SET, where)], [digest_algorithm.whole], where)
    beside = [other.whole for other in certificate_list if other is not certificate]
    return Stamp(
        at=_stamped(info, data, where),
        certificate=sha256(certificate.whole).hexdigest(),
        beside=tuple(sha256(whole).hexdigest() for whole in beside),
    )


def _same(got: object, expected: object, where: str) -> None:
    if got != expected:
        raise BrokenError("wrong-der", where, str(got)[:80], str(expected)[:80])


def _tst_info(content: Der, where: str) -> bytes:
    kind, wrapped = content.parts(SEQUENCE, where)
    _same(kind.oid(where), _TST_INFO, where)
    return der_one(wrapped.content(_CONTEXT_0, where), where).content(OCTETS, where)


def _stamped(info: bytes, data: bytes, where: str) -> str:
    """Return the time in a TSTInfo that is over data."""
    version, policy, imprint, serial, time, *_ = der_one(info, where).parts(SEQUENCE, where)
    _same((version.number(where), policy.tag, serial.tag), (1, OID, INTEGER), where)
    algorithm, hashed = imprint.parts(SEQUENCE, where)
    oid = algorithm.parts(SEQUENCE, where)[0].oid(where)
    if oid not in HASHES or hashed.content(OCTETS, where) != HASHES[oid](data):
        raise BrokenError("wrong-stamp", where, "a time stamp over other bytes", HASHES[_SHA256_OID](data).hex())
    text = time.content(_GENERALIZED_TIME, where).decode("ascii")
    if not text.endswith("Z") or not text[:14].isdigit():
        raise BrokenError("wrong-der", where, text, "a time in UTC")
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}T{text[8:10]}:{text[10:12]}:{text[12:-1]}Z"


def _named_certificate(certificates: list[Der], signer: Der, where: str) -> Der:
    """Return the certificate whose issuer and serial number the SignerInfo names."""
    identifier = [part.whole for part in signer.parts(SEQUENCE, where)[1].parts(SEQUENCE, where)]
    for certificate in certificates:
        _version, serial, _algorithm, issuer, *_ = certificate.parts(SEQUENCE, where)[0].parts(SEQUENCE, where)
        if [issuer.whole, serial.whole] == identifier:
            return certificate
    raise BrokenError("wrong-stamp", where, "no certificate of the signer in the token", "the one it names")


def _signed_by(signer: Der, info: bytes, certificate: Der, where: str) -> Der:
    """Return the digest algorithm of a SignerInfo whose signature by this certificate holds."""
    version, _, digest, attributes, algorithm, signature = signer.parts(SEQUENCE, where)
    _same(version.number(where), 1, where)
    digest_oid, *rest = digest.parts(SEQUENCE, where)
    if digest_oid.oid(where) not in HASHES or [part.whole for part in rest] not in ([], [NULL]):
        raise BrokenError("unknown-algorithm", where, digest_oid.oid(where), "SHA-256, SHA-384 or SHA-512")
    key_info = _signing_key(certificate, where)
    values = _attributes(attributes, where)
    _same(values[_CONTENT_TYPE].oid(where), _TST_INFO, where)
    _same(values[_MESSAGE_DIGEST].content(OCTETS, where), HASHES[digest_oid.oid(where)](info), where)
    _names_certificate(values, certificate.whole, where)
    signed = bytes([SET]) + attributes.whole[1:]  # RFC 5652 §5.4: signed as a SET, not under its context tag
    octets = signature.content(OCTETS, where)
    if not signature_holds(key_info, algorithm, digest_oid.oid(where), signed, octets, where=where):
        raise BrokenError("wrong-stamp", where, "a signature that does not hold", "the certificate in the token")
    return digest


def _attributes(attributes: Der, where: str) -> dict[str, Der]:
    found: dict[str, Der] = {}
    for attribute in attributes.parts(_CONTEXT_0, where):
        name, values = attribute.parts(SEQUENCE, where)
        (value,) = values.parts(SET, where)
        if name.oid(where) in found:
            raise BrokenError("wrong-der", where, name.oid(where), "each attribute once")
        found[name.oid(where)] = value
    if _CONTENT_TYPE not in found or _MESSAGE_DIGEST not in found:
        raise BrokenError("wrong-der", where, ", ".join(found), "content type and message digest")
    return found


def _names_certificate(values: dict[str, Der], certificate: bytes, where: str) -> None:
    """Check the attribute that binds the certificate itself into the signature (RFC 5035 §3, RFC 2634 §5.4)."""
    if _CERTIFICATE_V2 in values:
        named = values[_CERTIFICATE_V2].parts(SEQUENCE, where)[0].parts(SEQUENCE, where)[0].parts(SEQUENCE, where)
        oid = _SHA256_OID
        if named[0].tag == SEQUENCE:  # SHA-256 is the default and left out
            oid = named.pop(0).parts(SEQUENCE, where)[0].oid(where)
        digest = HASHES[oid](certificate) if oid in HASHES else b""
    elif _CERTIFICATE_V1 in values:
        named = values[_CERTIFICATE_V1].parts(SEQUENCE, where)[0].parts(SEQUENCE, where)[0].parts(SEQUENCE, where)
        digest = sha1(certificate, usedforsecurity=False).digest()
    else:
        raise BrokenError("wrong-stamp", where, "no signing-certificate attribute", "one")
    if named[0].content(OCTETS, where) != digest:
        raise BrokenError("wrong-stamp", where, "a certificate that the signature does not name", "the one it names")


def _signing_key(certificate: Der, where: str) -> Der:
    """Return the SubjectPublicKeyInfo of a certificate that may sign time stamps."""
    key_info, *rest = certificate.parts(SEQUENCE, where)[0].parts(SEQUENCE, where)[6:]
    for extension in _extensions(rest, where):
        name, critical, value = [*extension.parts(SEQUENCE, where), extension][:3]
        if name.oid(where) == _EXTENDED_USAGE and critical.whole == _BOOLEAN_TRUE:
            usages = der_one(value.content(OCTETS, where), where).parts(SEQUENCE, where)
            if [usage.oid(where) for usage in usages] == [_TIME_STAMPING]:
                return key_info
    raise BrokenError("wrong-stamp", where, "a certificate for something else", "critical usage: time stamping alone")


def _extensions(rest: list[Der], where: str) -> list[Der]:
    for part in rest:
        if part.tag == _CONTEXT_3:
            return der_one(part.body, where).parts(SEQUENCE, where)
    return []
