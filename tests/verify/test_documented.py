import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "release-format.md").read_text(encoding="utf-8")
MODULES = sorted((ROOT / "src" / "witnessmark" / "verify").glob("*.py"))


def codes_in(tree):
    """Yield the first argument of every call that makes a fault."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        first = call.args[0]
        if isinstance(first, ast.Constant) and (
            name in {"BrokenError", "Fault"} or (name == "add" and len(call.args) > 1)
        ):
            yield first.value


def test_every_fault_is_documented_and_every_documented_fault_exists():
    made = {code for path in MODULES for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))}
    table = PAGE.split("## Faults")[1].split("##")[0]
    told = {
        code for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for code in re.findall(r"`([a-z-]+)`", row)
    }
    assert made == told


def test_every_format_named_in_the_code_stands_on_the_page():
    formats = {
        word
        for path in MODULES
        for word in re.findall(r"\"(witnessmark-[a-z-]+/[12])\"", path.read_text(encoding="utf-8"))
    }
    assert len(formats) == 6
    assert {word for word in formats if word not in PAGE} <= {"witnessmark-evidence/1"}
