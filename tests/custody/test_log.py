import json
import sqlite3
from hashlib import sha256

import pytest

from witnessmark.custody.errors import EncodingError, LogError
from witnessmark.custody.log import CursorStorage, Log, MemoryStorage, SqliteStorage, event
from witnessmark.custody.merkle import leaf_hash, verify_consistency, verify_inclusion
from witnessmark.custody.storage import schema

AT = "2031-05-02T14:00:00+03:00"


class PercentCursor:
    """A cursor with `%s` as its mark, as Django and PostgreSQL have it."""

    def __init__(self, connection):
        self._cursor = connection.cursor()

    def execute(self, statement, values=()):
        assert "?" not in statement
        return self._cursor.execute(statement.replace("%s", "?"), values)

    def executemany(self, statement, values):
        assert "?" not in statement
        return self._cursor.executemany(statement.replace("%s", "?"), values)

    def fetchall(self):
        return self._cursor.fetchall()

    def close(self):
        self._cursor.close()


def percent_storage(path):
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in schema("sqlite"):
        connection.execute(statement)
    return CursorStorage(lambda: PercentCursor(connection))


@pytest.fixture(params=["memory", "sqlite", "percent"])
def storage(request, tmp_path):
    makers = {
        "memory": lambda _: MemoryStorage(),
        "sqlite": SqliteStorage,
        "percent": percent_storage,
    }
    return makers[request.param](tmp_path / "log.db")


def test_an_event_is_one_canonical_line_with_commitments_in_hex():
    leaf = event("collected", AT, item=b"\xab" * 2, texts_root=b"\x01", size=7)
    assert leaf == b'{"at":"2031-05-02T14:00:00+03:00","item":"abab","size":7,"texts_root":"01","type":"collected"}'


@pytest.mark.parametrize("at", ["2031-05-02T14:00:00", "2031-05-02", "yesterday", ""])
def test_an_event_without_a_moment_is_refused(at):
    with pytest.raises(LogError):
        event("collected", at)


def test_an_event_without_type_or_with_a_value_that_is_not_json_is_refused():
    for kind, fields in (("", {}), ("collected", {"type": "other"})):
        with pytest.raises(LogError):
            event(kind, AT, **fields)
    assert b'"kind":"x"' in event("derived", at=AT, kind="x")
    with pytest.raises(EncodingError):
        event("collected", AT, item={1, 2})


def test_leaves_come_back_in_order_with_proofs_that_hold(storage):
    log = Log(storage)
    assert log.append(b"0") == 0
    assert log.append(b"1", b"2") == 1
    assert log.extend([b"%d" % number for number in range(3, 21)]) == 3
    assert len(log) == 21
    assert log.leaves(1, 4) == [b"1", b"2", b"3"]
    assert log.leaf(20) == b"20"
    for size in (1, 7, 8, 20, 21):
        for index in range(size):
            verify_inclusion(leaf_hash(b"%d" % index), index, size, log.inclusion(index, size), log.tree().root(size))
        verify_consistency(size, 21, log.root(size), log.root(), log.consistency(size))


def test_a_log_opened_again_goes_on_where_it_ended(tmp_path):
    first = SqliteStorage(tmp_path / "log.db")
    Log(first).append(b"a", b"b", b"c")
    first.close()
    again, fresh = Log(SqliteStorage(tmp_path / "log.db")), Log(MemoryStorage())
    again.append(b"d")
    fresh.append(b"a", b"b", b"c", b"d")
    assert again.root() == fresh.root()


def append_then_fail(storage, log):
    with storage.transaction():
        log.append(b"b")
        assert len(log) == 2
        raise RuntimeError("the record that belongs to the event fails")


def test_a_rolled_back_append_leaves_no_trace(tmp_path):
    storage = SqliteStorage(tmp_path / "log.db")
    log = Log(storage)
    log.append(b"a")
    with pytest.raises(RuntimeError):
        append_then_fail(storage, log)
    with storage.transaction():
        log.append(b"c")
    assert log.leaves() == [b"a", b"c"]
    assert log.root() == sha256(b"\1" + leaf_hash(b"a") + leaf_hash(b"c")).digest()


@pytest.mark.parametrize("statement", [
    "UPDATE custody_leaf SET leaf = 'x'", "DELETE FROM custody_leaf", "UPDATE custody_node SET hash = 'x'",
    "DELETE FROM custody_node", "DELETE FROM custody_head", "UPDATE custody_head SET note = ''",
])  # fmt: skip
def test_the_database_itself_refuses_to_change_or_remove_a_row(tmp_path, log_key, statement):
    log = Log(SqliteStorage(tmp_path / "log.db"))
    log.append(b"a", b"b")
    log.checkpoint(log_key)
    with sqlite3.connect(tmp_path / "log.db") as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_two_checkpoints_of_one_size_keep_the_first(storage, log_key):
    log = Log(storage)
    log.append(b"a")
    log.checkpoint(log_key)
    log.checkpoint(log_key)
    assert [size for size, _ in storage.heads()] == [1]


def test_asking_beyond_the_end_says_how_long_the_log_is(storage):
    log = Log(storage)
    log.append(b"a")
    for ask in (lambda: log.leaf(1), lambda: log.inclusion(1), lambda: log.root(2), lambda: log.consistency(2)):
        with pytest.raises(LogError, match="0 to"):
            ask()


def test_an_empty_log_has_a_root_and_a_checkpoint(storage, log_key):
    log = Log(storage)
    assert log.root() == sha256(b"").digest()
    assert log.checkpoint(log_key).split("\n")[1] == "0"


def test_an_unknown_database_is_refused():
    with pytest.raises(LogError, match="sqlite or postgresql"):
        schema("oracle")


def test_events_read_back_as_json(storage):
    log = Log(storage)
    log.append(event("moved", AT, note="том 关押 ئۇيغۇر"))
    assert json.loads(log.leaf(0))["note"] == "том 关押 ئۇيغۇر"
