import json
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def quotation_cases():
    lines = (DATA / "quotations.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
