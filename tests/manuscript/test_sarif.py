"""Outcomes as SARIF, held against the schema of the standard (OASIS, 2.1.0) as a package of others carries it."""

import hashlib
import json
import shutil
import subprocess
import tarfile

import jsonschema
import msgspec
import pytest

from witnessmark.evidence.findings import Waiver
from witnessmark.manuscript.check import check
from witnessmark.manuscript.companions import Companion, Part
from witnessmark.manuscript.output import as_sarif
from witnessmark.manuscript.parse import parse

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"
SHA256 = "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"
BODY = (
    "# Facts\n\nGuards killed 19 people on Monday, 3 May 2031 [@S1; @S404]. “We were told” [@S2]. TODO \u202e\n\n"
    "::: {.finding ref=F2 level=violation}\nIt was genocide.\n"
)


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    if shutil.which("npm") is None:
        pytest.skip("npm is not on this machine: the schema of SARIF cannot be fetched")
    folder = tmp_path_factory.mktemp("sarif")
    done = subprocess.run(
        ["npm", "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, text=True, timeout=180, check=False
    )
    found = list(folder.glob("*.tgz"))
    if not found:
        pytest.skip(f"the registry did not give {PACKAGE}: {done.stderr[-200:]}")
    with tarfile.open(found[0]) as archive:
        data = archive.extractfile(MEMBER).read()
    assert hashlib.sha256(data).hexdigest() == SHA256
    return json.loads(data)


def held(schema, outcome):
    log = json.loads(as_sarif(outcome, name="report.md", version="1"))
    jsonschema.Draft7Validator(schema | {"$schema": "http://json-schema.org/draft-07/schema#"}).validate(log)
    return log["runs"][0]


def test_a_run_with_every_kind_of_problem_is_valid(schema, evidence, protected):
    companions = (
        Companion(name="a b.pdf", kind="annex", parts=(Part(place="p. 1", text="x", hidden=True),), unread="broken"),
    )
    outcome = check(parse(BODY, name="report.md"), evidence, protected=protected, companions=companions)
    run = held(schema, outcome)
    assert {one["ruleId"] for one in run["results"]} >= {"WM102", "WM304", "WM608", "WM802", "WM907", "WM910", "WM911"}
    assert {one["level"] for one in run["results"]} <= {"error", "warning", "note", "none"}


def test_clean_unchecked_and_waived_runs_are_valid(schema, clean, evidence):
    assert held(schema, check(parse(clean), evidence))["results"]
    single = parse("The men were held for nine days. [@S6]\n")
    problem = next(one for one in check(single, evidence).problems if one.code == "WM201")
    waiver = Waiver(
        id="WV1",
        code="WM201",
        sentence_sha256=problem.sentence_sha256,
        evidence_sha256=problem.evidence_sha256,
        by="R",
        at="2031",
        reason="why",
    )
    assert held(schema, check(single, msgspec.structs.replace(evidence, waivers=(waiver,))))


def test_what_is_no_sarif_is_refused(schema, evidence):
    log = json.loads(as_sarif(check(parse(BODY), evidence), name="report.md", version="1"))
    log["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema | {"$schema": "http://json-schema.org/draft-07/schema#"}).validate(log)
