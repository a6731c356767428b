"""The custody log shows what was done to it behind its back."""

import sqlite3

import pytest


@pytest.fixture
def logged(wm, case, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Text number {number} says that {number + 2} men were taken.")
        assert wm("--case", case, "capture", tmp_path / f"{number}.txt").code == 0
    assert wm("--case", case, "log", "checkpoint", "--out", tmp_path / "kept.txt").code == 0
    return case


def meddle(case, *statements):
    with sqlite3.connect(case / "case.sqlite3") as direct:
        for (name,) in direct.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            direct.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            direct.execute(statement)
    direct.close()


def test_a_whole_log_verifies_against_the_exported_checkpoint(wm, logged, tmp_path):
    ran = wm("--case", logged, "log", "verify", "--checkpoint", tmp_path / "kept.txt")
    assert ran.code == 0
    assert "nothing found" in ran.out


def test_an_edited_row_is_named(wm, logged):
    meddle(logged, "UPDATE custody_leaf SET leaf = CAST(replace(CAST(leaf AS TEXT), '2', '3') AS BLOB) WHERE seq = 3")
    ran = wm("--case", logged, "log", "verify")
    assert ran.code == 1
    assert "3" in ran.out
    assert "broken" in ran.out


def test_a_log_cut_short_shows_against_the_exported_checkpoint(wm, logged, tmp_path):
    meddle(
        logged, "DELETE FROM custody_leaf WHERE seq >= 5", "DELETE FROM custody_head WHERE size > 5", "DELETE FROM custody_node",
    )  # fmt: skip
    ran = wm("--case", logged, "log", "verify", "--checkpoint", tmp_path / "kept.txt")
    assert ran.code == 1


def test_a_log_cut_short_shows_even_without_an_exported_checkpoint(wm, logged):
    meddle(logged, "DELETE FROM custody_leaf WHERE seq >= 5", "DELETE FROM custody_head WHERE size > 5")
    assert wm("--case", logged, "log", "verify").code == 1


def test_reordered_rows_are_named(wm, logged):
    meddle(
        logged, "UPDATE custody_leaf SET seq = 1000 WHERE seq = 3", "UPDATE custody_leaf SET seq = 3 WHERE seq = 4",
        "UPDATE custody_leaf SET seq = 4 WHERE seq = 1000",
    )  # fmt: skip
    assert wm("--case", logged, "log", "verify").code == 1


def test_no_name_stands_in_the_log(wm, logged):
    shown = wm("--case", logged, "log", "show", "--json").out
    for name in ("officer", "0.txt", "1.txt"):
        assert name not in shown
