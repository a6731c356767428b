"""An edit of one block is checked at once, and shows there what the check of the whole manuscript shows."""

import random
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = 4_2037
EDITS = 40


@pytest.fixture(scope="module")
def crossing(tmp_path_factory):
    sys.path.insert(0, str(ROOT / "bench" / "faults"))
    from cases import build

    return build(ROOT / "bench" / "faults" / "cases" / "crossing", tmp_path_factory.mktemp("crossing"))


def checked(case, source):
    from witnessmark.manuscript.parse import parse
    from witnessmark.manuscript.recheck import check_whole

    return check_whole(parse(source, name="report.md"), case.evidence, protected=case.protected)


def edits(source, seed):
    """Yield (what was done, source with one paragraph edited)."""
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    lines = source.split("\n")
    places = [i for i, line in enumerate(lines) if re.match(r"[A-Z“]", line) and len(line.split()) > 12]
    for _ in range(EDITS):
        at = chance.choice(places)
        words = lines[at].split(" ")
        word = chance.randrange(1, len(words))
        done = chance.choice(["drop", "not", "double", "digit", "cut", "sentence", "split"])
        if done == "drop":
            new = " ".join(words[:word] + words[word + 1 :])
        elif done == "not":
            new = " ".join([*words[:word], "not", *words[word:]])
        elif done == "double":
            new = f"{lines[at]} {lines[at]}"
        elif done == "digit":
            new = re.sub(r"\d", "7", lines[at], count=1)
        elif done == "cut":
            new = " ".join(words[:word])
        elif done == "sentence":
            new = f"{lines[at]} Soldiers killed four people on 3 May 2031."
        else:
            new = " ".join(words[:word]) + "\n\n" + " ".join(words[word:])
        if new != lines[at]:
            yield f"{done} in line {at + 1}", "\n".join([*lines[:at], new, *lines[at + 1 :]])


def shown(problems):
    return sorted(
        (one.code, one.line, one.column, one.end_column, one.message, one.got, one.paragraph) for one in problems
    )


def test_what_an_edit_shows_is_what_the_whole_shows_there(crossing):
    from witnessmark.manuscript.checks import CHECKS
    from witnessmark.manuscript.recheck import recheck

    source = crossing.manuscripts["crossing"]
    before = checked(crossing, source)
    seen = found = 0
    for what, edited in edits(source, SEED):
        now = recheck(before, edited)
        if now is None:
            continue
        seen += 1
        whole = [
            one
            for one in checked(crossing, edited).outcome.problems
            if CHECKS[one.code].scope != "document" and now.first_line <= one.line <= now.last_line
        ]
        assert shown(now.problems) == shown(whole), what
        found += len(whole)
    assert seen >= EDITS // 2
    assert found >= EDITS // 4


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("\n# ", "\n## "), ("\n::: ", "\n:::: "), ("---\n", "---\nsubtitle: Another\n")],
)
def test_an_edit_of_headings_divs_and_front_matter_is_left_to_the_whole_check(crossing, was, becomes):
    from witnessmark.manuscript.recheck import recheck

    source = crossing.manuscripts["crossing"]
    assert was in source
    assert recheck(checked(crossing, source), source.replace(was, becomes, 1)) is None


def test_nothing_is_read_again_where_nothing_changed(crossing):
    from witnessmark.manuscript.recheck import recheck

    source = crossing.manuscripts["crossing"]
    assert recheck(checked(crossing, source), source) is None
