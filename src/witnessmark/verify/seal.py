"""The seal: exactly the files that the signed policy lists, two signatures, a time stamp; and who signed."""

from dataclasses import dataclass

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings
from witnessmark.verify.jsonform import hash_from, list_of, load_json, text_of
from witnessmark.verify.keys import ReleaseKey, parse_key
from witnessmark.verify.minisign import check_minisign
from witnessmark.verify.rfc3161 import check_stamp
from witnessmark.verify.sshsig import check_sshsig
from witnessmark.verify.sums import SEAL_FOLDER, SUMS
from witnessmark.verify.trust import Trust

POLICY = "proofs/policy.json"
POLICY_FORMAT = "witnessmark-policy/1"
MINISIG, SSHSIG, STAMP = "seal/SHA256SUMS.minisig", "seal/SHA256SUMS.sig", "seal/SHA256SUMS.minisig.tsr"


@dataclass(frozen=True)
class InnerPolicy:
    """What the signer says in the bundle: names in the seal, keys used, certificates of time stamp authorities."""

    seal: tuple[str, ...]
    key: ReleaseKey
    log_key: str
    tsa: tuple[str, ...]


def read_policy(bundle: Bundle) -> InnerPolicy:
    """Return the policy in the bundle, which the signature covers."""
    record = load_json(read_whole(bundle, POLICY), POLICY, POLICY_FORMAT)
    names = list_of(record, "seal", POLICY)
    if not all(isinstance(name, str) for name in names) or len(set(names)) != len(names):
        raise BrokenError("wrong-field", f"{POLICY}: seal", repr(names)[:80], "names, each once")
    return InnerPolicy(
        seal=tuple(SEAL_FOLDER + name for name in names),
        key=parse_key(text_of(record, "release_key", POLICY), POLICY),
        log_key=text_of(record, "log_key", POLICY),
        tsa=tuple(hash_from(value, POLICY).hex() for value in list_of(record, "tsa", POLICY)),
    )


def check_seal(bundle: Bundle, policy: InnerPolicy, trust: Trust, findings: Findings) -> None:
    """Check names, signatures and time stamp of the seal, and the signer against what is trusted from outside."""
    present = {path for path in bundle.files if path.startswith(SEAL_FOLDER)}
    for path in sorted(present - set(policy.seal)):
        findings.add("extra", path, "a file that the policy does not list", "only what it lists in seal")
    for path in sorted({*policy.seal, MINISIG, SSHSIG} - present):
        findings.add("missing", path, "no such file", "a file of the seal")
    for path in sorted(set(policy.seal) - {MINISIG, SSHSIG, STAMP}):
        findings.add("unknown-seal", path, "a kind of seal that cannot be checked", "signatures and their time stamp")
    _check_signatures(bundle, _expected_key(policy, trust, findings), findings)
    if STAMP in present:
        check_time(read_whole(bundle, STAMP), read_whole(bundle, MINISIG), STAMP, policy, trust, findings=findings)
    else:
        findings.not_checked.append("when it was signed: the seal holds no time stamp")


def _expected_key(policy: InnerPolicy, trust: Trust, findings: Findings) -> ReleaseKey:
    """Return the key from outside, or, where only a fingerprint or nothing is known, the one that the bundle names."""
    named = policy.key
    if trust.key is not None and trust.key.raw != named.raw:
        findings.add("wrong-signer", POLICY, named.fingerprint, trust.key.fingerprint)
    if trust.fingerprint and trust.fingerprint != named.fingerprint:
        findings.add("wrong-signer", POLICY, named.fingerprint, trust.fingerprint)
    findings.signer, findings.signer_checked = named.fingerprint, trust.names_signer
    if not trust.names_signer:
        findings.not_checked.append("the signer: no key, fingerprint or policy was given from outside the bundle")
    return trust.key or named


def _check_signatures(bundle: Bundle, key: ReleaseKey, findings: Findings) -> None:
    sums = read_whole(bundle, SUMS)
    try:
        comment = check_minisign(sums, read_whole(bundle, MINISIG), key, MINISIG)
        findings.checked.append(f"minisign signature of {SUMS} by {key.fingerprint} ({comment})")
    except BrokenError as error:
        findings.faults.append(error.fault)
    try:
        check_sshsig(sums, read_whole(bundle, SSHSIG), key, SSHSIG)
        findings.checked.append(f"SSH signature of {SUMS} by the same key")
    except BrokenError as error:
        findings.faults.append(error.fault)


def check_time(stamp: bytes, data: bytes, where: str, policy: InnerPolicy, trust: Trust, *, findings: Findings) -> None:
    """Check a time stamp over data, and its authority against the policy inside and what is trusted from outside."""
    found = check_stamp(stamp, data, where)
    if found.certificate not in policy.tsa:
        findings.add("foreign-stamp", where, found.certificate, ", ".join(policy.tsa) or "no time stamp")
    if found.certificate in trust.tsa:
        findings.checked.append(f"{where}: {found.at}, by an authority that is trusted from outside")
    elif trust.tsa:
        findings.add("foreign-stamp", where, found.certificate, ", ".join(trust.tsa))
    else:
        findings.checked.append(f"{where}: is over these bytes and says {found.at}")
        findings.not_checked.append(f"{where}: time stamp authority not checked (certificate {found.certificate})")
    unlisted = [digest for digest in found.beside if digest not in policy.tsa]
    if unlisted:
        findings.not_checked.append(f"{where}: {len(unlisted)} more certificates in the token, which nothing rests on")
