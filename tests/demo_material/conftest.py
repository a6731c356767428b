"""The training case as plain values, and a reading of its sources that shares no code with the product."""

import html.parser
import json
import re
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from email import message_from_bytes, policy
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "demo"
#: Encodings as browsers take them: a page that says gb2312 may hold any of GB18030.
SUPERSETS = {b"windows-1251": "windows-1251", b"gb2312": "gb18030"}
BLOCKS = frozenset({"p", "h1", "h2", "h3", "li", "td", "th", "figcaption", "blockquote", "div", "caption", "title"})


@pytest.fixture(scope="session")
def demo():
    return DEMO


@pytest.fixture(scope="session")
def captures():
    return _lines("captures.jsonl")


@pytest.fixture(scope="session")
def judgements():
    return _lines("judgements.jsonl")


@pytest.fixture(scope="session")
def item_files(captures):
    """Item id → file; the letter's attachment takes the number after the letter."""
    files, number = {}, 0
    for capture in captures:
        number += 1
        files[f"E{number}"] = DEMO / capture["path"]
        if capture["path"].endswith(".eml"):
            number += 1
    return files


@pytest.fixture(scope="session")
def texts(item_files, judgements):
    """Item id and kind of text → words with single spaces."""
    found = {(item, ""): squeeze(plain(path)) for item, path in item_files.items()}
    for line in judgements:
        if line["verdict"] == "attest":
            found[line["object"], line["value"]["kind"]] = squeeze(line["value"]["content"])
    return found


def _lines(name):
    return [json.loads(line) for line in (DEMO / name).read_text(encoding="utf-8").splitlines()]


def squeeze(text):
    return re.sub(r"\s+", " ", text)


def plain(path):
    """Return the words of a file as a reader would see them; nothing for pictures and sound."""
    reader = {".html": _html, ".pdf": _pdf, ".docx": _docx, ".eml": _mail}.get(path.suffix)
    if reader:
        return reader(path)
    return path.read_text(encoding="utf-8") if path.suffix in {".txt", ".md", ".csv"} else ""


def _pdf(path):
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode()


def _docx(path):
    with zipfile.ZipFile(path) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 -- a file of ours
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = body.iter(f"{name}p")
    return "\n".join("".join(run.text or "" for run in paragraph.iter(f"{name}t")) for paragraph in paragraphs)


def _mail(path):
    body = message_from_bytes(path.read_bytes(), policy=policy.default).get_body()
    return body.get_content()


class _Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in {"script", "style"}
        self.parts.append("\n" if tag in BLOCKS else "")

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"}
        self.parts.append("\n" if tag in BLOCKS else "")

    def handle_data(self, data):
        self.parts.append("" if self.silent else data)


def _html(path):
    words = _Words()
    data = path.read_bytes()
    declared = re.search(rb'charset="([^"]+)"', data)
    words.feed(data.decode(SUPERSETS.get(declared[1], "utf-8")))
    return "".join(words.parts)
