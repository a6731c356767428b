import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.custody.authority import LocalAuthority
from witnessmark.release.build import build_release
from witnessmark.release.errors import SealError
from witnessmark.release.seal import seal, seal_names

KEY = Ed25519PrivateKey.from_private_bytes(b"r" * 32)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made = LocalAuthority(tmp_path_factory.mktemp("tsa"))
    made.create()
    return made


def test_without_an_authority_the_seal_holds_two_signatures():
    files = seal(b"sums\n", key=KEY, comment="one", authority=None)
    assert sorted(files) == [f"seal/{name}" for name in sorted(seal_names(None))]


def test_openssl_accepts_the_time_stamp_over_the_signature(case, authority, tmp_path):
    built = build_release(case.changed(authority=authority, local_authority=True), tmp_path / "report")
    done = subprocess.run(
        ["openssl", "ts", "-verify", "-data", "seal/SHA256SUMS.minisig", "-in", "seal/SHA256SUMS.minisig.tsr", "-CAfile",
         "proofs/tsa/root.pem"],
        cwd=built.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Verification: OK" in done.stdout + done.stderr
    assert sorted(path.name for path in (built.folder / "seal").iterdir()) == sorted(seal_names(authority))
    record = (built.folder / "record" / "release.html").read_text()
    assert "an authority of the office&#x27;s own" in record
    assert "openssl ts -verify" in (built.folder / "VERIFY.md").read_text()


def test_without_a_time_stamp_record_and_recipe_say_so(case, tmp_path):
    built = build_release(case.plan, tmp_path / "report")
    assert "No time stamp was obtained" in (built.folder / "record" / "release.html").read_text()
    recipe = (built.folder / "VERIFY.md").read_text()
    assert "carries no time stamp" in recipe
    assert "openssl ts -verify" not in recipe


class BrokenAuthority:
    """Answers with bytes that are no time stamp."""

    def __init__(self, real):
        self.root, self.certificate = real.root, real.certificate

    def answer(self, asked):
        return b"\x30\x03\x02\x01\x02"


class WrongAuthority(BrokenAuthority):
    """Stamps something else."""

    def __init__(self, real):
        super().__init__(real)
        self.real = real

    def answer(self, asked):
        from witnessmark.custody.timestamps import request

        return self.real.answer(request(b"\0" * 32))


@pytest.mark.parametrize("kind", [BrokenAuthority, WrongAuthority])
def test_a_wanted_time_stamp_that_fails_is_a_failed_step(case, authority, tmp_path, kind):
    with pytest.raises(SealError, match="could not be obtained"):
        build_release(case.changed(authority=kind(authority)), tmp_path / "report")
    assert list(tmp_path.iterdir()) == []
