"""The field gold is whole: the digests are those pinned, the offsets point at words, the labels are the project's own."""

import hashlib
import importlib.util
import json
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from witnessmark.evidence.reading import Where
from witnessmark.evidence.statements import Polarity, StatementKind

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reading"
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FLOORS = json.loads((BENCH / "floors" / "field.json").read_text(encoding="utf-8"))
KEYS = sorted(FLOORS["corpus"])


def _module():
    spec = importlib.util.spec_from_file_location("field_gold_module", BENCH / "field.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FIELD = _module()


def _gold(key):
    return json.loads((BENCH / "field" / f"{key}.json").read_text(encoding="utf-8"))


def test_the_gold_is_the_one_the_floors_were_measured_on():
    digests = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in (BENCH / "field").glob("*.json")}
    assert digests == FLOORS["corpus"]


def test_forty_articles_or_more_are_in_two_even_halves():
    halves = [FIELD.half_of(key) for key in KEYS]
    assert len(halves) >= 40
    assert abs(halves.count("tune") - halves.count("test")) <= 1


@pytest.mark.parametrize("key", KEYS)
def test_labels_are_the_words_of_the_records(key):
    for statement in _gold(key)["statements"]:
        assert statement["kind"] in typing.get_args(StatementKind)
        assert statement["polarity"] in typing.get_args(Polarity)
        assert statement["where"] in typing.get_args(Where)
        assert isinstance(statement["hedge"], bool)
        assert statement["speaker"]


@pytest.mark.parametrize("half", ["tune", "test"])
def test_offsets_start_and_end_at_words_or_marks_of_the_annotated_text(half):
    if not (DATA / "wikinews").is_dir():
        pytest.skip(f"the Wikinews articles are not here: {DATA / 'wikinews'}")
    for article in FIELD.read_articles(DATA, half):
        spans = [
            span
            for statement in article.gold["statements"]
            for part in ("content", "source", "cue")
            for span in statement[part]
        ]
        spans += [each["span"] for layer in ("dates", "quantities") for each in article.gold[layer]]
        for start, end in spans:
            words = article.text[start:end]
            assert words, (article.key, start, end)
            assert words == words.strip(), (article.key, words)
            assert not (article.text[start - 1 : start].isalnum() and words[0].isalnum()), (article.key, words)
            assert not (article.text[end : end + 1].isalnum() and words[-1].isalnum()), (article.key, words)


def test_no_statement_is_annotated_twice():
    for key in KEYS:
        statements = [json.dumps(each, sort_keys=True) for each in _gold(key)["statements"]]
        assert len(statements) == len(set(statements)), key


@pytest.mark.parametrize(
    ("gold", "proposed"),
    [
        ("Hassan Rouhani", "Rouhani"),
        ("Hassan Rouhani", "President Hassan Rouhani"),
        ("Recep Tayyip Erdoğan", "Erdogan"),
        ("Taliban", "the Taliban"),
        ("request = Boris Johnson", "Boris Johnson"),
        ("Reuters and NBC", "NBC and Reuters"),
        ("Houthi movement", "the Houthi movement in Yemen"),
        ("unresolved", ""),
    ],
)
def test_a_speaker_is_right_by_a_shorter_or_fuller_name(gold, proposed):
    assert FIELD.same_entity(gold, proposed)


@pytest.mark.parametrize(
    ("gold", "proposed"),
    [
        ("Hassan Rouhani", "Hassan"),
        ("Hassan Rouhani", ""),
        ("unresolved", "Reuters"),
        ("Reuters and NBC", "Reuters"),
        ("police in Baytown, Texas", "police"),
        ("Coast Guard spokesperson", "Coast Guard"),
        ("Coast Guard", "Coast Guard spokesperson"),
    ],
)
def test_a_speaker_is_wrong_by_part_of_another_name_or_none(gold, proposed):
    assert not FIELD.same_entity(gold, proposed)


def test_without_the_data_the_evaluation_says_so_and_ends():
    command = [sys.executable, BENCH / "eval_field.py", "--data", BENCH / "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
