"""Bytes are read in the encoding that they bear out, whatever is declared."""

import subprocess

import pytest

from witnessmark.reading.decode import decode
from witnessmark.reading.extract import extract

RU = "Сегодня в городе задержали троих человек, сообщила прокуратура."
AR = "قالت السلطات اليوم إن ثلاثة رجال اعتقلوا في المدينة"
ZH = "今天，当局表示三名男子被拘留，联合国人权办公室发布报告。"
TW = "今天，當局表示三名男子被拘留，聯合國人權辦公室發布報告。"
FR = "Les autorités ont déclaré que trois hommes « étaient détenus » à l’étranger"
ENCODED = [
    ("windows-1251", RU), ("koi8-r", RU), ("iso-8859-5", RU), ("cp866", RU), ("gb18030", ZH), ("big5", TW), ("windows-1256", AR), ("iso-8859-6", AR),
    ("windows-1252", FR), ("utf-8", RU), ("utf-8", AR), ("utf-16-le", RU), ("utf-16-be", RU),
]  # fmt: skip


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1", "windows-1251", "gb2312"])
@pytest.mark.parametrize(("encoding", "text"), ENCODED)
def test_a_declared_charset_is_not_believed_against_the_bytes(encoding, text, declared):
    decoded = decode(text.encode(encoding), declared)
    assert decoded.text == text


@pytest.mark.parametrize(("encoding", "text"), ENCODED)
def test_a_lying_charset_is_noted_and_a_true_one_is_not(encoding, text):
    lie = "windows-1251" if encoding != "windows-1251" else "utf-8"
    assert any("declared" in note for note in decode(text.encode(encoding), lie).notes)
    assert decode(text.encode(encoding), encoding).notes == ()


def test_the_text_is_what_iconv_makes_of_it():
    raw = (RU * 3).encode("windows-1251")
    told = subprocess.run(
        ["iconv", "-f", "WINDOWS-1251", "-t", "UTF-8"], input=raw, capture_output=True, check=True
    ).stdout
    assert decode(raw, "utf-8").text == told.decode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_text(encoding):
    decoded = decode(RU.encode(encoding), "windows-1251")
    assert decoded.text == RU
    assert any("byte-order mark" in note for note in decoded.notes)


def test_damage_in_utf8_is_counted_and_the_rest_kept():
    raw = (RU * 20).encode()
    decoded = decode(raw[: len(RU.encode())] + b"\xff" + raw[len(RU.encode()) :])
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("�", "") == RU * 20
    assert any("1 places" in note for note in decoded.notes)


def test_nul_bytes_stay_and_are_noted():
    assert any("NUL" in note for note in decode(b"abc\0def ghi jkl mno").notes)


def test_ascii_fits_every_declared_charset():
    assert decode(b"plain", "windows-1251").notes == ()
    assert decode(b"", "x").text == ""


def test_an_unknown_charset_is_noted():
    assert any("unknown" in note for note in decode(b"plain", "no-such-charset").notes)
    assert decode(b"plain", "rot13").text == "plain"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_plain_text_keeps_its_line_ends_so_that_offsets_are_those_of_the_file(line_end):
    raw = f"Первая{line_end}{line_end}вторая{line_end}".encode("koi8-r")
    extraction = extract(raw, "text/plain")
    assert extraction.content == raw.decode("koi8-r")
    assert extraction.kind == "decoded"
