"""Where the log is kept: a small protocol, with memory, an own SQLite file, and any DB-API cursor as homes."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from witnessmark.custody.errors import LogError

#: Level (1 for the parents of leaves), index from the left, hash.
Node = tuple[int, int, bytes]
#: Sequence number, leaf, stored hash of the leaf.
Row = tuple[int, bytes, bytes]


class LogStorage(Protocol):
    """What a log needs of its home. Nothing in it changes or removes a row; the caller owns the transaction."""

    def size(self) -> int:
        """Return the number of leaves: one more than the last sequence number."""

    def append(self, first: int, leaves: Sequence[bytes], hashes: Sequence[bytes], nodes: Sequence[Node]) -> None:
        """Add leaves from sequence number `first` on, their hashes and the complete nodes they close."""

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Row]:
        """Yield rows in order of sequence number, `start` included, `stop` not."""

    def node(self, level: int, index: int) -> bytes:
        """Return the stored hash of a complete node; level 0 is the leaves."""

    def nodes(self) -> Iterator[Node]:
        """Yield every stored node above the leaves, by level and index."""

    def add_head(self, size: int, note: str) -> None:
        """Keep a signed checkpoint."""

    def heads(self) -> list[tuple[int, str]]:
        """Return the signed checkpoints kept, smallest first."""


class MemoryStorage:
    """A log in memory, for machines that keep it elsewhere, and for tests."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._nodes: dict[tuple[int, int], bytes] = {}
        self._heads: dict[int, str] = {}

    def size(self) -> int:
        """Return the number of leaves."""
        return len(self._rows)

    def append(self, first: int, leaves: Sequence[bytes], hashes: Sequence[bytes], nodes: Sequence[Node]) -> None:
        """Add leaves, hashes and closed nodes."""
        if first != len(self._rows):
            raise LogError("the log grew meanwhile", got=str(first), expected=str(len(self._rows)), do="Append again")
        self._rows += zip(range(first, first + len(leaves)), leaves, hashes, strict=True)
        self._nodes.update({(level, index): hashed for level, index, hashed in nodes})

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Row]:
        """Yield rows in order."""
        yield from self._rows[start:stop]

    def node(self, level: int, index: int) -> bytes:
        """Return the stored hash of a complete node."""
        return self._rows[index][2] if level == 0 else self._nodes[level, index]

    def nodes(self) -> Iterator[Node]:
        """Yield every node above the leaves."""
        yield from ((level, index, self._nodes[level, index]) for level, index in sorted(self._nodes))

    def add_head(self, size: int, note: str) -> None:
        """Keep a signed checkpoint."""
        self._heads[size] = note

    def heads(self) -> list[tuple[int, str]]:
        """Return the signed checkpoints kept."""
        return sorted(self._heads.items())


_TABLES = ("custody_leaf", "custody_node", "custody_head")
#: Tables and triggers, one statement each; `{blob}` differs between SQLite (BLOB) and PostgreSQL (bytea).
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS custody_leaf (seq BIGINT PRIMARY KEY, leaf {blob} NOT NULL, hash {blob} NOT NULL)",
    "CREATE TABLE IF NOT EXISTS custody_node (level INT, idx BIGINT, hash {blob} NOT NULL, PRIMARY KEY (level, idx))",
    "CREATE TABLE IF NOT EXISTS custody_head (size BIGINT PRIMARY KEY, note TEXT NOT NULL)",
)


