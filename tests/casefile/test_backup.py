"""A backup is one encrypted file, read back; a restored case is the case."""

import hashlib

import pytest

from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.flows.backup import make_backup, restore_backup


def digests(folder):
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()
    }


def test_a_restored_case_has_every_original_and_a_whole_log(session, add_item, tmp_path):
    add_item("A text to keep.")
    made = make_backup(session.folder, tmp_path / "case.wmb", "other words", with_keys=False)
    restored = restore_backup(tmp_path / "case.wmb", tmp_path / "back", "other words")
    assert digests(restored.store) == digests(session.folder.store)
    assert made.members >= 3
    from witnessmark.casefile.flows.open_case import open_case
    from witnessmark.casefile.services.custody_read import verify_log

    again = open_case(tmp_path / "back", actor="x", passphrase=lambda: "correct horse battery staple")
    assert verify_log(again).ok


def test_nothing_in_a_backup_is_readable(session, add_item, tmp_path):
    add_item("A text to keep.")
    make_backup(session.folder, tmp_path / "case.wmb", "other words", with_keys=True)
    assert b"A text to keep." not in (tmp_path / "case.wmb").read_bytes()


def test_keys_travel_only_when_asked(session, tmp_path):
    assert not make_backup(session.folder, tmp_path / "a.wmb", "other words", with_keys=False).with_keys
    assert make_backup(session.folder, tmp_path / "b.wmb", "other words", with_keys=True).with_keys


@pytest.mark.parametrize("where", [0.3, 0.6, 0.999])
def test_one_changed_byte_is_refused(session, tmp_path, where):
    file = tmp_path / "case.wmb"
    make_backup(session.folder, file, "other words", with_keys=False)
    data = bytearray(file.read_bytes())
    data[int(len(data) * where)] ^= 1
    file.write_bytes(data)
    with pytest.raises(CaseError):
        restore_backup(file, tmp_path / "back", "other words")
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("keep", [0, 10, 500, -1, -20])
def test_a_cut_off_backup_is_refused(session, tmp_path, keep):
    file = tmp_path / "case.wmb"
    make_backup(session.folder, file, "other words", with_keys=False)
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(CaseError):
        restore_backup(file, tmp_path / "back", "other words")


def test_bytes_after_the_end_are_refused(session, tmp_path):
    file = tmp_path / "case.wmb"
    make_backup(session.folder, file, "other words", with_keys=False)
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(CaseError, match="follow"):
        restore_backup(file, tmp_path / "back", "other words")


def test_a_wrong_passphrase_is_refused(session, tmp_path):
    make_backup(session.folder, tmp_path / "case.wmb", "other words", with_keys=False)
    with pytest.raises(CaseError, match="does not open"):
        restore_backup(tmp_path / "case.wmb", tmp_path / "back", "wrong words")


def test_a_backup_never_overwrites(session, tmp_path):
    (tmp_path / "case.wmb").write_text("precious")
    with pytest.raises(CaseError, match="exists"):
        make_backup(session.folder, tmp_path / "case.wmb", "other words", with_keys=False)
    assert (tmp_path / "case.wmb").read_text() == "precious"
