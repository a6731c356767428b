import os
import stat
import subprocess
import tracemalloc
from hashlib import sha256

import pytest

from witnessmark.custody.errors import StoreError
from witnessmark.custody.store import Store


class Endless:
    """A stream of zeros of a given length, without holding them."""

    def __init__(self, size):
        self.left = size

    def read(self, count=-1):
        count = min(self.left, count)
        self.left -= count
        return bytes(count)


class Failing:
    def __init__(self):
        self.blocks = [b"some bytes", OSError(28, "No space left on device")]

    def read(self, count=-1):
        block = self.blocks.pop(0)
        if isinstance(block, OSError):
            raise block
        return block


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def files_of(store):
    return sorted(str(path.relative_to(store.root)) for path in store.root.rglob("*") if not path.is_dir())


def test_bytes_lie_under_the_digest_that_sha256sum_computes(store):
    stored = store.put(b"original bytes")
    path = store.path(stored.sha256)
    done = subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == stored.sha256 == path.parent.name + path.name
    assert stored.size == 14
    assert store.read(stored.sha256) == b"original bytes"


def test_only_the_owner_reads_what_is_stored(store):
    path = store.path(store.put(b"x").sha256)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(store.root.stat().st_mode) == 0o700


def test_the_same_bytes_again_are_not_written_again(store):
    first = store.put(b"x")
    before = store.path(first.sha256).stat()
    second = store.put(b"x")
    assert (first.new, second.new) == (True, False)
    assert store.path(first.sha256).stat().st_ino == before.st_ino
    assert len(files_of(store)) == 1


def test_empty_bytes_can_be_stored(store):
    assert store.read(store.put(b"").sha256) == b""


def test_a_large_stream_takes_little_memory_and_tells_its_progress(store):
    told = []
    tracemalloc.start()
    stored = store.put(Endless(48 << 20), progress=told.append)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert stored.size == told[-1] == 48 << 20
    assert peak < 8 << 20
    assert stored.sha256 == sha256(bytes(48 << 20)).hexdigest()


def test_changed_bytes_are_found_on_reading_verifying_and_storing_again(store):
    digest = store.put(b"original").sha256
    path = store.path(digest)
    path.chmod(0o600)
    path.write_bytes(b"0riginal")
    for ask in (lambda: store.read(digest), lambda: store.verify(digest), lambda: store.put(b"original")):
        with pytest.raises(StoreError, match="have changed"):
            ask()
    assert path.read_bytes() == b"0riginal"


def test_a_full_disk_is_a_clear_error_and_leaves_nothing(store):
    with pytest.raises(StoreError, match=r"No space left.*Free disk space"):
        store.put(Failing())
    assert files_of(store) == []


def test_a_real_full_device_is_a_clear_error(tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")
    with pytest.raises((StoreError, OSError)):
        Store(tmp_path / "full").put(b"x")


def test_a_link_in_the_place_of_stored_bytes_is_not_followed(store, tmp_path):
    digest = sha256(b"secret").hexdigest()
    (tmp_path / "secret").write_bytes(b"secret")
    store.put(b"other")
    store.path(digest).parent.mkdir()
    store.path(digest).symlink_to(tmp_path / "secret")
    with pytest.raises(StoreError):
        store.read(digest)
    with pytest.raises(StoreError):
        store.put(b"secret")
    with pytest.raises(StoreError):
        store.sha256s()


def test_a_store_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(StoreError, match="links"):
        Store(tmp_path / "link").put(b"x")


def test_what_is_not_held_and_what_is_no_digest_are_told_apart(store):
    with pytest.raises(StoreError, match="does not hold"):
        store.read("0" * 64)
    for name in ("../../etc/passwd", "A" * 64, ""):
        with pytest.raises(StoreError, match="not a SHA-256"):
            store.read(name)


def test_all_that_is_held_is_listed(store):
    digests = sorted(store.put(data).sha256 for data in (b"a", b"b", b"c"))
    assert store.sha256s() == digests
    assert digests[0] in store
    assert "0" * 64 not in store


def test_a_foreign_file_in_the_store_is_named(store):
    store.put(b"a")
    (store.root / "ab").mkdir(exist_ok=True)
    (store.root / "ab" / "notes.txt").write_text("x")
    with pytest.raises(StoreError, match="not the store's own"):
        store.sha256s()


def test_what_a_killed_run_left_is_cleaned_and_nothing_else(store):
    held = store.put(b"a").sha256
    (store.root / "123-abc.part").write_bytes(b"half")
    assert store.sha256s() == [held]
    assert store.clean() == 1
    assert store.read(held) == b"a"
    assert len(files_of(store)) == 1


def test_a_run_killed_while_writing_leaves_a_store_that_works(store):
    code = (
        "import os, sys, pathlib\n"
        "from witnessmark.custody.store import Store\n"
        "class S:\n"
        "    n = 0\n"
        "    def read(self, count):\n"
        "        self.n += 1\n"
        "        if self.n > 2: os.kill(os.getpid(), 9)\n"
        "        return b'x' * 100\n"
        f"Store(pathlib.Path({str(store.root)!r})).put(S())\n"
    )
    done = subprocess.run([os.sys.executable, "-c", code], check=False)
    assert done.returncode == -9
    assert store.sha256s() == []
    assert store.clean() == 1
    assert store.put(b"x" * 200).new
