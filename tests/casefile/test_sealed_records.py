"""What stands beside a protected source in the database tells nothing either: digests, consents, reasons, history."""

import hashlib
import json
import sqlite3

SOURCE = {
    "verdict": "describe", "object": "O1", "reason": "she was in the centre herself",
    "value": {"kind": "person", "name": "Witness 1", "protected": True, "reason": "spoke against her own interest"},
}  # fmt: skip
CONSENT = {
    "verdict": "consent", "object": "O1",
    "value": {"purpose": "internal", "decision": "given", "condition": "never the day of her release"},
}  # fmt: skip
PROTECT = {"verdict": "protect", "object": "O1", "value": {"names": ["Halide Testova"], "details": ["baker"]}}


def rows(session, table):
    with sqlite3.connect(session.folder.database) as direct:
        direct.row_factory = sqlite3.Row
        found = [dict(row) for row in direct.execute(f"SELECT * FROM {table}")]  # noqa: S608 - a name of ours
    direct.close()
    return found


def test_a_guessed_name_cannot_be_confirmed_by_hashing_the_judgement(session, judge):
    judge(SOURCE, PROTECT)
    guess = {"author": "a. officer", "time": "2031-06-02T10:00:00+03:00", "reason": "as the record shows"} | PROTECT
    held = json.dumps(rows(session, "casefile_judgement") + rows(session, "casefile_opening"), default=bytes.hex)
    for form in (guess, guess | {"key": ""}):
        plain = json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        assert hashlib.sha256(plain).hexdigest() not in held


def test_consents_and_reasons_of_a_protected_source_are_sealed(session, judge):
    judge(
        SOURCE,
        CONSENT,
        {"verdict": "grade", "object": "O1", "reason": "no one else knows this", "value": {"reliability": "B"}},
    )
    held = b"".join(path.read_bytes() for path in session.folder.root.rglob("*") if path.is_file())
    for words in (b"day of her release", b"own interest", b"no one else knows", b"in the centre herself"):
        assert words not in held


def test_the_office_still_reads_them(session, judge):
    judge(SOURCE, CONSENT)
    from witnessmark.casefile.services.snapshot_read import snapshot

    source = snapshot(session).sources[0]
    assert source.consents[0].condition == "never the day of her release"
    assert source.reason == "spoke against her own interest"


def test_protecting_a_source_later_seals_what_stood_open(session, judge):
    judge({**SOURCE, "value": SOURCE["value"] | {"protected": False}}, PROTECT)
    row = rows(session, "casefile_source")[0]
    assert (row["protected"], row["reason"]) == (1, "")


def test_the_same_judgements_are_still_known(session, judge):
    judge(SOURCE, CONSENT, PROTECT)
    again = judge(SOURCE, CONSENT, PROTECT)
    assert (again.new, again.known) == (0, 3)


def test_a_file_that_names_a_protected_person_is_refused_unless_sealed(session, judge, tmp_path):
    import pytest

    from witnessmark.casefile.errors import ExposureError
    from witnessmark.casefile.flows.captures_list import Wanted
    from witnessmark.casefile.flows.intake import capture_one

    judge(SOURCE, PROTECT)
    reply = tmp_path / "reply.txt"
    reply.write_text("The woman called HALIDE TESTOVA was never detained.")
    with pytest.raises(ExposureError, match="O1"):
        capture_one(session, Wanted(path=str(reply)))
    assert session.store.sha256s() == []
    captured = capture_one(session, Wanted(path=str(reply), protected=True))
    assert captured.new_item
    held = b"".join(path.read_bytes() for path in session.folder.root.rglob("*") if path.is_file())
    assert b"TESTOVA" not in held


def test_an_attachment_that_names_a_protected_person_keeps_the_whole_mail_out(session, judge, tmp_path):
    import pytest

    from witnessmark.casefile.errors import ExposureError
    from witnessmark.casefile.flows.captures_list import Wanted
    from witnessmark.casefile.flows.intake import capture_one

    judge(SOURCE, PROTECT)
    mail = tmp_path / "m.eml"
    mail.write_text(
        "From: a@example.org\nTo: b@example.org\nSubject: List\nDate: Mon, 2 Jun 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nThe list is attached.\n'
        '--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="l.txt"\n\nHalide Testova\n--x--\n'
    )
    with pytest.raises(ExposureError):
        capture_one(session, Wanted(path=str(mail)))
    assert session.store.sha256s() == []


def test_the_doctor_tells_where_a_protected_name_stands_in_clear(session, judge, add_item):
    add_item("The report mentions Halide Testova by name.")
    judge(SOURCE, PROTECT)
    from witnessmark.casefile.services.exposure_read import exposures

    assert list(exposures(session)) == [("E1", "O1")]
