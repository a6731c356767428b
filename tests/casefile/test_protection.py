"""What protected sources give is sealed: nothing of it stands readable in the case folder, and a destroyed key ends it."""

import pytest

from witnessmark.casefile.errors import ErasedError

SECRET = "My name is Halide Testova and they came at night."
PROTECT = {
    "verdict": "protect", "object": "O1", "value": {"names": ["Halide Testova", "Халиде Тестова"], "details": ["baker"]},
}  # fmt: skip
SOURCE = {"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "Witness 1", "protected": True}}
CONFIRM = {
    "verdict": "confirm", "object": "S1", "reason": "Halide Testova told it herself",
    "value": {"item": "E1", "quote": "they came at night", "speaker": "O1", "kind": "direct"},
}  # fmt: skip


def everything_in(folder):
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_nothing_of_a_protected_source_stands_readable_in_the_case_folder(session, judge, add_item):
    add_item(SECRET, protected_source="O1", name="Halide Testova.txt")
    judge(SOURCE, PROTECT, CONFIRM)
    from django.db import connection

    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = everything_in(session.folder.root)
    for words in ("Testova", "Тестова", "baker", "came at night"):
        assert words.encode() not in held, words


def test_no_bare_digest_of_a_protected_original_is_kept(session, judge, add_item):
    import hashlib

    add_item(SECRET, protected_source="O1")
    digest = hashlib.sha256(SECRET.encode())
    held = everything_in(session.folder.root)
    assert digest.hexdigest().encode() not in held
    assert digest.digest() not in held


def test_the_office_itself_can_read_it(session, judge, add_item):
    add_item(SECRET, protected_source="O1")
    judge(SOURCE, PROTECT, CONFIRM)
    from witnessmark.casefile.services.snapshot_read import protected_identities, snapshot

    evidence = snapshot(session)
    assert evidence.texts[0].content == SECRET
    assert evidence.statements[0].passage.quote == "they came at night"
    assert protected_identities(session).persons[0].names == ("Halide Testova", "Халиде Тестова")


def test_the_same_protected_bytes_are_one_item(session, add_item):
    first = add_item(SECRET, protected_source="O1")
    second = add_item(SECRET, protected_source="O1", collected_at="2031-06-01T12:00:00+03:00")
    assert first.pk == second.pk
    assert second.collections.count() == 2


def test_the_snapshot_never_holds_an_identity(session, judge, add_item):
    add_item("something else", protected_source="O1")
    judge(SOURCE, PROTECT)
    from witnessmark.casefile.services.snapshot_read import snapshot
    from witnessmark.evidence.snapshot import to_json

    assert b"Testova" not in to_json(snapshot(session))


def test_destroying_the_key_is_erasure(session, judge, add_item):
    add_item(SECRET, protected_source="O1")
    judge(SOURCE, PROTECT, CONFIRM)
    from witnessmark.casefile.flows.erase import erase_source
    from witnessmark.casefile.records import Text
    from witnessmark.casefile.services.snapshot_read import protected_identities, snapshot
    from witnessmark.casefile.services.text_read import text_value

    erase_source(session, "O1", "consent withdrawn")
    with pytest.raises(ErasedError, match="erased"):
        text_value(session, Text.objects.get())
    evidence = snapshot(session)
    assert evidence.texts[0].content == ""
    assert evidence.texts[0].withheld.startswith("erased")
    assert evidence.statements[0].withheld.startswith("erased")
    assert protected_identities(session).persons == ()


def test_a_protected_item_cannot_be_made_public(session, judge, add_item):
    from witnessmark.casefile.errors import JudgementError

    add_item(SECRET, protected_source="O1")
    with pytest.raises(JudgementError, match="protected"):
        judge({"verdict": "disclose", "object": "E1", "value": {"disclosure": "public"}})
