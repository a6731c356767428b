import re
import runpy
from pathlib import Path

import pytest

from witnessmark.manuscript.checks import CHECKS
from witnessmark.manuscript.errors import UnknownCheckError
from witnessmark.manuscript.explain import explain, find_check

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMED = {
    "WM101": "unsupported-sentence", "WM102": "support-does-not-contain", "WM103": "quote-not-verbatim",
    "WM104": "quote-truncates-qualifier", "WM105": "number-differs", "WM106": "number-inconsistent", "WM107": "arithmetic",
    "WM108": "capture-empty", "WM201": "single-source", "WM205": "hearsay-only", "WM304": "crime-word-unlicensed",
    "WM503": "no-reply-offered", "WM601": "identity-leak", "WM603": "consent-exceeded", "WM907": "placeholder",
    "WM110": "secondary-cited", "WM202": "circular-reporting", "WM203": "wire-copy-counted", "WM204": "unknown-origin",
    "WM206": "interested-only", "WM207": "leaked-alone", "WM208": "pattern-only", "WM501": "contrary-unmentioned",
    "WM502": "conflict-unresolved", "WM504": "window-too-short", "WM506": "reply-not-carried", "WM507": "correction-not-made",
    "WM508": "exculpatory-absent", "WM510": "reply-misdated",
    "WM301": "wording-stronger-than-evidence", "WM302": "wording-weaker-than-evidence", "WM303": "standard-mixed-or-undeclared",
    "WM305": "element-missing", "WM308": "guilt-language", "WM309": "medical-overstated", "WM311": "loaded-language",
    "WM312": "inference-among-facts", "WM604": "relatives-at-risk-unassessed", "WM605": "sexual-violence-detail",
    "WM606": "child-identified", "WM607": "location-too-precise", "WM608": "hidden-content", "WM609": "method-leak",
    "WM610": "perpetrator-named", "WM701": "hash-mismatch", "WM702": "custody-gap", "WM704": "altered-media-unlabelled",
    "WM705": "unverified-translation", "WM706": "machine-text-unsupported",
    "WM801": "impossible-order", "WM802": "weekday-differs", "WM803": "zone", "WM804": "name-variants", "WM805": "place-ambiguous",
    "WM806": "portrait-unmatched", "WM901": "methodology-incomplete", "WM902": "limits-missing",
    "WM903": "recommendation-without-ground", "WM904": "summary-stronger", "WM905": "changed-after-signoff",
    "WM109": "pinpoint-missing", "WM111": "evidence-older", "WM306": "treaty-not-binding", "WM307": "instrument-later",
    "WM310": "authenticity-ungraded", "WM401": "bare-estimate", "WM402": "range-collapsed", "WM403": "claim-as-count",
    "WM404": "sample-as-population", "WM405": "double-count", "WM406": "trend-without-coverage", "WM407": "stale-number",
    "WM505": "allegation-not-put", "WM509": "one-sided-sampling", "WM602": "jigsaw", "WM703": "capture-minimum-missing",
    "WM906": "frozen-changed", "WM910": "syntax", "WM911": "unknown-reference",
}  # fmt: skip
ERRORS = {
    "WM306",
    "WM310",
    "WM401",
    "WM402",
    "WM404",
    "WM405",
    "WM703",
    "WM110",
    "WM203",
    "WM204",
    "WM206",
    "WM207",
    "WM502",
    "WM504",
    "WM507",
    "WM510",
    "WM104",
    "WM108",
    "WM201",
    "WM205",
    "WM806",
    "WM902",
    "WM903",
    "WM305",
    "WM309",
    "WM605",
    "WM607",
    "WM610",
    "WM702",
    "WM704",
}
WARNINGS = {
    "WM109",
    "WM111",
    "WM307",
    "WM406",
    "WM407",
    "WM509",
    "WM208",
    "WM508",
    "WM302",
    "WM311",
    "WM312",
    "WM609",
    "WM705",
    "WM804",
    "WM805",
}


def test_codes_names_and_severities_are_stable():
    assert {code: check.name for code, check in CHECKS.items()} == NAMED
    assert {code for code, check in CHECKS.items() if check.severity == "E"} == ERRORS
    assert {code for code, check in CHECKS.items() if check.severity == "W"} == WARNINGS


@pytest.mark.parametrize("code", NAMED)
def test_every_check_has_a_firing_and_a_silent_test(code):
    tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("test_*.py")))
    for word in ("fires", "is_silent"):
        assert re.search(rf"^def test_{code.lower()}_{word}", tests, re.MULTILINE), f"{code} has no test that it {word}"


@pytest.mark.parametrize("code", NAMED)
def test_every_check_explains_itself_with_the_source_of_its_rule(code):
    text = explain(code)
    assert text.startswith(f"{code} {NAMED[code]}: ")
    assert "Rule: " in text
    assert "What to do: " in text
    assert CHECKS[code].rule


def test_a_check_is_found_by_name_and_in_any_case():
    assert find_check("wm101") is find_check("Unsupported-Sentence")


def test_an_unknown_code_is_refused_with_the_known_ones():
    with pytest.raises(UnknownCheckError, match="WM101 unsupported-sentence"):
        explain("WM999")


def test_the_page_of_checks_is_up_to_date():
    script = runpy.run_path(str(ROOT / "tools" / "make_checks_doc.py"))
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == script["page"]()
