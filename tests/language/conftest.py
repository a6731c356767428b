import json
from pathlib import Path

import pytest

NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "news"


@pytest.fixture(scope="session")
def news_page():
    path = NEWS / "global-2022-08-31.txt"
    if not path.exists():
        pytest.skip(f"the news page is not here: {path}")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def news_gold():
    path = NEWS / "global-2022-08-31.gold.json"
    if not path.exists():
        pytest.skip(f"the gold annotation is not here: {path}")
    return json.loads(path.read_text(encoding="utf-8"))
