import subprocess

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from witnessmark.custody import minisign, sshsig, timestamps
from witnessmark.custody.authority import LocalAuthority
from witnessmark.custody.errors import TimeStampError
from witnessmark.verify.ed25519 import ed25519_holds
from witnessmark.verify.faults import BrokenError
from witnessmark.verify.keys import parse_key
from witnessmark.verify.minisign import check_minisign
from witnessmark.verify.rfc3161 import check_stamp
from witnessmark.verify.sshsig import check_sshsig

MINISIG, SIG, STAMP = "seal/SHA256SUMS.minisig", "seal/SHA256SUMS.sig", "seal/SHA256SUMS.minisig.tsr"


class RsaAuthority(LocalAuthority):
    """An authority that signs with RSA, as most public ones do."""

    def _make_stamp(self):
        self._openssl(
            "req",
            "-new",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "tsa.key",
            "-config",
            "tsa.cnf",
            "-out",
            "tsa.csr",
        )
        signer = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "9")
        self._openssl(
            "x509", "-req", "-in", "tsa.csr", *signer, "-extfile", "tsa.cnf", "-extensions", "stamp", "-out", "tsa.pem"
        )


@pytest.fixture
def parts(sample):
    return {name: (sample.folder / name).read_bytes() for name in ("SHA256SUMS", MINISIG, SIG, STAMP)}


def test_debians_programs_accept_the_seal(sample, tmp_path):
    arguments = ["minisign", "-Vm", "SHA256SUMS", "-x", MINISIG, "-P", sample.minisign_line]
    subprocess.run(arguments, cwd=sample.folder, check=True, capture_output=True)
    (tmp_path / "allowed").write_text(f"office {sshsig.public_line(sample.raw)}\n")
    options = ["-f", tmp_path / "allowed", "-I", "office", "-n", "witnessmark-release", "-s", sample.folder / SIG]
    sums = (sample.folder / "SHA256SUMS").read_bytes()
    subprocess.run(["ssh-keygen", "-Y", "verify", *options], input=sums, check=True, capture_output=True)
    options = ["-data", MINISIG, "-in", STAMP, "-CAfile", "proofs/tsa/root.pem"]
    subprocess.run(["openssl", "ts", "-verify", *options], cwd=sample.folder, check=True, capture_output=True)


def flipped(data):
    for at in range(len(data)):
        yield data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def test_every_flipped_byte_of_the_minisign_signature_is_refused(parts, sample):
    key = parse_key(sample.minisign_line, "")
    for changed in flipped(parts[MINISIG]):
        with pytest.raises(BrokenError):
            check_minisign(parts["SHA256SUMS"], changed, key, MINISIG)


def test_every_flipped_byte_of_the_ssh_signature_is_refused(parts, sample):
    key = parse_key(sample.minisign_line, "")
    for changed in flipped(parts[SIG]):
        with pytest.raises(BrokenError):
            check_sshsig(parts["SHA256SUMS"], changed, key, SIG)


def test_every_flipped_byte_of_the_time_stamp_is_refused(parts):
    for changed in flipped(parts[STAMP]):
        with pytest.raises(BrokenError):
            check_stamp(changed, parts[MINISIG], STAMP)


def test_reflowed_armour_and_edited_untrusted_comments_are_refused(bench, parts):
    lines = parts[SIG].decode().split("\n")
    (bench.folder / SIG).write_text("\n".join([lines[0], "".join(lines[1:-2]), *lines[-2:]]))
    assert bench.faults() == (1, [("non-canonical", SIG)])
    (bench.folder / SIG).write_bytes(parts[SIG])
    (bench.folder / MINISIG).write_bytes(parts[MINISIG].replace(b"comment: signature", b"comment: Signature", 1))
    assert ("non-canonical", f"{MINISIG}: untrusted comment") in bench.faults()[1]


