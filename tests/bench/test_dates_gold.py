"""The gold of dates is whole, its halves are apart, and the reader keeps the floors on the half it was not tuned on."""

import hashlib
import importlib.util
import json
import re
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reading"
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FLOORS = json.loads((BENCH / "floors" / "dates.json").read_text(encoding="utf-8"))
TIMEX = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|PT?[\dX.]+(?:[YMWDQHS]|DE|CE)|\d{2,3}|"
    r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:[1-7]|WE|WD))?|-Q[1-4]|-H[12]|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:\d\d:\d\d|MO|MI|AF|EV|NI))?"
)


def _module():
    spec = importlib.util.spec_from_file_location("dates_gold_module", BENCH / "eval_dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EVAL = _module()


def _halves():
    if not (DATA / "wikinews").is_dir():
        pytest.skip(f"the annotated articles are not here: {DATA}")
    return {half: EVAL.stories(DATA, half) for half in ("tune", "test")}


def test_the_gold_is_the_one_the_floors_were_measured_on():
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (BENCH / "dates").iterdir()}
    assert digests == FLOORS["corpus"]


def test_forty_real_articles_and_six_hundred_expressions_are_annotated():
    stories = [story for half in _halves().values() for story in half]
    assert sum(len(story.marked) for story in stories) >= 600
    assert sum(not story.name.startswith("invented") for story in stories) >= 40


def test_no_article_is_in_both_halves():
    halves = _halves()
    assert not {story.name for story in halves["tune"]} & {story.name for story in halves["test"]}


def test_every_value_is_one_that_timex3_allows_and_every_span_holds_words():
    for half in _halves().values():
        for story in half:
            for each in story.marked:
                assert TIMEX.fullmatch(each.value), (story.name, each.value)
                words = story.text[each.start : each.end]
                assert words == words.strip() != ""


def test_the_floors_hold_on_the_half_that_was_not_tuned_on():
    _halves()
    figures = EVAL.figures(DATA)
    low = {name: figures[name] for name, floor in FLOORS["floors"].items() if figures[name] < floor}
    assert low == {}
