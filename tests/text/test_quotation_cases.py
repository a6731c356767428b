"""The hand-made cases: every lie is refused or flagged, every difference in presentation is accepted."""

import json
from collections import Counter
from pathlib import Path

import pytest

from witnessmark.text.quotation import match_quotation

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "quotations.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_case_gets_the_verdict_and_the_flags_that_a_person_gave_it(case):
    result = match_quotation(case["quotation"], case["source"], readable=case.get("readable", True))
    assert (result.verdict, sorted({flag.code for flag in result.flags})) == (case["verdict"], sorted(case["flags"]))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_place_is_what_the_source_reads_there(case):
    result = match_quotation(case["quotation"], case["source"], readable=case.get("readable", True))
    for place in result.places:
        assert case["source"][place.start : place.end] == place.quote
        assert all(place.start <= start < end <= place.end for start, end in place.parts)
    if result.suggestion:
        assert case["source"][result.suggestion.start : result.suggestion.end] == result.suggestion.quote


def test_the_set_covers_five_languages_and_is_large_enough(quotation_cases):
    languages = Counter(case["language"] for case in quotation_cases)
    assert set(languages) == {"en", "zh", "ar", "ug", "ru"}
    assert min(languages.values()) >= 15
    assert len(quotation_cases) >= 160
    assert len({case["id"] for case in quotation_cases}) == len(quotation_cases)
    assert all(case["why"] for case in quotation_cases)


def test_no_lie_of_the_set_passes(quotation_cases):
    """A pass is `found` without a flag; whatever a person marked otherwise must not be one."""
    accepted = [
        case["id"]
        for case in quotation_cases
        if (result := match_quotation(case["quotation"], case["source"], readable=case.get("readable", True))).verdict
        == "found"
        and not result.flags
        and (case["verdict"] != "found" or case["flags"])
    ]
    assert accepted == []
