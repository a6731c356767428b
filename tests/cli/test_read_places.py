"""What is read in a folder, and in which order, whatever stands in it."""

import errno
import os
import subprocess

import pytest

from witnessmark.cli.read_places import Aside, Place, places


def test_files_come_by_the_parts_of_their_paths(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [place.path for place in places([str(tmp_path)], Aside())]
    assert found == [str(path) for path in sorted(tmp_path.rglob("*")) if path.is_file()]


@pytest.fixture
def bottomless(tmp_path):
    """A folder that is gone afterwards: Python's own removal of folders, which clears up after tests, recurses."""
    (tmp_path / "deep").mkdir()
    yield tmp_path / "deep"
    subprocess.run(["rm", "-rf", tmp_path / "deep"], check=True)


def test_folders_are_read_however_deep(bottomless):
    deep = bottomless
    for _ in range(1_200):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").touch()
    assert [place.path for place in places([str(bottomless)], Aside())] == [str(deep / "a.txt")]


def test_a_folder_that_does_not_open_is_a_failure_and_the_others_are_read(tmp_path, monkeypatch):
    for name in ("a", "closed", "z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text("words")
    opens = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opens(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(places([str(tmp_path)], Aside()))
    assert [place.path.removeprefix(str(tmp_path)) for place in found] == ["/a/page.txt", "/closed", "/z/page.txt"]
    with pytest.raises(PermissionError):
        found[1].open()


def test_links_and_hidden_files_are_counted_unless_they_are_named(tmp_path):
    (tmp_path / ".hidden.txt").write_text("words")
    (tmp_path / "link.txt").symlink_to(tmp_path / ".hidden.txt")
    aside = Aside()
    assert list(places([str(tmp_path)], aside)) == []
    assert aside.words() == "1 hidden, 1 links"
    named = str(tmp_path / "link.txt")
    assert list(places([named], Aside())) == [Place(named)]
    assert Place(named).open().data == b"words"