def test_files_in_the_seal_are_exactly_those_of_the_policy(bench):
    (bench.folder / "seal" / "extra.sig").write_text("x")
    assert bench.faults() == (1, [("extra", "seal/extra.sig")])
    (bench.folder / "seal" / "extra.sig").unlink()
    (bench.folder / STAMP).unlink()
    code, faults = bench.faults()
    assert (code, faults) == (1, [("missing", STAMP)])


@pytest.mark.parametrize("name", [MINISIG, SIG])
def test_a_missing_signature_is_named(bench, name):
    (bench.folder / name).unlink()
    code, faults = bench.faults()
    assert code == 1
    assert ("missing", name) in faults


def test_a_release_without_time_stamp_says_so(bench):
    bench.edit_json("proofs/policy.json", lambda policy: policy["seal"].remove("SHA256SUMS.minisig.tsr"))
    bench.resealed()
    (bench.folder / STAMP).unlink()
    code, told = bench.verdict()
    assert code == 0
    assert any("no time stamp" in line for line in told["not_checked"])


def test_a_seal_of_an_unknown_kind_is_not_passed_over(bench):
    bench.edit_json("proofs/policy.json", lambda policy: policy["seal"].append("magic.bin"))
    bench.resealed()
    (bench.folder / "seal" / "magic.bin").write_text("x")
    assert bench.faults() == (1, [("unknown-seal", "seal/magic.bin")])


def test_a_stamp_by_a_foreign_authority_is_named(bench, tmp_path, parts):
    foreign = LocalAuthority(tmp_path / "foreign")
    foreign.create()
    (bench.folder / STAMP).write_bytes(foreign.answer(timestamps.request(minisign_digest(parts))))
    assert bench.faults() == (1, [("foreign-stamp", STAMP)])


def minisign_digest(parts):
    done = subprocess.run(["sha256sum"], input=parts[MINISIG], capture_output=True, check=True)
    return bytes.fromhex(done.stdout.split()[0].decode())


def test_a_stamp_over_other_bytes_is_named(bench, verify_authority):
    (bench.folder / STAMP).write_bytes(verify_authority.answer(timestamps.request(bytes(32))))
    assert bench.faults() == (1, [("wrong-stamp", STAMP)])


def test_a_stamp_signed_with_rsa_holds_and_its_flipped_bytes_do_not(tmp_path, parts):
    authority = RsaAuthority(tmp_path / "rsa")
    authority.create()
    stamp = authority.answer(timestamps.request(minisign_digest(parts), nonce=9))
    assert check_stamp(stamp, parts[MINISIG], "").at.endswith("Z")
    for at in range(0, len(stamp), 3):
        with pytest.raises(BrokenError):
            check_stamp(stamp[:at] + bytes([stamp[at] ^ 1]) + stamp[at + 1 :], parts[MINISIG], "")


def test_a_certificate_that_may_do_other_things_too_is_refused(tmp_path, parts):
    loose = LocalAuthority(tmp_path / "loose")
    loose.create()
    config = (loose.folder / "tsa.cnf").read_text()
    (loose.folder / "tsa.cnf").write_text(
        config.replace("critical,timeStamping", "critical,timeStamping,emailProtection")
    )
    loose._make_stamp()
    with pytest.raises((BrokenError, TimeStampError)):  # openssl itself may refuse to stamp with it
        check_stamp(loose.answer(timestamps.request(minisign_digest(parts))), parts[MINISIG], "")


def test_both_signatures_must_be_by_the_same_key(bench, sample):
    sums = (bench.folder / "SHA256SUMS").read_bytes()
    (bench.folder / SIG).write_text(sshsig.sign(sums, sample.log_key.private))
    assert bench.faults() == (1, [("wrong-signer", SIG)])


def test_an_old_signature_on_a_new_list_is_refused(bench):
    (bench.folder / "record" / "new.html").write_text("x")
    keep = {name: (bench.folder / name).read_bytes() for name in (MINISIG, SIG, STAMP)}
    bench.resealed()
    for name, data in keep.items():
        (bench.folder / name).write_bytes(data)
    assert bench.faults() == (1, [("wrong-signature", MINISIG), ("wrong-signature", SIG)])


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.integers(0, 511))
def test_ed25519_agrees_with_the_cryptography_library(seed, message, bit):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert ed25519_holds(public, message, signature)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(bytes(changed), message)
        holds = True
    except InvalidSignature:
        holds = False
    assert ed25519_holds(public, message, bytes(changed)) is holds is False


