"""Join the modules of `witnessmark.verify` into the one file `verify.py` that lies in every release.

The same modules give the same bytes. Order follows the imports; two modules that define one name are an error.

    python tools/join_verify.py            write src/witnessmark/verify/verify.py.txt
    python tools/join_verify.py --check    exit 1 when that file is not what the modules give
"""

import ast
import sys
from pathlib import Path

ROOM = Path(__file__).resolve().parent.parent / "src" / "witnessmark" / "verify"
PACKAGE = "witnessmark.verify"
#: Not named `.py`: it is a copy for releases and must not be imported, linted or type-checked a second time.
JOINED = ROOM / "verify.py.txt"
HEAD = '''#!/usr/bin/env python3
"""Check a Witnessmark release. Python 3.11 or later, standard library only, no network.

Joined from the modules of witnessmark.verify, which are shorter to read one by one. Apache-2.0.
"""

'''
FOOT = '\n\nif __name__ == "__main__":\n    sys.exit(main())\n'


class JoinError(Exception):
    """The modules cannot be joined into one file."""


def modules(room: Path) -> dict[str, str]:
    """Return module name → source, without `__init__`."""
    return {
        path.stem: path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")) if path.stem != "__init__"
    }


def own_imports(tree: ast.Module) -> list[str]:
    """Return the modules of the room that a module imports from."""
    froms = [node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    return [name.removeprefix(f"{PACKAGE}.") for name in froms if name.startswith(f"{PACKAGE}.")]


def ordered(trees: dict[str, ast.Module]) -> list[str]:
    """Return the names so that each stands after those it imports from."""
    done: list[str] = []

    def place(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise JoinError(f"imports in a circle: {' → '.join((*above, name))}")
        for needed in own_imports(trees[name]):
            place(needed, (*above, name))
        if name not in done:
            done.append(name)

    for name in sorted(trees):
        place(name, ())
    return done


def defined(tree: ast.Module) -> set[str]:
    """Return the names that a module defines at its top level."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {leaf.id for target in targets for leaf in ast.walk(target) if isinstance(leaf, ast.Name)}
    return names


def body(name: str, source: str, tree: ast.Module) -> str:
    """Return a module without its imports, its docstring turned into a comment."""
    docstring = ast.get_docstring(tree) or ""
    dropped = {line for node in tree.body[1:] if isinstance(node, ast.Import | ast.ImportFrom) for line in _lines(node)}
    dropped |= _lines(tree.body[0])
    kept = [line for number, line in enumerate(source.splitlines(), 1) if number not in dropped]
    comment = "\n".join(f"# {line}".rstrip() for line in docstring.splitlines())
    return f"\n\n# ── {name} " + "─" * (70 - len(name)) + f"\n{comment}\n\n" + "\n".join(kept).strip() + "\n"


def _lines(node: ast.stmt) -> set[int]:
    return set(range(node.lineno, (node.end_lineno or node.lineno) + 1))


def imports(trees: dict[str, ast.Module]) -> str:
    """Return the imports of the standard library, all modules together; anything else raises `JoinError`."""
    plain: set[str] = set()
    froms: dict[str, set[str]] = {}
    for name, tree in trees.items():
        for node in (found for found in ast.walk(tree) if isinstance(found, ast.Import | ast.ImportFrom)):
            if isinstance(node, ast.Import):
                plain |= {alias.name for alias in node.names}
            elif node.module and not node.module.startswith(f"{PACKAGE}."):
                froms.setdefault(node.module, set()).update(alias.name for alias in node.names)
            if any(alias.asname for alias in node.names):
                raise JoinError(f"{name}: an import under another name cannot be joined")
    foreign = {module.split(".")[0] for module in (*plain, *froms)} - sys.stdlib_module_names
    if foreign:
        raise JoinError(f"not in the standard library: {', '.join(sorted(foreign))}")
    lines = [f"import {module}" for module in sorted(plain)]
    lines += [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(froms.items())]
    return "\n".join(lines) + "\n"


def join(sources: dict[str, str]) -> str:
    """Return the joined program."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    owner: dict[str, str] = {}
    for name, tree in trees.items():
        for word in sorted(defined(tree)):
            if word in owner:
                raise JoinError(f"{word} is defined in {owner[word]} and in {name}")
            owner[word] = name
    return HEAD + imports(trees) + "".join(body(name, sources[name], trees[name]) for name in ordered(trees)) + FOOT


def main() -> int:
    """Write or check the joined file."""
    text = join(modules(ROOM))
    if "--check" in sys.argv[1:]:
        return 0 if JOINED.exists() and JOINED.read_text(encoding="utf-8") == text else 1
    JOINED.write_text(text, encoding="utf-8")
    print(f"wrote {JOINED.name}: {len(text.splitlines())} lines")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
