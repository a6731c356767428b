"""JSON Lines records and the terminal: the same reading in two more forms."""

import io
import json

from rich.console import Console

from witnessmark.reading.jsonl import schema, to_record
from witnessmark.reading.reader import read_bytes
from witnessmark.reading.terminal import show, show_copies

TEXT = (
    "Advertisement\n\nThe talks went on in the old town hall for most of the day, and nobody was let in.\n\n"
    "“At least 40 people were there on 3 May 2031,” Maria Lopez told reporters. \x1b[31m\u202e\n"
)


def reading():
    return read_bytes(TEXT.encode(), media_type="text/plain", name="page.txt")


def fits(value, rule, whole):
    """A small check of what the schema uses: types, required and extra keys, const, enum, arrays."""
    rule = whole["$defs"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
    if "const" in rule:
        assert value == rule["const"]
    if "enum" in rule:
        assert value in rule["enum"]
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "boolean": bool,
        "number": (int, float),
        "null": type(None),
    }
    if "type" in rule:
        named = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
        assert any(isinstance(value, kinds[name]) for name in named), (value, rule)
    for key in rule.get("required", ()):
        assert key in value
    if "properties" in rule:
        if rule.get("additionalProperties") is False:
            assert set(value) <= set(rule["properties"])
        for key, inner in rule["properties"].items():
            fits(value[key], inner, whole)
    if isinstance(value, list) and "items" in rule:
        for each in value:
            fits(each, rule["items"], whole)


def test_the_record_fits_the_published_schema():
    record = json.loads(json.dumps(to_record(reading(), path="page.txt")))
    fits(record, schema(), schema())
    assert record["statements"]


def test_spans_are_code_points_into_the_decoded_input():
    record = to_record(reading(), path="page.txt")
    start, end = record["statements"][0]["source"][0]
    assert TEXT[start:end] == "Maria Lopez"
    assert [TEXT[slice(*each["span"])] for each in record["lines"] if each["label"] == "advertisement"] == [
        "Advertisement"
    ]


def printed(function, *values):
    out = io.StringIO()
    function(*values, Console(file=out, width=120, force_terminal=False))
    return out.getvalue()


def test_the_terminal_shows_story_removed_lines_and_whose_number():
    text = printed(show, reading())
    assert "removed, advertisement" in text
    assert "Maria Lopez" in text
    assert "nobody has confirmed" in text


def test_the_terminal_is_not_steered_by_the_text():
    text = printed(show, reading())
    assert "\x1b[31m" not in text
    assert "\u202e" not in text
    assert "<U+202E>" in text


def test_the_terminal_says_that_nothing_was_copied():
    assert "Nothing suggests" in printed(show_copies, [reading()], ["page.txt"])
