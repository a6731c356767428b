"""The doctor names what is broken, and goes on looking."""

import sqlite3

import pytest


def sign(ran, name):
    return next(one for one in ran.data if one["name"] == name)


def test_a_case_in_order(wm, case):
    ran = wm("--case", case, "doctor", "--json")
    assert {one["state"] for one in ran.data} <= {"ok", "warning"}
    assert str(case) in sign(ran, "disk")["seen"]


def no_database(path):
    path.write_bytes(b"this is no database at all, only words" * 100)


def cut_off(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def without_a_table(path):
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE casefile_judgement")
    connection.close()


@pytest.mark.parametrize("harm", [no_database, cut_off, without_a_table])
def test_a_broken_database_is_one_sign_with_what_to_do(wm, case, harm):
    harm(case / "case.sqlite3")
    ran = wm("--case", case, "doctor", "--json")
    assert ran.code == 1
    assert sign(ran, "database")["state"] == "broken"
    assert "Restore a backup" in sign(ran, "database")["do"]
    assert sign(ran, "keys")["state"] == "ok"


def test_a_wrong_passphrase_is_a_sign_and_the_log_is_still_looked_at(wm, case):
    ran = wm("--case", case, "doctor", "--json", env={"WITNESSMARK_PASSPHRASE": "another one"})
    assert ran.code == 1
    assert sign(ran, "passphrase")["state"] == "broken"
    assert "Try again" in sign(ran, "passphrase")["do"]
    assert sign(ran, "custody log")["state"] == "ok"
