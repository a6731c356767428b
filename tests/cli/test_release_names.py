"""A version names a folder, so it may not be just any words."""

import pytest


@pytest.mark.parametrize("version", ["../x", "1.0 final", "", "第一版", ".hidden", "1.", "a/b", "1.0.zip", "x" * 33])
def test_a_version_that_cannot_name_a_folder_is_refused(wm, case, version):
    ran = wm("--case", case, "release", "--version", version)
    assert ran.code == 1
    assert "version" in ran.err
    assert sorted(path.name for path in (case / "releases").iterdir()) == []


def test_a_case_without_database_is_not_backed_up_as_an_empty_one(wm, case, tmp_path):
    (case / "case.sqlite3").unlink()
    ran = wm("--case", case, "backup", tmp_path / "x.wmb")
    assert (ran.code, (tmp_path / "x.wmb").exists(), (case / "case.sqlite3").exists()) == (1, False, False)
