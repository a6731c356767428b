"""The collection record names what of the minimum is missing, and takes no time without an offset."""

import io

import pytest

from witnessmark.capture import admit_bytes, collection_record
from witnessmark.capture.embedded import embedded_metadata
from witnessmark.capture.errors import RecordError
from witnessmark.evidence.text import Tool

TOOL = Tool(name="browser", version="1")
AT = "2031-05-02T10:00:00+05:00"


def record(data: bytes, name: str, **options: object):
    given = {"collected_at": AT, "collector": "A. Officer", "tool": TOOL} | options
    return collection_record(admit_bytes(data, name), **given)


@pytest.mark.parametrize(
    ("address", "screenshot", "missing"),
    [
        ("", "", ("a: web address", "c: full-page capture")),
        ("https://e.org/story", "", ("c: full-page capture",)),
        ("https://e.org/story", "shot.png", ()),
    ],
)
def test_a_page_owes_address_source_and_picture(samples, address, screenshot, missing):
    assert record(samples["page.html"], "page.html", address=address, screenshot=screenshot).missing == missing


def test_a_picture_of_a_page_lacks_its_source_and_a_file_in_hand_owes_nothing(samples):
    assert record(samples["scan.png"], "a.png", address="https://e.org/story").missing == ("b: HTML source",)
    assert record(samples["scan.png"], "a.png", address="https://e.org/a.png").missing == ()
    assert record(samples["letter.docx"], "a.docx").missing == ()


@pytest.mark.parametrize("at", ["2031-05-02T10:00:00", "yesterday", ""])
def test_a_time_without_offset_is_refused(samples, at):
    with pytest.raises(RecordError, match="offset"):
        record(samples["scan.png"], "a.png", collected_at=at)


def test_a_record_without_collector_is_refused(samples):
    with pytest.raises(RecordError, match="collector"):
        record(samples["scan.png"], "a.png", collector=" ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("photo.jpg", {"Make": "Canon", "latitude": "40.500000", "longitude": "75.250000", "width": "12"}),
        ("leak.pdf", {"Author": "A. Clerk", "pages": "1"}),
        ("letter.docx", {"creator": "python-docx"}),
        ("sheet.xlsx", {"creator": "openpyxl"}),
        ("call.wav", {"seconds": "0.500", "channels": "1", "rate": "8000"}),
        ("call.mp3", {"title": "Alpha"}),
        ("note.txt", {}),
    ],
)
def test_metadata_within_the_file_is_kept(samples, name, expected):
    media_type = admit_bytes(samples[name], name).media_type
    found = embedded_metadata(io.BytesIO(samples[name]), media_type)
    assert expected.items() <= found.items()


def test_damaged_metadata_is_told_and_refuses_nothing(samples):
    found = embedded_metadata(io.BytesIO(samples["photo.jpg"][:40]), "image/jpeg")
    assert "unreadable" in found
