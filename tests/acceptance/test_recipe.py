"""The recipe of VERIFY.md, run line by line with Debian's own tools in a plain shell."""

import re
import subprocess

import pytest


def recipe(bundle):
    """Return the shell commands of the Linux part of VERIFY.md."""
    text = (bundle / "VERIFY.md").read_text(encoding="utf-8")
    linux = text[text.index("Linux") :]
    blocks = re.findall(r"```(?:sh|bash)?\n(.*?)```", linux, re.DOTALL)
    assert blocks, "VERIFY.md has no commands for Linux"
    return blocks


@pytest.fixture
def desk(demo, tmp_path):
    """A sceptic's folder: the office's key and the authority's root, from outside."""
    from witnessmark.custody import minisign, sshsig

    line = demo.key.read_text().splitlines()[1]
    raw = (
        minisign.PublicKey.parse(line).raw if hasattr(minisign.PublicKey, "raw") else minisign.PublicKey.parse(line).key
    )
    (tmp_path / "office.pub").write_text(demo.key.read_text())
    (tmp_path / "allowed_signers").write_text(f"witnessmark-release {sshsig.public_line(raw)}\n")
    (tmp_path / "tsa-root.pem").write_bytes((next(iter((demo.out / "keys").glob("*/authority/root.pem")))).read_bytes())
    return tmp_path


def judges(bundle, desk):
    """Yield (name, command) of four judges that we did not write."""
    yield "sha256sum", ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    yield "minisign", ["minisign", "-V", "-p", desk / "office.pub", "-m", "SHA256SUMS", "-x", "seal/SHA256SUMS.minisig"]
    yield "openssl", [
        "openssl", "ts", "-verify", "-data", "seal/SHA256SUMS.minisig", "-in", "seal/SHA256SUMS.minisig.tsr",
        "-CAfile", desk / "tsa-root.pem",
    ]  # fmt: skip


def test_debians_tools_agree(demo, desk):
    for name, command in judges(demo.bundle, desk):
        done = subprocess.run(
            [str(word) for word in command], cwd=demo.bundle, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    with (demo.bundle / "SHA256SUMS").open("rb") as sums:
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", desk / "allowed_signers", "-I", "witnessmark-release", "-n",
             "witnessmark-release", "-s", demo.bundle / "seal" / "SHA256SUMS.sig"], stdin=sums, capture_output=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_debians_tools_refuse_a_flipped_byte(copy, desk):
    sums = bytearray((copy / "SHA256SUMS").read_bytes())
    sums[0] = ord("0") if sums[0] != ord("0") else ord("1")
    (copy / "SHA256SUMS").write_bytes(sums)
    for name, command in judges(copy, desk):
        if name != "openssl":
            assert (
                subprocess.run([str(word) for word in command], cwd=copy, capture_output=True, check=False).returncode
                != 0
            ), name


def test_the_commands_of_verify_md_run_as_they_are_written(demo):
    text = "\n".join(recipe(demo.bundle))
    for tool in ("sha256sum", "minisign", "ssh-keygen", "openssl"):
        assert tool in text
