"""Backup, restore, keys and erasure from the command line."""

import subprocess


def test_a_case_comes_back_from_its_backup(wm, case, tmp_path):
    (tmp_path / "a.txt").write_text("Three men were taken, a neighbour said.")
    assert wm("--case", case, "capture", tmp_path / "a.txt").code == 0
    assert wm("--case", case, "backup", tmp_path / "case.wmb").code == 0
    assert wm("restore", tmp_path / "case.wmb", tmp_path / "back").code == 0
    assert wm("--case", tmp_path / "back", "items", "--json").data == wm("--case", case, "items", "--json").data
    assert wm("--case", tmp_path / "back", "log", "verify").code == 0


def test_the_exported_key_is_one_that_minisign_takes(wm, case, tmp_path):
    assert wm("--case", case, "keys", "export", tmp_path / "office.pub").code == 0
    done = subprocess.run(
        ["minisign", "-V", "-p", tmp_path / "office.pub", "-m", tmp_path / "office.pub"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "No such file" in done.stderr + done.stdout  # it read the key, and only misses the signature


def test_the_shown_fingerprint_is_the_one_ssh_keygen_prints(wm, case, tmp_path):
    shown = wm("--case", case, "keys", "show", "--json").data
    (tmp_path / "key.pub").write_text(shown["ssh"] + "\n")
    printed = subprocess.run(
        ["ssh-keygen", "-l", "-f", tmp_path / "key.pub"], capture_output=True, text=True, check=True
    ).stdout
    assert shown["fingerprint"] in printed


def test_erasure_from_the_command_line(wm, case, tmp_path):
    (tmp_path / "w.txt").write_text("I saw three men taken away.")
    assert wm("--case", case, "capture", tmp_path / "w.txt", "--source", "O7", "--protected").code == 0
    ran = wm("--case", case, "keys", "destroy", "O7", "--reason", "consent withdrawn", "--yes")
    assert ran.code == 0
    assert "Backups" in ran.out
    shown = wm("--case", case, "statements", "--proposed", "--json").out
    assert "three men" not in shown
    assert wm("--case", case, "log", "verify").code == 0


def test_erasure_of_nobody_is_refused(wm, case):
    assert wm("--case", case, "keys", "destroy", "O9", "--reason", "x", "--yes").code == 1


def test_what_was_captured_without_a_source_is_erased_by_its_own_id(wm, case, tmp_path):
    (tmp_path / "w.txt").write_text("I saw three men taken away.")
    assert wm("--case", case, "capture", tmp_path / "w.txt", "--protected").code == 0
    assert wm("--case", case, "keys", "destroy", "E1", "--reason", "consent withdrawn", "--yes").code == 0
    assert "three men" not in wm("--case", case, "statements", "--proposed", "--json").out
    assert wm("--case", case, "log", "verify").code == 0


def test_an_item_under_its_sources_key_is_erased_only_by_naming_the_source(wm, case, tmp_path):
    (tmp_path / "w.txt").write_text("I saw three men taken away.")
    assert wm("--case", case, "capture", tmp_path / "w.txt", "--source", "O7", "--protected").code == 0
    refused = wm("--case", case, "keys", "destroy", "E1", "--reason", "r", "--yes")
    assert refused.code == 1
    assert "O7" in refused.err
