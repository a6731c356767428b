import subprocess
import zipfile

import pytest

from witnessmark.release.bundle import building, check_names, fits_zip, read_back, sums, write_folder, write_zip
from witnessmark.release.errors import BundleError


def test_sums_are_what_sha256sum_writes(tmp_path):
    files = {"b.txt": b"b", "a/c.txt": b"", "B": b"x", "seal/s": b"no", "SHA256SUMS": b"no"}
    write_folder({path: data for path, data in files.items() if path != "B"}, tmp_path / "out")
    told = subprocess.run(
        ["sha256sum", "a/c.txt", "b.txt"], cwd=tmp_path / "out", capture_output=True, check=True
    ).stdout
    assert sums({path: data for path, data in files.items() if path != "B"}) == told


@pytest.mark.parametrize(
    "path", ["ü.txt", "a b.txt", "../a", "/a", "a//b", ".hidden", "a.", "x" * 101, "a\\b", "a:b", ""]
)
def test_names_that_do_not_travel_are_refused(path):
    with pytest.raises(BundleError, match="does not travel"):
        check_names({path: b""})


def test_names_that_differ_by_case_alone_are_refused():
    with pytest.raises(BundleError, match="does not travel"):
        check_names({"a.txt": b"", "A.txt": b""})


def test_a_file_too_many_or_changed_is_seen_when_read_back(tmp_path):
    files = {"a.txt": b"a"}
    write_folder(files, tmp_path / "out")
    read_back(files, tmp_path / "out")
    (tmp_path / "out" / "more").write_bytes(b"")
    with pytest.raises(BundleError, match="more"):
        read_back(files, tmp_path / "out")
    (tmp_path / "out" / "more").unlink()
    (tmp_path / "out" / "a.txt").write_bytes(b"b")
    with pytest.raises(BundleError, match="reads back otherwise"):
        read_back(files, tmp_path / "out")


def test_what_an_interrupted_run_left_is_removed(tmp_path):
    (tmp_path / ".report.building" / "deep").mkdir(parents=True)
    assert not building(tmp_path / "report").exists()


def test_a_link_where_the_bundle_is_built_is_refused(tmp_path):
    (tmp_path / ".report.building").symlink_to(tmp_path)
    with pytest.raises(BundleError, match="something else"):
        building(tmp_path / "report")


def test_the_zip_depends_on_the_files_alone(tmp_path):
    write_zip({"b": b"2", "a": b"1"}, "r", tmp_path / "one.zip")
    write_zip({"a": b"1", "b": b"2"}, "r", tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    subprocess.run(["python3", "-m", "zipfile", "-t", tmp_path / "one.zip"], check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["r/a", "r/b"]


def test_too_many_files_make_no_zip(tmp_path):
    files = {f"f{number}": b"" for number in range(65_535)}
    assert not fits_zip(files)
    with pytest.raises(BundleError, match="too large for a zip"):
        write_zip(files, "r", tmp_path / "r.zip")
