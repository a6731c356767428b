import os
import subprocess

import pytest


def test_sha256sum_agrees_with_the_sample(sample):
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=sample.folder, capture_output=True, check=True
    )
    assert b"evidence.json: OK" in done.stdout


def test_a_changed_file_is_named(bench):
    path = bench.folder / "evidence" / "E1.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("lorries", "Lorries", 1), encoding="utf-8")
    assert bench.faults() == (1, [("changed", "evidence/E1.txt")])


def test_a_missing_file_is_named(bench):
    (bench.folder / "evidence" / "E2.txt").unlink()
    code, faults = bench.faults()
    assert code == 1
    assert ("missing", "evidence/E2.txt") in faults


def test_an_extra_file_is_named(bench):
    (bench.folder / "record" / "note.html").write_text("x")
    assert bench.faults() == (1, [("extra", "'record/note.html'")])


def test_a_renamed_file_is_named_once_with_both_names(bench):
    (bench.folder / "evidence" / "E4.wav").rename(bench.folder / "evidence" / "E5.wav")
    code, told = bench.verdict()
    assert code == 1
    assert [(f["code"], f["where"], f["expected"]) for f in told["faults"]] == [
        ("renamed", "'evidence/E5.wav'", "evidence/E4.wav")
    ]


def test_two_files_that_changed_places_are_both_named(bench):
    first, second = bench.folder / "evidence" / "E1.txt", bench.folder / "evidence" / "E2.txt"
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    code, faults = bench.faults()
    assert code == 1
    assert {("changed", "evidence/E1.txt"), ("changed", "evidence/E2.txt")} <= set(faults)


def test_a_link_is_a_fault_even_to_the_same_bytes(bench, tmp_path):
    path = bench.folder / "VERIFY.md"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    code, faults = bench.faults()
    assert code == 1
    assert ("symlink", "'VERIFY.md'") in faults


def test_a_linked_folder_is_not_followed(bench, tmp_path):
    (bench.folder / "evidence").rename(tmp_path / "evidence")
    (bench.folder / "evidence").symlink_to(tmp_path / "evidence")
    code, faults = bench.faults()
    assert code == 1
    assert ("symlink", "'evidence'") in faults
    assert ("missing", "evidence/E1.txt") in faults


def test_a_pipe_is_a_fault_and_does_not_hang_the_check(bench):
    os.mkfifo(bench.folder / "evidence" / "pipe")
    assert ("special-file", "'evidence/pipe'") in bench.faults()[1]


def test_a_pipe_in_the_place_of_a_listed_file_does_not_hang_the_check(bench):
    (bench.folder / "VERIFY.md").unlink()
    os.mkfifo(bench.folder / "VERIFY.md")
    assert {("special-file", "'VERIFY.md'"), ("missing", "VERIFY.md")} <= set(bench.faults()[1])


def test_an_empty_folder_is_a_fault(bench):
    (bench.folder / "evidence" / "more").mkdir()
    assert bench.faults() == (1, [("empty-folder", "evidence/more")])


@pytest.mark.parametrize(("name", "code"), [
    ("ｅ1.txt", "non-ascii-name"), ("a b.txt", "unsafe-name"), (".hidden", "unsafe-name"), ("-rf", "unsafe-name"),
    ("new\nline", "unsafe-name"), ("nul.txt", "unsafe-name"), ("x" * 101, "unsafe-name"), ("dot.", "unsafe-name"),
])  # fmt: skip
def test_a_name_that_is_not_plain_is_a_fault_even_when_it_is_listed_and_signed(bench, name, code):
    (bench.folder / "evidence" / name).write_text("x")
    bench.resealed()
    assert code in {fault for fault, _ in bench.faults()[1]}


def test_a_name_of_bytes_that_are_no_text_is_a_fault(bench):
    (bench.folder / "evidence" / os.fsdecode(b"\xff\xfe")).write_text("x")
    assert "non-ascii-name" in {fault for fault, _ in bench.faults()[1]}


def test_names_that_differ_in_case_only_are_a_fault_even_when_signed(bench):
    (bench.folder / "evidence" / "e1.TXT").write_text("x")
    bench.resealed()
    assert ("case-collision", "evidence/e1.TXT") in bench.faults()[1]


def test_folders_that_differ_in_case_only_are_a_fault(bench):
    (bench.folder / "Evidence").mkdir()
    (bench.folder / "Evidence" / "E9.txt").write_text("x")
    bench.resealed()
    assert "case-collision" in {fault for fault, _ in bench.faults()[1]}


@pytest.mark.parametrize("change", [
    lambda data: data.replace(b"  ", b" *", 1), lambda data: data.replace(b"\n", b"\r\n"), lambda data: data + b"\n",
    lambda data: data[:-1], lambda data: data.upper(), lambda data: data + data.splitlines(keepends=True)[-1],
    lambda data: b"".join(reversed(data.splitlines(keepends=True))), lambda data: b"\xef\xbb\xbf" + data, lambda data: b"",
])  # fmt: skip
def test_a_list_in_another_form_is_refused(bench, change):
    sums = bench.folder / "SHA256SUMS"
    sums.write_bytes(change(sums.read_bytes()))
    code, faults = bench.faults()
    assert code == 1
    assert any("SHA256SUMS" in where for _, where in faults)


def test_a_list_that_names_the_seal_or_leads_outside_is_refused(bench):
    sums = bench.folder / "SHA256SUMS"
    lines = sums.read_text().splitlines(keepends=True)
    for path in ("../outside", "seal/SHA256SUMS.sig", "/etc/passwd"):
        sums.write_text("".join(sorted([*lines, f"{'0' * 64}  {path}\n"], key=lambda line: line[66:])))
        assert bench.faults()[0] == 1


def test_an_empty_folder_is_no_release(tmp_path, bench):
    (tmp_path / "empty").mkdir()
    code, told = bench.verdict(bundle=tmp_path / "empty")
    assert code == 1
    assert told["checked"] == []


def test_a_release_without_one_of_the_files_that_each_has_fails_though_it_is_signed(bench):
    for path in ("index.html", "report.pdf", "VERIFY.md", "verify.py", "evidence.json", "proofs/items.json"):
        data = (bench.folder / path).read_bytes()
        (bench.folder / path).unlink()
        bench.resealed()
        assert ("missing", path) in bench.faults()[1]
        (bench.folder / path).write_bytes(data)


def test_every_file_is_watched_at_many_bytes(bench):
    for path in sorted(path for path in bench.folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        for at in sorted({0, len(data) // 2, len(data) - 1}):
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            assert bench.verdict()[0] == 1, f"{path} at {at}"
        for changed in (data + b"\n", data[:-1]):
            path.write_bytes(changed)
            assert bench.verdict()[0] == 1, path
        path.write_bytes(data)
    assert bench.verdict()[0] == 0
