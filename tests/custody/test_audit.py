import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.custody.log import Log, MemoryStorage, SqliteStorage, verify
from witnessmark.custody.merkle import Tree, leaf_hash
from witnessmark.custody.note import NoteKey


@pytest.fixture
def path(tmp_path):
    return tmp_path / "log.db"


@pytest.fixture
def kept(path, log_key):
    """A log of twelve leaves with a head at ten, and the checkpoint that was exported at eleven."""
    storage = SqliteStorage(path)
    log = Log(storage)
    log.extend([b"leaf %d" % number for number in range(10)])
    log.checkpoint(log_key)
    log.append(b"leaf 10")
    exported = log.checkpoint(log_key, keep=False)
    log.append(b"leaf 11")
    storage.close()
    return exported


def tamper(path, *statements):
    """Edit the file as one would who has it: triggers first."""
    connection = sqlite3.connect(path)
    for table in ("leaf", "node", "head"):
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER custody_{table}_no_{verb}")
    for statement in statements:
        connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
    connection.commit()
    connection.close()


def kinds(report):
    return {fault.kind for fault in report.faults}


def test_an_untouched_log_has_no_fault_and_says_what_was_checked(path, kept, log_key):
    report = verify(SqliteStorage(path), [kept], log_key.public)
    assert report.ok
    assert report.size == 12
    assert report.unchecked == ()
    assert "1 stored signed heads and 1 exported checkpoints" in report.checked


def test_without_key_or_checkpoint_the_report_says_what_it_cannot_know(path, kept):
    report = verify(SqliteStorage(path))
    assert report.ok
    assert any("no public key" in line for line in report.unchecked)
    assert any("truncation" in line for line in report.unchecked)


def test_an_edited_row_is_named(path, kept, log_key):
    tamper(path, "UPDATE custody_leaf SET leaf = CAST('leaf X' AS BLOB) WHERE seq = 4")
    report = verify(SqliteStorage(path), [kept], log_key.public)
    assert (report.faults[0].kind, report.faults[0].where) == ("edited", "row 4")
    assert leaf_hash(b"leaf X").hex() in report.faults[0].got


def test_an_edited_row_with_its_hash_edited_too_is_found_by_the_stored_nodes(path, kept):
    tamper(path, ("UPDATE custody_leaf SET leaf = ?, hash = ? WHERE seq = 4", (b"leaf X", leaf_hash(b"leaf X"))))
    report = verify(SqliteStorage(path))
    assert "node" in kinds(report)
    assert any("rows 4 to 5" in fault.where for fault in report.faults)


def test_a_log_rewritten_throughout_is_found_by_the_signed_head_and_the_checkpoint(path, kept, log_key):
    forged = SqliteStorage(path.with_name("forged.db"))
    Log(forged).extend([b"leaf %d" % number if number != 4 else b"forged" for number in range(12)])
    for size, note in SqliteStorage(path).heads():
        forged.add_head(size, note)
    report = verify(forged, [kept], log_key.public)
    assert [fault.kind for fault in report.faults] == ["rewritten", "rewritten"]
    assert {fault.where for fault in report.faults} == {
        "stored signed head of size 10",
        "exported checkpoint of size 11",
    }


def swap(first, second, columns):
    sets = ", ".join("# = (SELECT # FROM was WHERE was.seq = ?)".replace("#", column) for column in columns)
    update = "UPDATE custody_leaf SET " + sets + " WHERE seq = ?"  # noqa: S608 - column names of ours
    count = len(columns)
    return [
        "CREATE TEMP TABLE was AS SELECT * FROM custody_leaf",
        (update, (*[second] * count, first)),
        (update, (*[first] * count, second)),
    ]


@pytest.mark.parametrize("columns", [("leaf",), ("leaf", "hash")])
@pytest.mark.parametrize(("first", "second"), [(2, 3), (1, 6)])
def test_reordered_rows_are_named_whether_their_hashes_moved_along_or_not(path, kept, columns, first, second):
    tamper(path, *swap(first, second, columns))
    report = verify(SqliteStorage(path))
    assert {fault.where for fault in report.faults if fault.kind == "reordered"} == {f"row {first}", f"row {second}"}


def test_a_log_cut_short_is_found_by_its_stored_head(path, kept, log_key):
    tamper(
        path,
        "DELETE FROM custody_leaf WHERE seq >= 8",
        "DELETE FROM custody_node WHERE (idx + 1) * (1 << level) > 8",
    )
    report = verify(SqliteStorage(path), [], log_key.public)
    assert [(fault.kind, fault.got, fault.expected) for fault in report.faults] == [("truncated", "8 rows", "10 rows")]


def test_a_log_cut_short_with_its_heads_is_found_by_the_exported_checkpoint_alone(path, kept, log_key):
    tamper(
        path,
        "DELETE FROM custody_leaf WHERE seq >= 8",
        "DELETE FROM custody_node WHERE (idx + 1) * (1 << level) > 8",
        "DELETE FROM custody_head",
    )
    assert verify(SqliteStorage(path), [], log_key.public).ok
    assert kinds(verify(SqliteStorage(path), [kept], log_key.public)) == {"truncated"}


def test_a_removed_row_is_named_as_a_gap(path, kept, log_key):
    tamper(path, "DELETE FROM custody_leaf WHERE seq = 5")
    report = verify(SqliteStorage(path), [kept], log_key.public)
    assert ("missing", "row 5") in {(fault.kind, fault.where) for fault in report.faults}


def test_a_head_signed_by_another_key_is_named(path, kept, other_key, log_key):
    other = NoteKey(log_key.name, other_key)
    report = verify(SqliteStorage(path), [kept], other.public)
    assert kinds(report) == {"signature"}
    assert len(report.faults) == 2


def test_a_removed_node_is_named(path, kept):
    tamper(path, "DELETE FROM custody_node WHERE level = 1 AND idx = 1")
    assert kinds(verify(SqliteStorage(path))) == {"missing"}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["leaf", "hash", "node", "drop"]), st.integers(2, 40), st.data())
def test_no_single_change_of_what_is_stored_goes_unseen(what, size, data):
    storage = MemoryStorage()
    Log(storage).extend([b"leaf %d" % number for number in range(size)])
    at = data.draw(st.integers(0, size - 1))
    seq, leaf, hashed = storage._rows[at]
    if what == "leaf":
        storage._rows[at] = (seq, leaf + b"!", hashed)
    elif what == "hash":
        storage._rows[at] = (seq, leaf, leaf_hash(b"!"))
    elif what == "node":
        storage._nodes[data.draw(st.sampled_from(sorted(storage._nodes)))] = leaf_hash(b"!")
    else:
        del storage._rows[at]
    assert not verify(storage).ok or (what == "drop" and at == size - 1 and size % 2 == 1)


def test_the_report_becomes_json(path, kept):
    told = verify(SqliteStorage(path)).as_dict()
    assert told["ok"] is True
    assert told["root"] == Tree(leaf_hash(b"leaf %d" % number) for number in range(12)).root().hex()


def test_an_empty_log_is_sound():
    assert verify(MemoryStorage()).ok
