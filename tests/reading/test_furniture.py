"""The line labeller against dirty pages made of templates it was not trained on, at a small size; the floors are pinned."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path

import pytest

from witnessmark.reading.lines import label_lines

BENCH = Path(__file__).parents[2] / "bench" / "reading"
FLOORS = json.loads((BENCH / "floors" / "furniture.json").read_text(encoding="utf-8"))
#: At two pages a layout and language the figures spread; the gate at full size holds the floors themselves.
SLACK = 0.03


def load(name, path):
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(path.parent))


@pytest.fixture(scope="module")
def evaluation():
    return load("eval_furniture", BENCH / "eval_furniture.py")


def test_the_pages_of_the_test_are_made_of_what_the_floors_were_measured_on():
    found = {name: hashlib.sha256((BENCH / "furniture" / name).read_bytes()).hexdigest() for name in FLOORS["corpus"]}
    assert found == FLOORS["corpus"]


def test_no_line_of_the_test_materials_stands_in_those_for_training():
    folder = BENCH / "furniture"
    for path in (folder / "test").glob("*.txt"):
        test = path.read_text(encoding="utf-8").split("[story]")
        train = (folder / "train" / path.name).read_text(encoding="utf-8").split("[story]")
        assert not {"\n".join(test[1:])} & {"\n".join(train[1:])}
        titles = [set(text[0].split("[titles]")[1].split("[")[0].split("\n")) - {""} for text in (test, train)]
        assert not titles[0] & titles[1]


def test_few_pages_of_each_language_reach_the_floors(evaluation):
    found = evaluation.of_pages(8)[0]
    floors = FLOORS["floors"]
    assert found["precision"] >= floors["precision"] - SLACK
    assert found["recall"] >= floors["recall"] - SLACK
    assert found["lost"] <= floors["lost"] + SLACK


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to Gulfline Daily - the five stories you need before breakfast",
        "Most Read: 1. Copper slips again 2. How to retire at 41 3. The quiet end of the paper cheque",
        "Support local journalism. Subscribe for 2.99 a month.",
        "You have 2 free articles left this month.",
    ],
)
def test_prompts_in_a_story_are_told(line):
    story = ["Some 40 villagers were taken away on Friday night, a former teacher said.", "Advertisement"]
    found = label_lines("\n\n".join([*story, line, "He counted four buses before his view was blocked."]))
    assert [each.label == "story" for each in found if each.label != "empty"] == [True, False, False, True]


def test_a_clean_text_is_never_judged_by_weight():
    interview = "What do you want?\nTo go home.\nDo you read the news?\nNo.\nWho wrote to you?\nMy sister."
    assert {line.label for line in label_lines(interview)} <= {"story", "heading", "headline"}


def test_every_label_has_a_reason_in_words():
    page = "Home\nWorld\nSport\nMore from Tarn\nHarbour bridge closes early\nThe bridge was closed on Monday, officials said.\n© 2029 The Tarn"
    assert all(" " in line.reason for line in label_lines(page))
