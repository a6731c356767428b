"""Broken, hostile and odd input: bounded time and memory, a clear result, never a crash."""

import json
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from witnessmark.evidence.reading import Reading
from witnessmark.reading import read
from witnessmark.reading.errors import ReadingError
from witnessmark.reading.jsonl import schema, to_record
from witnessmark.reading.reader import MOST_READ, read_bytes

SAID = "The minister said that the road was open and would be closed again tomorrow, he added. "
#: Everything outside the first plane's letters too: one of each 257 code points, all planes.
PLANES = "".join(chr(code) for code in range(0x20, 0x110000, 257) if not 0xD800 <= code < 0xE000)
#: What a text may consist of, repeated: each has made some reader's time grow with the square of its length.
PIECES = {
    "sentences": SAID, "quotation marks": '"', "pairs of marks": "“a” ", "marks that only open": "“open and never closed\n\n",
    "apostrophes": "'a ", "said": "said ", "nested quotations": "he said she said “she said ‘he said’ ” ", "dates": "3 May 2031, ",
    "years": "2031 ", "weekdays": "Monday ", "numbers": "1,234 ", "digits": "1", "number words": "forty-two thousand ",
    "hedges": "at least about up to ", "all caps": "SHE SAID THE ROAD WAS CLOSED AND HE SAID NO ", "a run of capitals": "A",
    "hyphens": "A-", "one giant word": "a", "no punctuation": "she said the road was closed and he said no one told the police ",
    "newlines": "\n", "spaces": " ", "zero width": "\u200b", "joiners": "a\u200d", "combining": "a\u0301\u0301", "NUL": "\0",
    "controls": "\x00\x01\u202e", "both directions": "قال المتحدث said the man אמר \u202e", "a table": "a\t1\tb\n",
    "a poem": "O rose, thou art sick\nThe invisible worm\n\n", "brackets": "(", "commas": "a, ", "names": "Ann Lee, Bo Tan and Carl Young of the Office, ",
    "Chinese": "他说：“门关了。”", "Russian": "«Дверь закрыта», — сказал он. ", "all planes": PLANES, "addresses": "http://a.b/c?d=e&f ",
}  # fmt: skip
#: Of this many characters the time is taken, and of twice and four times as many.
LENGTH = 4_000


def seconds(text):
    """Return the processor time of a reading: the clock on the wall tells of the machine's other work too."""
    data = text.encode("utf-8", "surrogatepass")
    began = time.process_time()
    read_bytes(data, media_type="text/plain")
    return time.process_time() - began


def of_length(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_is_linear_in_length(piece):
    small, double, large = (min(seconds(of_length(piece, LENGTH * times)) for _ in range(2)) for times in (1, 2, 4))
    # Linear is 2 and 4; quadratic is 4 and 16. What a reading costs at least is noise.
    noise = 0.05
    assert double < 3 * small + noise
    assert large < 7 * small + noise


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>“a” said ", "<table><tr><td>", "<b><i>", "<!--", "&amp;", "<a href=x>a</a> "]
)
def test_markup_without_end_is_read_in_linear_time(piece):
    def took(times):
        data = of_length(piece, LENGTH * times).encode()
        began = time.process_time()
        read_bytes(b"<!doctype html><body>" + data, media_type="text/html")
        return time.process_time() - began

    assert min(took(4) for _ in range(2)) < 7 * min(took(1) for _ in range(2)) + 0.1


@pytest.mark.slow
def test_fifty_megabytes_of_one_line_are_read_to_the_cap_and_the_rest_is_marked_unread():
    text = of_length("word ", 50_000_000)
    tracemalloc.start()
    reading = read_bytes(text.encode(), media_type="text/plain", name="line.txt")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reading.text.content == text
    assert [(line.start, line.end) for line in reading.lines if line.label == "unread"] == [(MOST_READ, len(text))]
    assert max(line.end for line in reading.lines if line.label != "unread") <= MOST_READ
    assert any("1,000,000" in words for words in reading.unsupported)
    assert peak < 10 * len(text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bytes(range(256)) * 200, "no text"),
        (b"", "empty"),
        (b"\n\r\n \t\n", "empty"),
        (b"\x00\xff\x17" * 999, "no text"),
    ],
)
def test_what_is_no_text_is_told(data, reason):
    assert read_bytes(data, media_type="text/plain").suspect.startswith(reason)


@pytest.mark.parametrize("data", [b"Plain words.", ("Ünïcödé wörds " * 20 + "\x00 and one NUL.").encode(), "他说门关了。".encode("gb18030") * 9])  # fmt: skip
def test_text_with_a_stray_fault_is_not_suspect(data):
    assert read_bytes(data, media_type="text/plain").suspect == ""


def test_half_surrogates_come_through_to_the_record():
    reading = read("“The gate \ud83d is shut,” Maria Lopez said. \udcff")
    assert reading.statements[0].speaker == "Maria Lopez"
    valid(reading)


@pytest.mark.parametrize(
    "number", ["9" * 5_000, "1e999", "9" * 400 + " million", "-" + "0." + "0" * 400 + "1", "1,000" * 200, "½" * 50]
)
def test_a_number_that_no_machine_holds_stays_valid_json(number):
    valid(read(f"At least {number} people were held, Maria Lopez said."))


@pytest.mark.parametrize("day", ["31 February 2031", "0 May 2031", "99/99/9999", "3 May 0000", "3 May 99999", "2031-13-45", "29 February 2100", "10000 years ago", "999999999999 days ago"])  # fmt: skip
def test_a_day_that_no_calendar_has_is_no_crash(day):
    valid(read(f"It began on {day}, Maria Lopez said. It ended {day}.", published="2031-06-01"))


FRAGMENTS = st.sampled_from([*PIECES.values(), "Maria Lopez", "he", "”", "’", ":", "\r\n", "By ", "told reporters", "40", "yesterday", "\u2028", "\ufeff"])  # fmt: skip
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=24).map("".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_reading_whose_spans_lie_in_it(text):
    reading = read_bytes(text.encode("utf-8", "surrogatepass"), media_type="text/plain")
    valid(reading)
    length = len(reading.text.content)
    spans = [
        (each.start, each.end)
        for part in (reading.lines, reading.dates, reading.quantities, reading.names)
        for each in part
    ]
    spans += [span for each in reading.statements for span in (*each.content, *each.source, *each.cue)]
    assert all(0 <= start <= end <= length for start, end in spans)


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/html", "message/rfc822", "text/csv", "application/pdf", "application/warc"]))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_bytes_have_a_reading_or_a_refusal_in_words(data, kind):
    try:
        reading = read_bytes(data, media_type=kind)
    except ReadingError as refused:
        told = refused.as_dict()
        Draft202012Validator(schema()).validate({"path": "x", **told})
    else:
        valid(reading)


def valid(reading: Reading):
    """The record fits the schema, and is JSON that any reader takes: no NaN, no infinity."""
    record = json.loads(json.dumps(to_record(reading, path="x"), allow_nan=False))
    Draft202012Validator(schema()).validate(record)
