import json
import re

import pytest

from witnessmark.manuscript.parse import parse

QUOTED = re.compile(r"“([^”]+)”(?:\.?) \[([^\]]+)\]")
SPAN = re.compile(r"\[([^\]@]*)\]\{[^}]*\}")


@pytest.fixture(scope="module")
def manuscript(demo):
    return (demo / "manuscript.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def quotes(judgements):
    return {line["object"]: line["value"]["quote"] for line in judgements if line["verdict"] == "confirm"}


@pytest.fixture(scope="module")
def protected_names(judgements):
    return [name for line in judgements if line["verdict"] == "protect" for name in line["value"]["names"]]


def test_every_quotation_before_a_citation_stands_in_the_cited_statement(manuscript, quotes):
    found = QUOTED.findall(SPAN.sub(r"\1", manuscript))
    assert len(found) > 30
    wrong = []
    for words, cited in found:
        sources = [quotes[name] for name in re.findall(r"@(S\d+)", cited)]
        if sources and not any(_alike(words, source) for source in sources):
            wrong.append(words)
    assert wrong == []


def _alike(words, source):
    """Whether the words stand in the source, the first letter's case and a full stop inside the marks apart."""
    stripped = words.rstrip(".")
    return stripped in source or stripped[:1].upper() + stripped[1:] in source


def test_everything_cited_exists(manuscript, judgements, item_files):
    known = {line["object"] for line in judgements} | set(item_files)
    assert set(re.findall(r"@([A-Z]{1,2}\d+)", manuscript)) <= known
    assert set(re.findall(r"ref=([A-Z]+\d+)", manuscript)) <= known


def test_no_protected_name_stands_in_the_report_or_the_list_of_captures(demo, manuscript, protected_names):
    assert len(protected_names) > 6
    for text in (manuscript, (demo / "captures.jsonl").read_text(encoding="utf-8")):
        assert [name for name in protected_names if name in text] == []


def test_the_reply_names_the_protected_person_in_two_scripts(texts, protected_names):
    assert {name for name in protected_names if name in texts["E18", ""]} >= {"Aynisa Torghay", "Айниса Торгай"}


def test_the_internal_testimony_is_not_cited(manuscript, judgements):
    internal = {line["object"] for line in judgements if line["value"].get("item") == "E11"}
    assert internal
    assert not internal & set(re.findall(r"@(S\d+)", manuscript))
    assert "E11" not in manuscript


def test_reports_are_marked_as_invented(demo):
    for name in ("manuscript.md", "manuscript-flawed.md"):
        assert "TRAINING EXERCISE — invented" in (demo / name).read_text(encoding="utf-8").split("---")[1]


def test_the_flawed_draft_holds_the_words_of_each_expected_fault_and_one_fault_for_each_check(demo):
    draft = SPAN.sub(r"\1", (demo / "manuscript-flawed.md").read_text(encoding="utf-8"))
    expected = [json.loads(line) for line in (demo / "flawed.expected.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [fault for fault in expected if fault["words"] not in draft] == []
    assert len({fault["code"] for fault in expected}) == 17


def test_each_waiver_names_words_that_stand_once_in_the_report(demo, manuscript):
    waivers = [json.loads(line) for line in (demo / "waivers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert waivers
    assert all(manuscript.count(waiver["sentence_contains"]) == 1 for waiver in waivers)


def test_nothing_that_is_redacted_is_cited(manuscript, judgements, quotes):
    redacted = {
        line["value"]["quote"] for line in judgements if line["verdict"] == "redact" and "quote" in line["value"]
    }
    cited = {quotes[name] for name in re.findall(r"@(S\d+)", manuscript)}
    assert redacted
    assert [(one, words) for one in cited for words in redacted if one in words or words in one] == []


def test_the_report_has_about_forty_numbered_paragraphs_and_no_fault_of_syntax(manuscript):
    parsed = parse(manuscript)
    assert parsed.faults == ()
    assert 40 <= len(parsed.paragraphs) <= 50


def test_the_accepted_correction_names_the_paragraph_that_carries_it(manuscript, judgements):
    [change] = [line["value"]["change"] for line in judgements if line["value"].get("accepted")]
    number = int(re.search(r"paragraph (\d+)", change)[1])
    [block] = [block for block in parse(manuscript).paragraphs if block.number == number]
    assert "Varqent District" in block.text
