"""The vocabulary: ids, the snapshot's JSON form, identities that refuse to be written down."""

import copy
import json
import pickle

import msgspec
import pytest

from witnessmark.evidence.errors import InvalidValueError, WitnessmarkError
from witnessmark.evidence.ids import PREFIXES, kind_of, make_id, parse_id
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence, Investigation, from_json, to_json
from witnessmark.evidence.sources import Source
from witnessmark.evidence.statements import Allegation


def test_every_prefix_names_one_kind():
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    for kind in PREFIXES:
        assert parse_id(make_id(kind, 12)) == (kind, 12)


@pytest.mark.parametrize("text", ["", "E", "E0", "E01", "e1", "E-1", "E1 ", "E١", "ZZ1", "E1234567890", "1E"])
def test_what_is_not_an_id_is_refused(text):
    with pytest.raises(InvalidValueError, match="not an id"):
        kind_of(text)


def test_a_snapshot_comes_back_as_it_was():
    evidence = Evidence(
        investigation=Investigation(name="Trial", exercise=True),
        sources=(Source(id="O1", kind="person", name="ئاينىسا"),),
        allegations=(Allegation(id="A1", text="x", against=("O1",)),),
    )
    assert from_json(to_json(evidence)) == evidence
    assert evidence.index["O1"].name == "ئاينىسا"


def test_the_json_form_names_its_format_first():
    plain = json.loads(to_json(Evidence(investigation=Investigation(name="x"))))
    assert next(iter(plain)) == "format"
    assert plain["format"] == "witnessmark-evidence/1"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"investigation": 3}', b'{"format": "x/1", "investigation": {"name": "x"}}', b"\xff"]
)
def test_what_is_not_a_snapshot_is_refused(data):
    with pytest.raises(InvalidValueError):
        from_json(data)


def test_a_protected_identity_refuses_every_way_to_be_written_down():
    person = ProtectedPerson(source="O1", names=("Real Name",))
    for value in (person, Protected((person,))):
        assert "Real Name" not in repr(value) + str(value)
        for write in (pickle.dumps, copy.copy, copy.deepcopy, msgspec.json.encode, json.dumps, msgspec.to_builtins):
            with pytest.raises((TypeError, NotImplementedError)):
                write(value)


def test_an_error_says_what_where_got_expected_and_what_to_do():
    error = WitnessmarkError("the file is empty", where="a.txt", got="0 bytes", expected="some", do="Get it again")
    assert str(error) == "the file is empty (a.txt); got 0 bytes; expected some. Get it again"
    assert WitnessmarkError("x").as_dict() == {"error": "WitnessmarkError", "what": "x"}
