import subprocess

import pytest

from witnessmark.custody.errors import EncodingError, SignatureError
from witnessmark.custody.minisign import PublicKey, public_key, sign, verify

DATA = b"0" * 64 + b"  index.html\n"


@pytest.fixture
def public(signing_key):
    return public_key(signing_key.public_key().public_bytes_raw())


@pytest.fixture
def signature(signing_key):
    return sign(DATA, signing_key, "timestamp:1\tfile:SHA256SUMS\thashed")


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """A key pair and signatures that Debian's minisign made."""
    folder = tmp_path_factory.mktemp("minisign")
    (folder / "data").write_bytes(DATA)
    subprocess.run(["minisign", "-GW", "-p", "key.pub", "-s", "key"], cwd=folder, check=True, capture_output=True)
    for option, name in (("-S", "new.minisig"), ("-Sl", "old.minisig")):
        arguments = ["minisign", option, "-s", "key", "-m", "data", "-x", name, "-t", "said"]
        subprocess.run(arguments, cwd=folder, check=True, capture_output=True)
    return folder


def test_debians_minisign_accepts_what_we_sign(tmp_path, public, signature):
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.minisig").write_text(signature)
    (tmp_path / "key.pub").write_text(public.file)
    for key in (["-P", public.line], ["-p", "key.pub"]):
        arguments = ["minisign", "-Vm", "data", *key]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert "timestamp:1\tfile:SHA256SUMS\thashed" in done.stdout


def test_minisign_prints_the_key_id_that_we_print(tmp_path, public, signature):
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.minisig").write_text(signature)
    other = PublicKey(bytes(8), public.raw)
    arguments = ["minisign", "-Vm", "data", "-P", other.line]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert public.key_id_hex in done.stderr


@pytest.mark.parametrize("name", ["new.minisig", "old.minisig"])
def test_we_accept_what_debians_minisign_signs_in_both_kinds(foreign, name):
    key = PublicKey.parse((foreign / "key.pub").read_text())
    assert verify(DATA, (foreign / name).read_text(), key, foreign=True) == "said"


def test_a_foreign_untrusted_comment_is_refused_on_our_own_bundles(foreign):
    key = PublicKey.parse((foreign / "key.pub").read_text())
    with pytest.raises(SignatureError, match="untrusted comment"):
        verify(DATA, (foreign / "new.minisig").read_text(), key)


def test_a_public_key_file_is_read_back(foreign, public):
    text = (foreign / "key.pub").read_text()
    assert PublicKey.parse(text).file == text
    assert PublicKey.parse(public.line) == PublicKey.parse(public.file) == public


def test_every_changed_byte_of_a_signature_is_refused(public, signature):
    for at in range(len(signature)):
        for bit in (1, 0x20):
            changed = signature[:at] + chr(ord(signature[at]) ^ bit) + signature[at + 1 :]
            with pytest.raises((EncodingError, SignatureError)):
                verify(DATA, changed, public)


def test_minisign_itself_accepts_the_edited_comment_that_we_refuse(tmp_path, public, signature):
    edited = signature.replace("untrusted comment: signature", "untrusted comment: signaturE")
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.minisig").write_text(edited)
    subprocess.run(["minisign", "-Vm", "data", "-P", public.line], cwd=tmp_path, check=True, capture_output=True)
    with pytest.raises(SignatureError):
        verify(DATA, edited, public)


@pytest.mark.parametrize("change", [
    lambda text: text + "\n", lambda text: text[:-1], lambda text: text.replace("\n", "\r\n"), lambda text: "", lambda text: text * 2,
])  # fmt: skip
def test_another_layout_is_refused(public, signature, change):
    with pytest.raises((EncodingError, SignatureError)):
        verify(DATA, change(signature), public)


def test_other_data_and_other_keys_are_refused(public, signature, other_key):
    with pytest.raises(SignatureError, match="does not hold"):
        verify(DATA + b" ", signature, public)
    with pytest.raises(SignatureError, match="another key"):
        verify(DATA, signature, public_key(other_key.public_key().public_bytes_raw()))
    with pytest.raises(SignatureError, match="does not hold"):
        verify(DATA, signature, PublicKey(public.key_id, other_key.public_key().public_bytes_raw()))


@pytest.mark.parametrize("comment", ["two\nlines", "é", "\x07"])
def test_a_comment_that_is_not_one_ascii_line_is_refused(signing_key, comment):
    with pytest.raises(EncodingError):
        sign(DATA, signing_key, comment)


@pytest.mark.parametrize("text", ["", "nothing", "a\nb\nc", "untrusted comment: x\nRWQ=", "\n"])
def test_what_is_no_public_key_is_refused(text):
    with pytest.raises(EncodingError):
        PublicKey.parse(text)


def test_a_key_file_has_the_comment_that_minisign_writes_also_with_leading_zeros():
    key = PublicKey(bytes.fromhex("5f20aad195700500"), bytes(32))
    assert key.file.splitlines()[0] == "untrusted comment: minisign public key 57095D1AA205F"
