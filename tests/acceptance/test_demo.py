"""The training case from raw sources to a verified report, looked at from outside."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.executable).with_name("witnessmark")


def protected_names():
    rows = [json.loads(line) for line in (ROOT / "demo" / "judgements.jsonl").read_text(encoding="utf-8").splitlines()]
    return [name for row in rows if row["verdict"] == "protect" for name in row["value"]["names"]]


def pdf_text(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def test_five_languages_are_read_and_the_login_wall_is_suspect(demo):
    assert {"ar", "en", "ru", "ug", "zh"} <= set(demo.summary["languages"])
    assert demo.summary["suspect"] == ["E15"]


def test_the_wire_copies_are_one_origin(demo):
    assert any({"E1", "E2", "E3"} <= set(group) for group in demo.summary["joined"])


def test_the_flawed_manuscript_shows_just_what_was_planted(demo):
    expected = [
        json.loads(line) for line in (ROOT / "demo" / "flawed.expected.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert sorted({row["code"] for row in expected}) == demo.summary["flawed_codes"]
    assert len(expected) == demo.summary["flawed_problems"]


def test_the_clean_manuscript_has_one_waived_error_and_nothing_else(demo):
    assert (demo.summary["problems"], demo.summary["waived"]) == (0, 1)


def test_every_page_says_that_it_is_an_exercise(demo):
    for page in demo.bundle.rglob("*.html"):
        assert "TRAINING EXERCISE" in page.read_text(encoding="utf-8").upper(), page
    for page in pdf_text(demo.bundle / "report.pdf").split("\f")[:-1]:
        assert "TRAINING EXERCISE" in page.upper()


def test_the_report_has_about_forty_numbered_paragraphs(demo):
    numbers = {
        int(found) for found in re.findall(r'id="para-(\d+)"', (demo.bundle / "index.html").read_text(encoding="utf-8"))
    }
    numbers = numbers or {
        int(n) for n in re.findall(r'id="p-?(\d+)"', (demo.bundle / "index.html").read_text(encoding="utf-8"))
    }
    assert numbers == set(range(1, len(numbers) + 1))
    assert 35 <= len(numbers) <= 80


@pytest.mark.parametrize("name", protected_names())
def test_no_protected_name_leaves_in_any_form(demo, name):
    for path in demo.bundle.rglob("*"):
        assert name.casefold() not in str(path).casefold()
        if not path.is_file():
            continue
        data = path.read_bytes()
        assert name.encode() not in data, path
        if path.suffix == ".pdf":
            assert name.casefold() not in pdf_text(path).casefold(), path


def test_no_digest_of_a_protected_original_leaves(demo):
    rows = [json.loads(line) for line in (ROOT / "demo" / "captures.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in rows:
        if not row["protected"]:
            continue
        done = subprocess.run(["sha256sum", ROOT / "demo" / row["path"]], capture_output=True, text=True, check=True)
        digest = done.stdout.split()[0]
        for path in (path for path in demo.bundle.rglob("*") if path.is_file()):
            data = path.read_bytes()
            assert digest.encode() not in data
            assert bytes.fromhex(digest) not in data


def test_the_release_verifies_with_the_key_from_outside(demo, verify):
    assert verify(demo.bundle, "--key", demo.key).returncode == 0
    assert verify(demo.summary["zip"], "--key", demo.key).returncode == 0


def test_without_a_key_the_signer_is_not_checked(demo, verify):
    done = verify(demo.bundle)
    assert done.returncode == 3
    assert "signer not checked" in done.stdout


def test_one_flipped_byte_is_refused_by_us_and_by_sha256sum(copy, demo, verify):
    page = copy / "index.html"
    data = bytearray(page.read_bytes())
    data[len(data) // 2] ^= 1
    page.write_bytes(data)
    done = verify(copy, "--key", demo.key)
    assert done.returncode == 1
    assert "index.html" in done.stdout
    sums = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=copy, capture_output=True, check=False
    )
    assert sums.returncode != 0


def test_one_more_file_is_refused(copy, demo, verify):
    (copy / "passages" / "extra.html").write_text("x")
    assert verify(copy, "--key", demo.key).returncode == 1


def test_somebody_elses_key_is_refused(demo, verify, tmp_path):
    subprocess.run(
        ["minisign", "-G", "-W", "-f", "-p", tmp_path / "other.pub", "-s", tmp_path / "other.key"],
        check=True,
        capture_output=True,
    )
    assert verify(demo.bundle, "--key", tmp_path / "other.pub").returncode == 1


def test_the_published_snapshot_can_be_checked_by_a_sceptic(demo):
    words = [
        "check",
        demo.bundle / "record" / "manuscript.md",
        "--evidence",
        demo.bundle / "evidence.json",
        "--format",
        "json",
    ]
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    outcome = json.loads(done.stdout)
    assert done.returncode == 0, outcome
    assert any(row["code"] == "WM601" for row in outcome["unchecked"])


def test_a_second_release_of_the_same_version_is_refused(demo):
    words = ["--case", demo.case, "release", "--version", "1.0"]
    done = subprocess.run(
        [PROGRAM, *map(str, words)], capture_output=True, text=True, env=demo.environment(), check=False
    )
    assert done.returncode == 1
    assert "never changes" in done.stderr


def test_the_log_of_the_case_is_whole(demo):
    words = ["--case", demo.case, "log", "verify"]
    done = subprocess.run(
        [PROGRAM, *map(str, words)], capture_output=True, text=True, env=demo.environment(), check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_doctor_finds_nothing_broken(demo):
    words = ["--case", demo.case, "doctor", "--json"]
    done = subprocess.run(
        [PROGRAM, *map(str, words)], capture_output=True, text=True, env=demo.environment(), check=False
    )
    signs = {sign["name"]: sign["state"] for sign in json.loads(done.stdout)}
    assert done.returncode == 0, done.stdout
    assert signs["custody log"] == signs["originals"] == signs["database"] == signs["keys"] == "ok"


def test_a_demo_replaces_only_a_demo(tmp_path):
    (tmp_path / "precious").write_text("x")
    done = subprocess.run([PROGRAM, "demo", "--out", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (tmp_path / "precious").read_text() == "x"
