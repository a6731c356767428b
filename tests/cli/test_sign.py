"""Line sign-offs, as a second person gives them, and what undoes them."""

import json

import pytest

SOURCE = "Police detained 17 people at Tarn quarry on 3 May 2031, a guard said.\n"
JUDGEMENTS = [
    {"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "A guard", "reliability": "B"}},
    {"verdict": "confirm", "object": "S1", "value": {
        "item": "E1", "quote": "Police detained 17 people at Tarn quarry on 3 May 2031", "speaker": "O1", "distance": 1}},
]  # fmt: skip
REPORT = "# What happened\n\nA guard said that police detained 17 people at Tarn quarry on 3 May 2031. [@S1]\n"


@pytest.fixture
def case(wm, template, tmp_path):
    import shutil

    shutil.copytree(template / "case", tmp_path / "case")
    shutil.copytree(template / "keys", tmp_path / "keys")
    (tmp_path / "news.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    lines = [one | {"author": "l. a", "time": "2031-06-02T10:00:00+02:00", "reason": "read"} for one in JUDGEMENTS]
    (tmp_path / "j.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")

    def run(*words):
        return wm("--case", tmp_path / "case", "--as", "p. lind", *words)

    for words in (("capture", tmp_path / "news.txt"), ("judge", tmp_path / "j.jsonl")):
        done = run(*words)
        assert done.code == 0, done.err
    return run


def codes(done):
    return [one["code"] for one in done.data["problems"]]


def test_a_signed_sentence_stands_until_a_word_of_it_changes(case, tmp_path):
    signed = case("sign", "--manuscript", tmp_path / "report.md", "--all")
    assert signed.code == 0, signed.err
    assert "1 sentences signed by p. lind" in signed.out
    again = case("sign", "--manuscript", tmp_path / "report.md", "--all")
    assert "nothing new" in again.out
    assert "WM905" not in codes(case("--json", "check", tmp_path / "report.md"))
    (tmp_path / "report.md").write_text(REPORT.replace("17", "16"), encoding="utf-8")
    assert "WM905" in codes(case("--json", "check", tmp_path / "report.md"))


def test_evidence_that_is_graded_anew_undoes_the_signature(case, tmp_path):
    case("sign", "--manuscript", tmp_path / "report.md", "--words", "17 people")
    line = {"author": "l. a", "time": "2031-06-03T10:00:00+02:00", "verdict": "grade", "object": "S1", "reason": "doubtful",
            "value": {"credibility": "4"}}  # fmt: skip
    (tmp_path / "j2.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert case("judge", tmp_path / "j2.jsonl").code == 0
    assert "WM905" in codes(case("--json", "check", tmp_path / "report.md"))


def test_a_query_needs_a_reason_and_blocks(case, tmp_path):
    bare = case("sign", "--manuscript", tmp_path / "report.md", "--all", "--verdict", "queried")
    assert bare.code != 0
    assert "reason" in bare.err
    case("sign", "--manuscript", tmp_path / "report.md", "--all", "--verdict", "queried", "--reason", "which gate?")
    problems = case("--json", "check", tmp_path / "report.md").data["problems"]
    assert [one["got"] for one in problems if one["code"] == "WM905"] == ["p. lind: which gate?"]


def test_sentences_that_are_not_there_are_refused(case, tmp_path):
    done = case("sign", "--manuscript", tmp_path / "report.md", "--words", "nothing of the kind")
    assert done.code != 0
    assert "no such sentence" in done.err
