import json
import shutil
import sys
from pathlib import Path

import pytest

from witnessmark.custody.authority import LocalAuthority
from witnessmark.verify import main

BENCH = Path(__file__).resolve().parent.parent.parent / "bench"
if str(BENCH) not in sys.path:
    sys.path.insert(0, str(BENCH))

from verify_sample import Sample, make_sample  # noqa: E402 - the folder is put on the path first


class Bench:
    """A copy of the sealed sample to be damaged, and a way to ask for the verdict."""

    def __init__(self, sample, folder, capsys):
        self.sample, self.folder, self._capsys = sample, folder, capsys

    def resealed(self):
        """Sign anew, as the holder of the key who lies would."""
        Sample(self.folder, self.sample.key, self.sample.log_key, self.sample.authority).seal()

    def edit_json(self, path, change):
        value = json.loads((self.folder / path).read_text(encoding="utf-8"))
        change(value)
        (self.folder / path).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def verdict(self, *arguments, bundle=None, key=True):
        options = ["--key", self.sample.minisign_line] if key else []
        self._capsys.readouterr()
        code = main([str(bundle or self.folder), *options, *map(str, arguments), "--json"])
        told = json.loads(self._capsys.readouterr().out)
        assert told["exit"] == code
        return code, told

    def faults(self, **options):
        """Return exit code and the faults as (code, where)."""
        code, told = self.verdict(**options)
        return code, [(fault["code"], fault["where"]) for fault in told["faults"]]


@pytest.fixture(scope="session")
def verify_authority(tmp_path_factory):
    made = LocalAuthority(tmp_path_factory.mktemp("verify-authority"))
    made.create()
    return made


@pytest.fixture(scope="session")
def sample(tmp_path_factory, verify_authority):
    return make_sample(tmp_path_factory.mktemp("sample") / "bundle", verify_authority, filler=3000)


@pytest.fixture
def bench(sample, tmp_path, capsys):
    shutil.copytree(sample.folder, tmp_path / "bundle")
    return Bench(sample, tmp_path / "bundle", capsys)
