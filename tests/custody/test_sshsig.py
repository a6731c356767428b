import subprocess

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from witnessmark.custody.errors import EncodingError, SignatureError
from witnessmark.custody.sshsig import fingerprint, parse_public, public_line, sign, verify

DATA = b"0" * 64 + b"  index.html\n"


@pytest.fixture
def raw(signing_key):
    return signing_key.public_key().public_bytes_raw()


@pytest.fixture
def key_file(signing_key, tmp_path):
    path = tmp_path / "key"
    path.write_bytes(signing_key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    return path


def keygen(*arguments, data=b"", check=True):
    return subprocess.run(["ssh-keygen", *map(str, arguments)], input=data, capture_output=True, check=check)


def test_ssh_keygen_accepts_what_we_sign(tmp_path, signing_key, raw):
    (tmp_path / "data.sig").write_text(sign(DATA, signing_key))
    (tmp_path / "allowed").write_text(f"office {public_line(raw)}\n")
    options = ("-f", tmp_path / "allowed", "-I", "office", "-n", "witnessmark-release", "-s", tmp_path / "data.sig")
    assert b"Good" in keygen("-Y", "verify", *options, data=DATA).stdout
    assert keygen("-Y", "verify", *options, data=DATA + b" ", check=False).returncode != 0


def test_ssh_keygen_writes_the_same_bytes_with_the_same_key(key_file, signing_key):
    made = keygen("-Y", "sign", "-f", key_file, "-n", "witnessmark-release", data=DATA).stdout.decode()
    assert made == sign(DATA, signing_key)


def test_a_sha256_signature_of_ssh_keygen_is_accepted(key_file, raw):
    made = keygen("-Y", "sign", "-O", "hashalg=sha256", "-f", key_file, "-n", "witnessmark-release", data=DATA)
    verify(DATA, made.stdout.decode(), raw)


def test_the_fingerprint_is_what_ssh_keygen_prints(tmp_path, raw):
    (tmp_path / "key.pub").write_text(public_line(raw) + "\n")
    assert keygen("-lf", tmp_path / "key.pub").stdout.decode().split()[1] == fingerprint(raw)


def test_a_public_line_is_read_back(raw):
    assert parse_public(public_line(raw)) == parse_public(public_line(raw, "")) == raw


@pytest.mark.parametrize("line", ["", "ssh-ed25519", "ssh-rsa AAAA", "ssh-ed25519 AAAA", "ssh-ed25519 !!!!"])
def test_what_is_no_public_line_is_refused(line):
    with pytest.raises(EncodingError):
        parse_public(line)


def test_every_changed_byte_of_a_signature_is_refused(signing_key, raw):
    signature = sign(DATA, signing_key)
    for at in range(len(signature)):
        changed = signature[:at] + chr(ord(signature[at]) ^ 1) + signature[at + 1 :]
        with pytest.raises((EncodingError, SignatureError)):
            verify(DATA, changed, raw)


def test_reflowed_armour_is_refused_though_ssh_keygen_takes_it(tmp_path, signing_key, raw):
    lines = sign(DATA, signing_key).split("\n")
    body = "".join(lines[1:-2])
    reflowed = "\n".join([lines[0], *(body[at : at + 60] for at in range(0, len(body), 60)), lines[-2], ""])
    (tmp_path / "data.sig").write_text(reflowed)
    keygen("-Y", "check-novalidate", "-n", "witnessmark-release", "-s", tmp_path / "data.sig", data=DATA)
    with pytest.raises(EncodingError, match="canonical"):
        verify(DATA, reflowed, raw)


def test_a_signature_for_another_purpose_is_refused(signing_key, raw):
    with pytest.raises(SignatureError, match="purpose"):
        verify(DATA, sign(DATA, signing_key, "file"), raw)


def test_another_signer_and_other_data_are_refused(signing_key, other_key, raw):
    with pytest.raises(SignatureError, match="another key"):
        verify(DATA, sign(DATA, other_key), raw)
    with pytest.raises(SignatureError, match="does not hold"):
        verify(b"other", sign(DATA, signing_key), raw)


@pytest.mark.parametrize("text", ["", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n", "a\nAAAA\nb\n"])
def test_what_is_no_signature_is_refused(text, raw):
    with pytest.raises((EncodingError, SignatureError)):
        verify(DATA, text, raw)
