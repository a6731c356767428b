"""The recipe of VERIFY.md, run as it is written, with Debian's own tools in a plain shell."""

import re
import shutil
import subprocess

import pytest


@pytest.fixture
def desk(demo, tmp_path):
    """A sceptic's desk: the release, and beside it the office's keys and the authority's root, from outside."""
    from witnessmark.custody import minisign, sshsig

    shutil.copytree(demo.bundle, tmp_path / "report")
    (tmp_path / "office.pub").write_text(demo.key.read_text())
    raw = minisign.PublicKey.parse(demo.key.read_text()).raw
    (tmp_path / "allowed_signers").write_text(f"witnessmark-release {sshsig.public_line(raw)}\n")
    (tmp_path / "tsa-root.pem").write_bytes(next((demo.out / "keys").glob("*/authority/root.pem")).read_bytes())
    return tmp_path


def commands(bundle):
    """Return the lines of the first shell block of VERIFY.md."""
    text = (bundle / "VERIFY.md").read_text(encoding="utf-8")
    return re.search(r"```sh\n(.*?)```", text[text.index("Linux (Debian") :], re.DOTALL)[1].splitlines()


def run(desk, line):
    return subprocess.run(["bash", "-c", line], cwd=desk / "report", capture_output=True, text=True, check=False)


def test_every_command_of_the_recipe_agrees(desk):
    lines = commands(desk / "report")
    assert {"sha256sum", "minisign", "ssh-keygen", "openssl"} <= {line.split()[0] for line in lines}
    for line in lines:
        done = run(desk, line)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    assert run(desk, next(line for line in lines if line.startswith("find"))).stdout == ""


def failing(desk):
    """Return the tools of the recipe that refuse."""
    return {line.split()[0] for line in commands(desk / "report") if run(desk, line).returncode != 0}


def test_a_changed_page_is_refused_by_sha256sum(desk):
    page = desk / "report" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"the", b"teh", 1))
    assert failing(desk) == {"sha256sum"}


def test_changed_sums_are_refused_by_both_signatures(desk):
    sums = desk / "report" / "SHA256SUMS"
    data = bytearray(sums.read_bytes())
    data[0] = ord("1") if data[0] != ord("1") else ord("2")
    sums.write_bytes(data)
    assert {"sha256sum", "minisign", "ssh-keygen"} <= failing(desk)


def test_a_changed_signature_is_refused_by_the_time_stamp_too(desk):
    signature = desk / "report" / "seal" / "SHA256SUMS.minisig"
    lines = signature.read_text().splitlines(keepends=True)
    signature.write_text(
        "".join([lines[0], lines[1].replace(lines[1][20], "A" if lines[1][20] != "A" else "B", 1), *lines[2:]])
    )
    assert {"minisign", "openssl"} <= failing(desk)


def test_a_file_that_nobody_signed_for_shows(desk):
    (desk / "report" / "passages" / "more.html").write_text("x")
    line = next(line for line in commands(desk / "report") if line.startswith("find"))
    assert "passages/more.html" in run(desk, line).stdout
