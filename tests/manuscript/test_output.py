import json

import pytest

from witnessmark.manuscript.check import check
from witnessmark.manuscript.output import as_json, as_sarif, as_text
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.waivers import make_waiver


@pytest.fixture
def outcome(evidence):
    return check(parse("Police burned the school.\n\nThe hall was cold [@S7]. TODO\n"), evidence)


def test_text_has_one_line_a_problem_with_place_code_got_and_expected(outcome):
    lines = as_text(outcome, name="report.md").splitlines()
    assert lines[0].startswith(
        "report.md:1:1: WM101 unsupported-sentence (blocks): a factual sentence without support; got "
    )
    assert "; expected " in lines[0]


def test_text_of_a_clean_run_says_nothing_found_and_never_verified(clean, evidence, protected):
    text = as_text(check(parse(clean), evidence, protected=protected))
    assert "nothing found" in text
    assert "verified" not in text


def test_text_says_what_was_not_looked_at(clean, evidence):
    assert "2 places could not be looked at: they are unchecked, not passed" in as_text(check(parse(clean), evidence))


def test_text_shows_no_character_that_reorders_a_terminal(evidence):
    text = as_text(check(parse("A \u202ename[name] of \x1b[31m [@S404].\n"), evidence))
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_json_holds_counts_problems_and_what_ran(outcome):
    document = json.loads(as_json(outcome, name="report.md"))
    assert document["counts"]["B"] == len([one for one in document["problems"] if one["severity"] == "B"])
    assert set(document["ran"]) >= {"WM101", "WM911"}
    assert document["result"] == "problems"


def test_sarif_has_the_members_that_its_schema_requires(outcome, evidence):
    """SARIF 2.1.0 §3.13, §3.14, §3.19, §3.27, §3.28, §3.30, by hand: the schema itself is not fetched in tests."""
    error = next(one for one in outcome.problems if one.severity == "E")
    document = json.loads(as_sarif(outcome, name="my report.md", version="0.1.0"))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    (run,) = document["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Witnessmark"
    assert run["columnKind"] == "unicodeCodePoints"
    for rule in driver["rules"]:
        assert rule["id"]
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
    assert len(run["results"]) == len(outcome.problems) + len(outcome.unchecked)
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["kind"] in {"fail", "review"}
        assert (result["level"] == "none") == (result["kind"] != "fail")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "my%20report.md"
        region = place["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert region["startColumn"] >= 1
        assert region["endLine"] > region["startLine"] or region["endColumn"] >= region["startColumn"]
    assert error.code in {result["ruleId"] for result in run["results"]}


def test_sarif_shows_a_waived_problem_as_suppressed(evidence):
    import msgspec

    source = "Police brought 17 people into the hall on 3 May 2031 [@S7]."
    (problem,) = check(parse(source), evidence, codes=["WM201"]).problems
    waiver = make_waiver(problem, id="W1", by="R", at="2031-06-20T09:00Z", reason="because")
    outcome = check(parse(source), msgspec.structs.replace(evidence, waivers=(waiver,)), codes=["WM201"])
    (result,) = json.loads(as_sarif(outcome, name="r.md", version="1"))["runs"][0]["results"]
    assert result["suppressions"][0]["status"] == "accepted"
    assert "because" in result["suppressions"][0]["justification"]
