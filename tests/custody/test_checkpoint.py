import base64

import pytest

from witnessmark.custody.checkpoint import Checkpoint, parse, sign_checkpoint, verify_checkpoint
from witnessmark.custody.errors import EncodingError, SignatureError
from witnessmark.custody.note import NoteKey, NoteVerifier, cosign, parse_note, sign_note, verify_note

# From the documentation of Go's golang.org/x/mod/sumdb/note: another implementation's key and signature.
GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ROOT = bytes(range(32))


def test_a_note_signed_by_the_reference_implementation_holds():
    assert verify_note(GO_NOTE, NoteVerifier.parse(GO_VKEY)).text.startswith("If you think")


def test_a_vkey_is_written_as_it_was_read():
    assert NoteVerifier.parse(GO_VKEY).vkey == GO_VKEY


@pytest.mark.parametrize("vkey", [
    GO_VKEY.replace("c74f20a3", "c74f20a4"), GO_VKEY.replace("PeterNeumann", "PeterNeumanm"), GO_VKEY[:-4], "nothing", "",
    GO_VKEY.replace("+ARpc", "+Ahpc"),
])  # fmt: skip
def test_a_vkey_that_is_not_its_own_is_refused(vkey):
    with pytest.raises(EncodingError):
        NoteVerifier.parse(vkey)


def test_a_checkpoint_has_three_lines_and_a_signature(log_key):
    lines = sign_checkpoint(log_key.name, 7, ROOT, log_key).split("\n")
    assert lines[:4] == ["office.example/log", "7", base64.b64encode(ROOT).decode(), ""]
    assert lines[4].startswith("— office.example/log ")


def test_a_checkpoint_is_read_back(log_key):
    note = sign_checkpoint(log_key.name, 7, ROOT, log_key)
    assert verify_checkpoint(note, log_key.public) == Checkpoint("office.example/log", 7, ROOT) == parse(note)


def test_a_cosigner_adds_a_line_and_both_hold(log_key, other_key):
    witness = NoteKey("witness.example/w", other_key)
    note = cosign(sign_checkpoint(log_key.name, 7, ROOT, log_key), witness)
    assert verify_checkpoint(note, log_key.public).size == 7
    assert verify_checkpoint(note, witness.public, origin=log_key.name).size == 7


def test_every_changed_byte_of_a_checkpoint_is_refused(log_key):
    note = sign_checkpoint(log_key.name, 7, ROOT, log_key).encode()
    for at in range(len(note)):
        changed = note[:at] + bytes([note[at] ^ 1]) + note[at + 1 :]
        with pytest.raises((EncodingError, SignatureError)):
            verify_checkpoint(changed.decode("utf-8", "surrogateescape"), log_key.public)


def test_another_key_or_another_log_is_refused(log_key, other_key):
    note = sign_checkpoint(log_key.name, 7, ROOT, log_key)
    with pytest.raises(SignatureError, match="not signed by this key"):
        verify_checkpoint(note, NoteKey(log_key.name, other_key).public)
    with pytest.raises(EncodingError, match="another log"):
        verify_checkpoint(note, log_key.public, origin="office.example/other")


@pytest.mark.parametrize("text", [
    "origin\n07\n{root}\n", "origin\n-1\n{root}\n", "origin\n1\nAAAA\n", "origin\n1\n", "origin\n1\n{loose}\n", "origin\nx\n{root}\n",
])  # fmt: skip
def test_a_checkpoint_in_another_form_is_refused_though_it_is_signed(text, log_key):
    root = base64.b64encode(ROOT).decode()
    loose = root[:-2] + chr(ord(root[-2]) + 1) + "="
    note = sign_note(text.format(root=root, loose=loose), NoteKey("origin", log_key.private))
    with pytest.raises(EncodingError):
        verify_checkpoint(note, NoteKey("origin", log_key.private).public)


@pytest.mark.parametrize("text", ["no line end", "an\n\nempty line\n", "a\x07bell\n"])
def test_a_text_that_no_note_can_hold_is_not_signed(text, log_key):
    with pytest.raises(EncodingError):
        sign_note(text, log_key)


@pytest.mark.parametrize("note", ["", "text\n", "text\n\n", "text\n\n- dash AAAA\n", "text\n\n— name AAAB=\n"])
def test_what_is_not_a_note_is_refused(note):
    with pytest.raises(EncodingError):
        parse_note(note)


def test_a_key_name_with_spaces_is_refused(signing_key):
    with pytest.raises(EncodingError):
        NoteVerifier("two words", signing_key.public_key().public_bytes_raw())
