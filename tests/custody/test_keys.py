import json

import pytest

from witnessmark.custody.errors import KeyRingError, PassphraseError
from witnessmark.custody.keys import KEY_NAMES, KeyRing


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ring") / "keys"
    KeyRing(folder, lambda: "correct horse").create()
    return folder


@pytest.fixture
def folder(made, tmp_path):
    copy = tmp_path / "keys"
    copy.mkdir(mode=0o700)
    for path in made.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
        (copy / path.name).chmod(0o600)
    return copy


def test_three_keys_are_made_that_only_the_owner_reads(made):
    assert made.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in made.iterdir()) == ["identities.key", "log.key", "release.key"]
    assert {path.stat().st_mode & 0o777 for path in made.iterdir()} == {0o600}
    assert KeyRing(made, lambda: "").exists()


def test_keys_differ_and_load_again_with_the_passphrase(made):
    ring = KeyRing(made, lambda: "correct horse")
    log, release = ring.load("log"), ring.load("release")
    assert log.public_key().public_bytes_raw() == ring.public("log") != ring.public("release")
    assert release.public_key().public_bytes_raw() == ring.public("release")
    assert len(ring.secret()) == 32
    assert ring.note_key("office.example/log").public.public == ring.public("log")


def test_secrets_do_not_stand_in_the_files(made):
    secret = KeyRing(made, lambda: "correct horse").secret()
    for path in made.iterdir():
        data = path.read_bytes()
        assert secret not in data
        assert secret.hex().encode() not in data


def test_a_wrong_passphrase_is_a_clear_error(made):
    with pytest.raises(PassphraseError, match="does not open"):
        KeyRing(made, lambda: "wrong horse").load("log")


def test_an_empty_passphrase_is_refused_and_nothing_is_made(tmp_path):
    with pytest.raises(PassphraseError, match="empty"):
        KeyRing(tmp_path / "keys", lambda: "").create()
    assert not (tmp_path / "keys").exists()


def test_keys_that_exist_are_not_replaced(folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(KeyRingError, match="exists already"):
        KeyRing(folder, lambda: "other").create()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_key_file_open_to_others_or_linked_is_refused(folder, tmp_path):
    ring = KeyRing(folder, lambda: "correct horse")
    (folder / "log.key").chmod(0o644)
    with pytest.raises(KeyRingError, match="open to others"):
        ring.load("log")
    (folder / "release.key").rename(tmp_path / "elsewhere")
    (folder / "release.key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeyRingError, match="open to others"):
        ring.public("release")


def test_a_missing_key_says_how_to_make_one(tmp_path):
    with pytest.raises(KeyRingError, match="witnessmark keys"):
        KeyRing(tmp_path, lambda: "x").public("log")


def test_a_key_file_put_in_anothers_place_is_refused(folder):
    (folder / "log.key").write_bytes((folder / "release.key").read_bytes())
    with pytest.raises(KeyRingError, match="not a key file"):
        KeyRing(folder, lambda: "correct horse").load("log")


@pytest.mark.parametrize(("field", "value"), [
    ("public", "AAAA"), ("n", 1024), ("n", 2**30), ("salt", "zz"), ("sealed", "AAAA"), ("format", "other"), ("name", "x"),
])  # fmt: skip
def test_an_edited_key_file_is_refused(folder, field, value):
    record = json.loads((folder / "log.key").read_text())
    (folder / "log.key").write_text(json.dumps(record | {field: value}))
    with pytest.raises(KeyRingError):
        KeyRing(folder, lambda: "correct horse").load("log")


def test_a_broken_key_file_is_refused(folder):
    for data in ("", "{", "[]", '{"format": "witnessmark-key/1"}'):
        (folder / "log.key").write_text(data)
        with pytest.raises(KeyRingError, match="not a key file"):
            KeyRing(folder, lambda: "correct horse").load("log")


def test_the_identities_key_neither_signs_nor_has_a_public_half(made):
    ring = KeyRing(made, lambda: "correct horse")
    for ask in (ring.load, ring.public):
        with pytest.raises(KeyRingError):
            ask("identities")
    assert "identities" in KEY_NAMES
