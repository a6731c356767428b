"""A fetch keeps what the server sent, byte for byte, and goes nowhere it must not."""

import gzip
import hashlib
import io
import os
import subprocess
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from witnessmark.capture.addresses import is_public
from witnessmark.capture.errors import AddressRefusedError, FetchError
from witnessmark.capture.limits import FetchLimits
from witnessmark.capture.web import fetch

PAGE = "<html><body>Задержаны трое</body></html>".encode("windows-1251") * 300


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    head = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def chunked(body: bytes) -> bytes:
    pieces = [body[start : start + 777] for start in range(0, len(body), 777)]
    framed = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + framed


def get(base: str, path: str, out: Path, **options: object):
    return fetch(base + path, out=out, identity="test", allow_private=True, **options)


@pytest.mark.enable_socket
def test_a_page_in_a_lying_charset_is_kept_as_the_server_sent_it(tmp_path, serve):
    with serve({"/a": answer(PAGE)}) as (base, _):
        fetched = get(base, "/a", tmp_path / "a.warc")
    assert fetched.payload_sha256 == hashlib.sha256(PAGE).hexdigest()
    assert fetched.wire_sha256 == hashlib.sha256(answer(PAGE)).hexdigest()
    assert PAGE in (tmp_path / "a.warc").read_bytes()
    told = subprocess.run(["sha256sum", str(fetched.path)], capture_output=True, text=True, check=True).stdout.split()[
        0
    ]
    assert (fetched.sha256, fetched.layer, fetched.charset) == (told, "wire", "utf-8")


@pytest.mark.enable_socket
@pytest.mark.parametrize("kind", ["chunked", "gzip"])
def test_wire_and_payload_have_digests_of_their_own(tmp_path, serve, kind):
    sent = chunked(PAGE) if kind == "chunked" else answer(gzip.compress(PAGE), "Content-Encoding: gzip")
    with serve({"/": sent}) as (base, _):
        fetched = get(base, "", tmp_path / "a.warc")
    assert fetched.wire_sha256 == hashlib.sha256(sent).hexdigest()
    assert fetched.payload_sha256 == hashlib.sha256(PAGE).hexdigest()


@pytest.mark.enable_socket
def test_each_redirect_is_recorded_by_itself(tmp_path, serve):
    moved = answer(b"", "Location: /b", status="302 Found")
    with serve({"/a": moved, "/b": answer(PAGE)}) as (base, asked):
        fetched = get(base, "/a#part", tmp_path / "a.warc")
    assert asked == ["/a", "/b"]
    assert fetched.redirects == (f"{base}/a",)
    assert fetched.final_address == f"{base}/b"
    with fetched.path.open("rb") as stream:
        kinds = [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI")) for r in ArchiveIterator(stream)]
    assert sorted(kinds) == sorted((kind, f"{base}{path}") for path in ("/a", "/b") for kind in ("request", "response"))


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"/": answer(b"", "Location: /", status="302 Found")}, "circle"),
        ({"/": answer(b"x" * 5000)}, "too large"),
        ({"/": b""}, "did not give"),
        ({"/": b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"}, "did not give"),
    ],
)
def test_a_failed_fetch_leaves_nothing_behind(tmp_path, serve, answers, reason):
    with serve(answers) as (base, _), pytest.raises(FetchError, match=reason):
        get(base, "/", tmp_path / "a.warc", limits=FetchLimits(size=4000, seconds=5, step_seconds=2))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.enable_socket
def test_a_slow_server_is_given_up(tmp_path, serve):
    ticks = iter(range(0, 10_000, 40))
    with serve({"/": answer(PAGE)}) as (base, _), pytest.raises(FetchError, match="slow"):
        get(base, "/", tmp_path / "a.warc", clock=lambda: float(next(ticks)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.enable_socket
def test_a_full_disk_leaves_nothing_half_written(tmp_path, serve, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with serve({"/": answer(PAGE)}) as (base, _), pytest.raises(FetchError, match="No space") as failed:
        get(base, "/", tmp_path / "a.warc")
    assert "disk" in failed.value.do
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_overwritten(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"kept")
    with pytest.raises(FetchError, match="already"):
        get("http://127.0.0.1", "/", tmp_path / "a.warc")
    assert (tmp_path / "a.warc").read_bytes() == b"kept"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://169.254.169.254/latest",
        "http://[::ffff:10.0.0.1]/", "file:///etc/passwd", "ftp://example.org/", "http://user:pw@example.org/", "http:///", "nonsense", "http://a:99999/",
    ],
)  # fmt: skip
def test_private_networks_and_other_schemes_are_refused(tmp_path, url):
    def resolver(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host == "localhost" else [host]

    with pytest.raises(AddressRefusedError):
        fetch(url, out=tmp_path / "a.warc", identity="test", resolver=resolver)
    assert list(tmp_path.iterdir()) == []


def test_a_host_with_one_private_answer_is_refused(tmp_path):
    with pytest.raises(AddressRefusedError, match="private"):
        fetch(
            "http://e.org/", out=tmp_path / "a", identity="t", resolver=lambda _h, _p: ["93.184.216.34", "192.168.0.1"]
        )


@pytest.mark.enable_socket
def test_a_host_is_resolved_once_and_pinned(tmp_path, serve):
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serve({"/a": answer(b"", "Location: /b", status="301 Moved"), "/b": answer(PAGE)}) as (base, _):
        port = base.rpartition(":")[2]
        fetched = fetch(
            f"http://pinned.example:{port}/a", out=tmp_path / "a", identity="t", resolver=resolver, allow_private=True
        )
    assert asked == ["pinned.example"]
    assert fetched.remote_address == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("2001:4860:4860::8888", True), ("64:ff9b::a00:1", False), ("100.64.0.1", False), ("0.1.2.3", False), ("2002:a00:1::", False), ("224.0.0.1", False)],
)  # fmt: skip
def test_public_addresses_are_told_from_others(address, public):
    assert is_public(address) is public


@pytest.mark.enable_socket
def test_the_warc_reads_back_with_warcio(tmp_path, serve):
    with serve({"/": answer(PAGE)}) as (base, _):
        fetched = get(base, "/", tmp_path / "a.warc")
    record = next(r for r in ArchiveIterator(io.BytesIO(fetched.path.read_bytes())) if r.rec_type == "response")
    assert record.content_stream().read() == PAGE
