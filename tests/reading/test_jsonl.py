"""The JSON form of a reading, judged by an independent validator against the published schema."""

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from witnessmark.reading.jsonl import schema, to_record
from witnessmark.reading.reader import read_bytes

TEXT = (
    "Advertisement\r\n\r\nThe talks went on in the old town hall for most of the day, and nobody was let in.\r\n\r\n"
    "“At least 40 people were there on 3 May 2031,” Maria Lopez told reporters.\r\n"
)
#: What the people who use this form rely on: keys of a line, and of each thing in it.
PROMISED = {
    "": "path language lines statements dates quantities",
    "lines": "label reason span",
    "statements": "content source cue kind speaker polarity hedges date",
}


def record(text=TEXT, **options):
    return json.loads(
        json.dumps(to_record(read_bytes(text.encode(), media_type="text/plain"), path="page.txt", **options))
    )


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("text", [TEXT, "", "\n", "“A”, said B.", "他说：“门关了。”", "\0"])
def test_a_record_fits_the_schema(text):
    Draft202012Validator(schema()).validate(record(text))


def test_every_promised_key_is_in_the_schema_and_in_the_record():
    made = record()
    for part, keys in PROMISED.items():
        named = schema()["properties"][part]["items"]["properties"] if part else schema()["properties"]
        for key in keys.split():
            assert key in named
            assert key in (made[part][0] if part else made)


@pytest.mark.parametrize(
    "change", [{"statements": None}, {"more": 1}, {"lines": [{"label": "story"}]}, {"confirmed": True}, {"error": "x"}]
)
def test_what_is_not_of_this_form_does_not_fit(change):
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(record() | change)


def test_a_failure_fits_the_schema_and_nothing_else_may_stand_in_it():
    failure = {"path": "a.zip", "error": "UnsupportedTypeError", "what": "there is no reader", "do": "keep it"}
    Draft202012Validator(schema()).validate(failure)
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(failure | {"statements": []})


def test_spans_are_code_points_into_the_decoded_input_line_ends_and_all():
    made = record("\U0001f6d1 " + TEXT)
    text = "\U0001f6d1 " + TEXT
    start, end = made["statements"][0]["source"][0]
    assert text[start:end] == "Maria Lopez"
    assert [text[slice(*each["span"])] for each in made["lines"] if each["label"] == "advertisement"] == [
        "\U0001f6d1 Advertisement"
    ]
    assert made["text"]["characters"] == len(text)


def test_the_text_itself_is_in_the_record_only_where_asked_for():
    assert record()["text"]["content"] is None
    assert record(whole=True)["text"]["content"] == TEXT
