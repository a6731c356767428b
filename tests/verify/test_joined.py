import ast
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from witnessmark.verify import main

ROOT = Path(__file__).resolve().parent.parent.parent
JOINED = ROOT / "src" / "witnessmark" / "verify" / "verify.py.txt"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("join_verify", ROOT / "tools" / "join_verify.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(path, *arguments):
    command = [sys.executable, "-I", "-S", str(JOINED), str(path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_joined_file_is_what_the_modules_give_today(tool):
    assert JOINED.read_text(encoding="utf-8") == tool.join(tool.modules(tool.ROOM))


def test_joining_twice_gives_the_same_bytes_whatever_the_order_of_reading(tool):
    sources = tool.modules(tool.ROOM)
    assert tool.join(dict(reversed(sources.items()))) == tool.join(sources)


def test_the_joined_file_imports_the_standard_library_alone():
    tree = ast.parse(JOINED.read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in plain | froms} <= sys.stdlib_module_names
    assert not {"socket", "urllib.request", "http", "subprocess", "ctypes", "pickle"} & (plain | froms)


def test_the_joined_file_opens_nothing_for_writing():
    text = JOINED.read_text(encoding="utf-8")
    assert not any(word in text for word in ('"w"', '"wb"', "write_text", "write_bytes", "eval(", "exec(", "O_CREAT"))


def damage_nothing(folder):
    pass


def damage_file(folder):
    (folder / "evidence" / "E1.txt").write_text("other")


def damage_seal(folder):
    (folder / "seal" / "SHA256SUMS.minisig.tsr").write_bytes(b"junk")


def damage_list(folder):
    (folder / "SHA256SUMS").write_text("")


@pytest.mark.parametrize("damage", [damage_nothing, damage_file, damage_seal, damage_list])
@pytest.mark.parametrize("keyed", [True, False])
def test_the_joined_file_says_word_for_word_what_the_modules_say(bench, capsys, damage, keyed):
    damage(bench.folder)
    options = ["--key", bench.sample.minisign_line] if keyed else []
    code = main([str(bench.folder), *options, "--json"])
    told = capsys.readouterr().out
    done = run(bench.folder, *options, "--json")
    assert (done.returncode, done.stdout, done.stderr) == (code, told, "")
    assert json.loads(done.stdout)["exit"] == code


def test_run_out_of_the_bundle_itself_it_says_that_this_proves_little(bench):
    (bench.folder / "verify.py").write_bytes(JOINED.read_bytes())
    bench.resealed()
    command = [sys.executable, "-I", "-S", "verify.py", ".", "--key", bench.sample.minisign_line]
    done = subprocess.run(command, cwd=bench.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "take it from elsewhere" in done.stdout
    assert not (bench.folder / "__pycache__").exists()


def test_the_joined_file_explains_itself_and_refuses_wrong_usage(tmp_path):
    assert "exit codes" in run("--help").stdout
    assert run(tmp_path / "nothing").returncode == 2


def test_it_runs_where_only_ascii_can_be_printed(bench):
    bench.edit_json("evidence.json", lambda record: record["statements"][0]["passage"].update(quote="关押"))
    bench.resealed()
    command = [sys.executable, "-S", str(JOINED), str(bench.folder)]
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 1, done.stderr
    assert rb"\u5173\u62bc" in done.stdout


def test_a_name_defined_twice_an_import_circle_and_a_foreign_import_cannot_be_joined(tool):
    package = "from witnessmark.verify"
    for sources in (
        {"a": '"""A."""\nX = 1\n', "b": '"""B."""\nX = 2\n'},
        {"a": f'"""A."""\n{package}.b import Y\nX = 1\n', "b": f'"""B."""\n{package}.a import X\nY = 1\n'},
        {"a": '"""A."""\nimport msgspec\n'},
        {"a": '"""A."""\nimport json as j\n'},
    ):
        with pytest.raises(tool.JoinError):
            tool.join(sources)
