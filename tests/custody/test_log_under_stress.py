import subprocess
import sys

from witnessmark.custody.log import Log, SqliteStorage, verify

APPEND = """
import os, sys
from witnessmark.custody.log import Log, SqliteStorage
storage = SqliteStorage(sys.argv[1])
log = Log(storage)
for number in range(int(sys.argv[3])):
    with storage.transaction():
        log.append(b"%s %d" % (sys.argv[2].encode(), number))
        if sys.argv[4] == "kill" and number == 3:
            os.kill(os.getpid(), 9)
"""


def start(path, name, count, end=""):
    command = [sys.executable, "-c", APPEND, str(path), name, str(count), end]
    return subprocess.Popen(command)


def test_a_writer_killed_within_a_transaction_leaves_a_sound_log_without_that_leaf(tmp_path, log_key):
    path = tmp_path / "log.db"
    assert start(path, "a", 9, "kill").wait() == -9
    storage = SqliteStorage(path)
    assert Log(storage).leaves() == [b"a 0", b"a 1", b"a 2"]
    assert verify(storage).ok
    with storage.transaction():
        Log(storage).append(b"again")
    assert verify(storage).ok
    storage.close()


def test_two_writers_lose_nothing_and_keep_each_ones_order(tmp_path):
    path = tmp_path / "log.db"
    SqliteStorage(path).close()
    writers = [start(path, name, 40) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    storage = SqliteStorage(path)
    leaves = Log(storage).leaves()
    for name in (b"a", b"b"):
        assert [leaf for leaf in leaves if leaf.startswith(name)] == [b"%s %d" % (name, number) for number in range(40)]
    assert verify(storage).ok
    storage.close()