def _sqlite_schema() -> list[str]:
    # INTEGER PRIMARY KEY is SQLite's own row number: one tree less to write on each append.
    tables = [line.format(blob="BLOB").replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY") for line in SCHEMA]
    tables[1] += " WITHOUT ROWID"
    return tables + [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {verb} refused'); END"
        for table in _TABLES
        for verb in ("UPDATE", "DELETE")
    ]


def _postgresql_schema() -> list[str]:
    refuse = (
        "CREATE OR REPLACE FUNCTION custody_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP; END $$"
    )
    triggers = [
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION custody_refuse()"
        for table in _TABLES
    ]
    return [*(line.format(blob="BYTEA") for line in SCHEMA), refuse, *triggers]


def schema(vendor: str) -> list[str]:
    """Return the statements that make tables and append-only triggers for `sqlite` or `postgresql`."""
    makers: dict[str, Callable[[], list[str]]] = {"sqlite": _sqlite_schema, "postgresql": _postgresql_schema}
    if vendor not in makers:
        raise LogError("unknown kind of database", got=vendor, expected=" or ".join(makers))
    return makers[vendor]()


_STATEMENTS = {
    "add_leaf": "INSERT INTO custody_leaf (seq, leaf, hash) VALUES (?, ?, ?)",
    "add_node": "INSERT INTO custody_node (level, idx, hash) VALUES (?, ?, ?)",
    "add_head": "INSERT INTO custody_head (size, note) VALUES (?, ?)",
    "head_of": "SELECT note FROM custody_head WHERE size = ?",
    "leaf_of": "SELECT hash FROM custody_leaf WHERE seq = ?",
    "node_of": "SELECT hash FROM custody_node WHERE level = ? AND idx = ?",
    "rows": "SELECT seq, leaf, hash FROM custody_leaf WHERE seq >= ? AND seq < ? ORDER BY seq",
}


class CursorStorage:
    """A log in any SQL database, through cursors that the caller opens inside its own transaction.

    `cursor` returns a DB-API cursor (`django.db.connection.cursor`, `sqlite3.Connection.cursor`); `mark` is its
    placeholder: `%s` for Django and PostgreSQL, `?` for sqlite3.
    """

    def __init__(self, cursor: Callable[[], Any], *, mark: str = "%s") -> None:
        self._cursor = cursor
        self._sql = {name: statement.replace("?", mark) for name, statement in _STATEMENTS.items()}

    def _run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        cursor = self._cursor()
        try:
            cursor.execute(statement, values)
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def size(self) -> int:
        """Return one more than the last sequence number."""
        return int(self._run("SELECT COALESCE(MAX(seq) + 1, 0) FROM custody_leaf")[0][0])

    def append(self, first: int, leaves: Sequence[bytes], hashes: Sequence[bytes], nodes: Sequence[Node]) -> None:
        """Add leaves, hashes and closed nodes; a sequence number taken meanwhile is the database's own error."""
        cursor = self._cursor()
        try:
            cursor.executemany(
                self._sql["add_leaf"], list(zip(range(first, first + len(leaves)), leaves, hashes, strict=True))
            )
            if nodes:
                cursor.executemany(self._sql["add_node"], nodes)
        finally:
            cursor.close()

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Row]:
        """Yield rows in order, some thousands at a time so that a long log does not fill the memory."""
        end = self.size() if stop is None else stop
        for first in range(start, end, _ROWS_AT_A_TIME):
            for seq, leaf, hashed in self._run(self._sql["rows"], (first, min(first + _ROWS_AT_A_TIME, end))):
                yield int(seq), bytes(leaf), bytes(hashed)

    def node(self, level: int, index: int) -> bytes:
        """Return the stored hash of a complete node."""
        found = self._run(self._sql["node_of"], (level, index)) if level else self._run(self._sql["leaf_of"], (index,))
        if not found:
            raise LogError("the log lacks a stored hash", where=f"level {level}, index {index}", do="Run `log verify`")
        return bytes(found[0][0])

    def nodes(self) -> Iterator[Node]:
        """Yield every node above the leaves."""
        for level, index, hashed in self._run("SELECT level, idx, hash FROM custody_node ORDER BY level, idx"):
            yield int(level), int(index), bytes(hashed)

    def add_head(self, size: int, note: str) -> None:
        """Keep a signed checkpoint; a second one of the same size adds nothing, since the first proves the same."""
        if self._run(self._sql["head_of"], (size,)):
            return
        cursor = self._cursor()
        try:
            cursor.execute(self._sql["add_head"], (size, note))
        finally:
            cursor.close()

    def heads(self) -> list[tuple[int, str]]:
        """Return the signed checkpoints kept."""
        return [(int(size), str(note)) for size, note in self._run("SELECT size, note FROM custody_head ORDER BY size")]


_ROWS_AT_A_TIME = 5000


class SqliteStorage(CursorStorage):
    """A log in an SQLite file of its own; `with storage.transaction():` makes appends durable."""

    def __init__(self, path: Path | str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *schema("sqlite")):
            self._connection.execute(statement)
        super().__init__(self._connection.cursor, mark="?")

    def transaction(self) -> "_Transaction":
        """Return a context in which appends stand or fall together, on disk when it ends without an error."""
        return _Transaction(self._connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class _Transaction:
    """BEGIN IMMEDIATE … COMMIT, or ROLLBACK on an error."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
