"""The tools that write pages, importable."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("tools_of_docs", ROOT / "tools" / "make_commands_doc.py")
module = importlib.util.module_from_spec(spec)
sys.modules["tools_of_docs"] = module
spec.loader.exec_module(module)
