"""Real files made by the libraries that others use, and a local server that answers as told."""

import io
import threading
import wave
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import docx
import openpyxl
import pikepdf
import pytest
from PIL import Image


def _pdf() -> bytes:
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.docinfo["/Author"] = "A. Clerk"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Three men were held.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["place", "held"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Canon"
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 30.0, 0.0), 3: "E", 4: (75.0, 15.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (12, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def _wav() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * 4000)
    return out.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello.\r\n"
SAMPLES: dict[str, bytes] = {
    "page.html": b"<!DOCTYPE html><html><body><p>Hello</p></body></html>",
    "note.txt": "Гражданин сказал.".encode("windows-1251"),
    "note.md": b"# Title\n\nText.",
    "mail.eml": MAIL,
    "table.csv": b"place,held\nA,1\n",
    "leak.pdf": _pdf(),
    "letter.docx": _docx(),
    "sheet.xlsx": _xlsx(),
    "photo.jpg": _jpeg(),
    "scan.png": _png(),
    "call.wav": _wav(),
    "clip.mp4": b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + bytes(200),
    "call.mp3": b"ID3\x04\0\0\0\0\0\x10TIT2\0\0\0\x06\0\0\x03Alpha" + bytes(300),
}


@pytest.fixture
def samples() -> dict[str, bytes]:
    return dict(SAMPLES)


@pytest.fixture
def make_zip() -> Callable[[dict[str, bytes]], bytes]:
    return _zip


@pytest.fixture
def serve() -> Callable[[dict[str, bytes]], object]:
    """Serve raw answers by path, byte for byte, and remember the requests."""

    @contextmanager
    def serving(answers: dict[str, bytes]) -> Iterator[tuple[str, list[str]]]:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                answer = answers.get(self.path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                for start in range(0, len(answer), 1000):  # in pieces, as networks do
                    self.wfile.write(answer[start : start + 1000])
                    self.wfile.flush()
                self.close_connection = True

            def log_message(self, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    return serving
