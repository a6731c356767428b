import datetime as dt

import msgspec
import pytest

from witnessmark.evidence import events, findings, ids, sources, statements
from witnessmark.evidence.judgements import Judgement

STRUCTS = {
    "source": sources.Source, "person": events.Person, "organisation": events.Organisation, "place": events.Place,
    "incident": events.Incident, "allegation": statements.Allegation, "quantity": statements.Quantity,
    "finding": findings.Finding, "recommendation": findings.Recommendation, "approach": findings.Approach,
    "reply_request": findings.ReplyRequest, "reply": findings.Reply,
}  # fmt: skip
MAKES = frozenset({"describe", "confirm", "request_reply", "reply"})


def test_every_line_is_a_judgement_with_author_and_a_time_with_offset(judgements):
    for line in judgements:
        judgement = msgspec.convert(line, Judgement, strict=True)
        assert judgement.author
        assert dt.datetime.fromisoformat(judgement.time).tzinfo


def test_times_never_run_backwards(judgements):
    times = [dt.datetime.fromisoformat(line["time"]) for line in judgements]
    assert times == sorted(times)


def test_every_decision_has_a_reason(judgements):
    assert [line for line in judgements if not line["reason"].strip()] == []


def test_every_id_exists_before_it_is_used(judgements, item_files):
    known = {*item_files, "E13"}
    for line in judgements:
        named = line["object"]
        if line["verdict"] in MAKES and not named.startswith("E"):
            assert named not in known, f"{named} is made twice"
            known.add(named)
        assert named in known, line
        assert {word for word in _ids(line["value"]) if ids.kind_of(word) in STRUCTS} <= known, line


def test_every_described_record_fits_the_vocabulary(judgements):
    for line in judgements:
        kind = ids.kind_of(line["object"])
        if line["verdict"] in MAKES and kind in STRUCTS:
            struct = STRUCTS[kind]
            assert set(line["value"]) <= set(struct.__struct_fields__)
            msgspec.convert({**line["value"], "id": line["object"]}, struct)


def test_every_confirmed_quotation_stands_verbatim_in_its_source(judgements, texts):
    missing = []
    for line in judgements:
        if line["verdict"] == "confirm":
            value = line["value"]
            text = texts[value["item"], value.get("text", "")]
            if text.count(value["quote"]) != (2 if "occurrence" in value else 1):
                missing.append((line["object"], value["quote"]))
    assert missing == []


@pytest.mark.parametrize("verdict", ["reject", "redact"])
def test_rejected_and_redacted_words_stand_in_their_item(judgements, texts, verdict):
    lines = [line for line in judgements if line["verdict"] == verdict and "quote" in line["value"]]
    assert lines
    for line in lines:
        assert any(line["value"]["quote"] in text for (item, _), text in texts.items() if item == line["object"])


def test_a_statement_is_never_confirmed_from_the_corrupted_copy(judgements):
    assert not [line for line in judgements if line["verdict"] == "confirm" and line["value"]["item"] == "E3"]


def test_findings_stand_on_both_ladders_and_list_what_speaks_against_them(judgements):
    found = {line["object"]: line["value"] for line in judgements if line["object"].startswith("F")}
    levels = [found[name]["level"] for name in ("F1", "F2", "F3", "F4")]
    assert levels == ["established", "credible", "indications", "may-constitute"]
    assert all(found[name]["against"] for name in ("F1", "F2", "F3", "F4"))


def test_one_comment_on_the_draft_was_accepted_and_one_rejected(judgements):
    assert [line["value"]["accepted"] for line in judgements if line["verdict"] == "correction"] == [True, False]


def _ids(value):
    if isinstance(value, dict):
        return {word for part in value.values() for word in _ids(part)} | {key for key in value if _is_id(key)}
    if isinstance(value, list):
        return {word for part in value for word in _ids(part)}
    return {value} if isinstance(value, str) and _is_id(value) else set()


def _is_id(word):
    return word[:1].isupper() and word[-1:].isdigit() and " " not in word and len(word) < 5 and word.isalnum()