ORDER = 2**252 + 27742317777372353535851937790883648493


def test_ed25519_refuses_what_could_be_written_twice():
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = key.public_key().public_bytes_raw(), key.sign(b"m")
    larger = (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")
    assert not ed25519_holds(public, b"m", signature[:32] + larger)
    neutral = (1).to_bytes(32, "little")
    assert not ed25519_holds(neutral, b"m", neutral + bytes(32))
    assert not ed25519_holds((2**255 - 19 + 1).to_bytes(32, "little"), b"m", neutral + bytes(32))
    assert not ed25519_holds(b"\x02" + bytes(31), b"m", signature)
    assert not ed25519_holds(public, b"m", signature[:-1])
    assert not ed25519_holds(public[:-1], b"m", signature)


@pytest.mark.parametrize("index", range(3))
def test_ed25519_holds_on_the_vectors_of_rfc_8032(index):
    public, message, signature = [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ][index]  # fmt: skip
    assert ed25519_holds(bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature))


@pytest.mark.parametrize("data", [b"", b"\x30", b"\x30\x80", b"\x30\x05\x30\x03\x02\x01\x00", b"\xff" * 40])
def test_what_is_no_time_stamp_is_refused(data):
    with pytest.raises(BrokenError):
        check_stamp(data, b"", "")


def test_minisign_files_of_other_lengths_are_refused(sample, parts):
    key = parse_key(sample.minisign_line, "")
    for data in (b"", parts[MINISIG] + b"\n", parts[MINISIG][:-1], parts[MINISIG] * 2, b"\xff\xfe"):
        with pytest.raises(BrokenError):
            check_minisign(parts["SHA256SUMS"], data, key, "")
        with pytest.raises(BrokenError):
            check_sshsig(parts["SHA256SUMS"], data, key, "")


def test_a_legacy_minisign_signature_is_not_one_of_a_release(sample, parts):
    key = minisign.public_key(sample.raw)
    sums = parts["SHA256SUMS"]
    signature = sample.key.sign(sums)
    over_all = sample.key.sign(signature + b"x")
    legacy = minisign.Signature(b"Ed", key.key_id, signature, minisign.untrusted_comment(key), "x", over_all).file
    assert minisign.verify(sums, legacy, key) == "x"
    with pytest.raises(BrokenError, match="prehashed"):
        check_minisign(sums, legacy.encode(), parse_key(key.line, ""), "")


def test_a_token_that_carries_the_root_too_is_read_and_says_what_nothing_rests_on(bench, tmp_path, sample):
    chained = LocalAuthority(tmp_path / "chained")
    chained.create()
    config = (chained.folder / "tsa.cnf").read_text()
    (chained.folder / "tsa.cnf").write_text(config.replace("[own]\n", f"[own]\ncerts = {chained.folder}/root.pem\n"))
    bench.edit_json("proofs/policy.json", lambda policy: policy.update(tsa=[digest_of(chained.certificate_der)]))
    bench.resealed()
    signature = (bench.folder / MINISIG).read_bytes()
    asked = tmp_path / "asked.tsq"
    asked.write_bytes(timestamps.request(bytes.fromhex(digest_of(signature))))
    arguments = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", asked, "-out", bench.folder / STAMP]
    subprocess.run(arguments, cwd=chained.folder, check=True, capture_output=True)
    code, told = bench.verdict()
    assert (code, told["faults"]) == (0, [])
    assert any("1 more certificates" in line for line in told["not_checked"])


def digest_of(data):
    done = subprocess.run(["sha256sum"], input=data, capture_output=True, check=True)
    return done.stdout.split()[0].decode()
