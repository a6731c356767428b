import subprocess
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from witnessmark.custody.authority import LocalAuthority
from witnessmark.custody.errors import TimeStampError
from witnessmark.custody.timestamps import bare, fetch, request, verify_token

DATA = b"what was signed"
DIGEST = sha256(DATA).digest()


@pytest.fixture(scope="module")
def answer(authority):
    return authority.answer(request(DIGEST, nonce=123456789))


def openssl(*arguments, check=True):
    return subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=check)


def test_openssl_reads_our_request(tmp_path):
    (tmp_path / "q.tsq").write_bytes(request(DIGEST, nonce=255))
    told = openssl("ts", "-query", "-in", tmp_path / "q.tsq", "-text").stdout
    assert "Hash Algorithm: sha256" in told
    assert "Nonce: 0xFF" in told
    assert "Certificate required: yes" in told


def test_our_request_is_what_openssl_writes(tmp_path):
    (tmp_path / "data").write_bytes(DATA)
    arguments = ("-data", tmp_path / "data", "-sha256", "-no_nonce", "-cert", "-out", tmp_path / "q.tsq")
    openssl("ts", "-query", *arguments)
    assert (tmp_path / "q.tsq").read_bytes() == request(DIGEST)


def test_openssl_verifies_the_token_also_after_the_certificate_has_expired(tmp_path, authority, answer):
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "r.tsr").write_bytes(answer)
    (tmp_path / "root.pem").write_bytes(authority.root)
    arguments = [
        "ts",
        "-verify",
        "-data",
        tmp_path / "data",
        "-in",
        tmp_path / "r.tsr",
        "-CAfile",
        tmp_path / "root.pem",
    ]
    assert "OK" in openssl(*arguments).stdout
    after = int(datetime.now(UTC).timestamp()) + 20 * 365 * 86400
    assert openssl(*arguments, "-attime", after, check=False).returncode != 0
    assert "OK" in openssl(*arguments, "-attime", int(datetime.now(UTC).timestamp())).stdout


def test_we_verify_the_token_and_tell_time_and_authority(authority, answer):
    told = verify_token(answer, DATA, [authority.root], nonce=123456789)
    age = datetime.now(UTC) - datetime.fromisoformat(told.at)
    assert abs(age.total_seconds()) < 120
    assert "Witnessmark exercise" in told.authority
    assert told.certificate_sha256 == sha256(authority.certificate_der).hexdigest()


def test_a_token_over_other_bytes_is_refused(authority, answer):
    with pytest.raises(TimeStampError, match="other bytes"):
        verify_token(answer, DATA + b" ", [authority.root])


def test_a_foreign_authority_and_no_authority_are_refused(tmp_path, answer):
    foreign = LocalAuthority(tmp_path / "foreign")
    foreign.create()
    with pytest.raises(TimeStampError, match="does not hold"):
        verify_token(answer, DATA, [foreign.root])
    with pytest.raises(TimeStampError, match="no time stamp authority"):
        verify_token(answer, DATA, [])


def test_another_nonce_is_refused(authority, answer):
    with pytest.raises(TimeStampError, match="Nonce"):
        verify_token(answer, DATA, [authority.root], nonce=1)


def test_changed_bytes_are_refused(authority, answer):
    for at in range(0, len(answer), 23):
        changed = answer[:at] + bytes([answer[at] ^ 1]) + answer[at + 1 :]
        if changed[:9] == answer[:9]:  # the frame is checked by the verifier of bundles, byte for byte
            try:
                told = verify_token(changed, DATA, [authority.root])
            except TimeStampError:
                continue
            assert told == verify_token(answer, DATA, [authority.root])


@pytest.mark.parametrize("answer", [b"", b"junk", b"\x30\x03\x02\x01\x02"])
def test_what_is_no_granted_answer_is_refused(answer, authority):
    with pytest.raises(TimeStampError):
        verify_token(answer, DATA, [authority.root])


def test_a_refusing_authority_is_told_loudly(authority):
    sha1_request = bytes.fromhex("302b020101301f300706052b0e03021a0414") + bytes(20) + bytes.fromhex("0101ff")
    with pytest.raises(TimeStampError):
        authority.answer(b"\x30" + bytes([len(sha1_request) - 2]) + sha1_request[2:])


def test_a_digest_of_another_length_is_refused():
    with pytest.raises(TimeStampError):
        request(b"short")


def test_the_root_cannot_be_made_up(answer):
    with pytest.raises(TimeStampError, match="not a certificate"):
        verify_token(answer, DATA, [b"-----BEGIN CERTIFICATE-----\n"])


def test_fetching_posts_the_request_as_the_standard_says(authority):
    asked = request(DIGEST)
    seen = []

    def post(url, body, headers):
        seen.append((url, body, headers["Content-Type"]))
        return 200, authority.answer(body)

    got = fetch("https://tsa.example/", asked, post)
    assert seen == [("https://tsa.example/", asked, "application/timestamp-query")]
    assert verify_token(got, DATA, [authority.root])


@pytest.mark.parametrize(("status", "body"), [(500, b"x"), (200, b""), (200, b"<html>"), (200, b"0" * (2 << 20))])
def test_an_answer_that_is_none_fails_the_step(status, body):
    with pytest.raises(TimeStampError):
        fetch("https://tsa.example/", request(DIGEST), lambda *_: (status, body))


@pytest.fixture(scope="module")
def chained(tmp_path_factory):
    """An authority that sends its root along, in the order that OpenSSL happens to write."""
    made = LocalAuthority(tmp_path_factory.mktemp("chained"))
    made.create()
    config = (made.folder / "tsa.cnf").read_text()
    (made.folder / "tsa.cnf").write_text(config.replace("[own]\n", f"[own]\ncerts = {made.folder}/root.pem\n"))
    return made


def test_certificates_out_of_order_are_put_in_order_and_openssl_still_agrees(tmp_path, chained):
    (tmp_path / "q.tsq").write_bytes(request(DIGEST))
    arguments = ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", tmp_path / "q.tsq", "-out", tmp_path / "raw.tsr"]
    subprocess.run(["openssl", *arguments], cwd=chained.folder, check=True, capture_output=True)
    tidy = bare((tmp_path / "raw.tsr").read_bytes())
    assert verify_token(tidy, DATA, [chained.root]).certificate_sha256 == sha256(chained.certificate_der).hexdigest()
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "tidy.tsr").write_bytes(tidy)
    files = ("-data", tmp_path / "data", "-in", tmp_path / "tidy.tsr", "-CAfile", chained.folder / "root.pem")
    assert "OK" in openssl("ts", "-verify", *files).stdout
    assert bare(tidy) == tidy


@pytest.mark.parametrize("at", range(0, 60, 3))
def test_a_damaged_answer_is_refused_and_never_repaired_into_another(answer, authority, at):
    changed = answer[:at] + bytes([answer[at] ^ 0x40]) + answer[at + 1 :]
    with pytest.raises(TimeStampError):
        verify_token(bare(changed), DATA, [authority.root])


def test_a_bare_answer_stays_as_it_is(answer):
    assert bare(answer) == answer


def test_making_an_authority_again_changes_nothing(authority):
    before = authority.root
    authority.create()
    assert authority.root == before
