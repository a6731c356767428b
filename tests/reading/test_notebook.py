"""`from witnessmark.reading import read`: one function for a text, a file and bytes."""

import doctest
import re
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from witnessmark.reading import read
from witnessmark.reading.errors import ReadingError

ROOT = Path(__file__).resolve().parents[2]
NEWS = "“The gate was shut on Monday,” Maria Lopez told reporters.\n"
PAGE = f"<!doctype html><title>At the gate</title><script>alert(1)</script><p>{NEWS}</p>"


def test_the_documented_session_runs_as_it_stands_there():
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    sessions = [block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if ">>>" in block]
    assert sessions
    for session in sessions:
        example = doctest.DocTestParser().get_doctest(session, {}, "docs/reading.md", None, 0)
        assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.parametrize("source", [NEWS, NEWS.encode(), PAGE, PAGE.encode("utf-16")], ids=["str", "bytes", "html", "utf-16"])  # fmt: skip
def test_a_text_its_bytes_and_a_page_of_it_give_the_same_statement(source):
    (statement,) = read(source).statements
    assert statement.speaker == "Maria Lopez"


def test_a_file_is_read_under_what_it_is(tmp_path):
    for name, content in (("a.txt", NEWS), ("b.html", PAGE), ("c", PAGE)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert [read(tmp_path / name).title for name in ("a.txt", "b.html", "c")] == ["", "At the gate", "At the gate"]


def test_the_type_a_person_names_goes_before_what_the_content_looks_like():
    assert read(PAGE, media_type="text/plain").text.content == PAGE


def test_offsets_point_into_the_string_itself():
    text = "\ufeff\r\n\ud800 " + NEWS
    reading = read(text)
    assert reading.text.content == text
    assert reading.words(reading.statements[0].source) == "Maria Lopez"


@pytest.mark.parametrize("published", ["2031-06-03", date(2031, 6, 3)])
def test_a_weekday_is_resolved_against_the_given_date(published):
    assert [each.date.value for each in read(NEWS, published=published).dates] == ["2031-06-02"]


@pytest.mark.parametrize("published", ["yesterday", "2031-13", "31", ""])
def test_what_is_no_date_is_refused(published):
    with pytest.raises(ReadingError, match="not a date"):
        read(NEWS, published=published)


def test_a_name_or_an_address_given_as_text_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(NEWS, encoding="utf-8")
    with pytest.raises(ReadingError, match="Path"):
        read("page.txt")
    with pytest.raises(ReadingError, match="nothing is fetched"):
        read("https://example.org/page")


def test_the_reading_shows_itself_in_a_line_as_a_page_and_as_plain_values():
    reading = read(PAGE)
    assert "At the gate" in repr(reading)
    assert "confirmed by nobody" in repr(reading)
    framed = reading._repr_html_()
    assert framed.startswith("<iframe sandbox ")
    assert "Maria Lopez" in unescape(framed)
    record = reading.to_dict(path="page.html")
    start, end = record["statements"][0]["source"][0]
    assert record["text"]["content"][start:end] == "Maria Lopez"


def test_the_story_is_the_text_without_furniture():
    reading = read("Advertisement\n\n" + NEWS)
    assert reading.story == NEWS.strip()


def test_one_reader_of_the_room_does_not_load_the_others():
    program = "import sys, witnessmark.reading.errors; print('witnessmark.reading.reader' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_name_that_is_not_there_is_an_attribute_error():
    import witnessmark.reading as room

    with pytest.raises(AttributeError, match="reed"):
        _ = room.reed
