"""A page fetched from the web: once, raw, kept as WARC; private addresses only when a person says so."""

import gzip
import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = "<html><head><title>Statement</title></head><body><p>Задержано тридцать человек.</p></body></html>".encode(
    "windows-1251"
)


@pytest.fixture
def server():
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            if self.path == "/old":
                self.send_response(301)
                self.send_header("Location", "/page")
                self.end_headers()
                return
            body = gzip.compress(PAGE, mtime=0) if self.path == "/page" else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=windows-1251")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            del words

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}", asked
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.mark.enable_socket
def test_a_page_is_kept_as_it_came_over_the_wire(wm, case, server):
    address, asked = server
    ran = wm("--case", case, "capture", f"{address}/old", "--allow-private", "--json")
    assert ran.code == 0, ran.out
    assert asked == ["/old", "/page"]
    item = wm("--case", case, "items", "E1", "--json").data[0]
    record = item["collected"][0]
    assert (item["media_type"], record["layer"], record["address"]) == ("application/warc", "wire", f"{address}/page")
    assert record["embedded_metadata"]["payload_sha256"] == hashlib.sha256(PAGE).hexdigest()
    stored = [path for path in (case / "store").rglob("*") if path.is_file()]
    assert any(gzip.compress(PAGE, mtime=0) in path.read_bytes() for path in stored), (
        "the wire bytes are not in the store"
    )


@pytest.mark.enable_socket
def test_a_private_address_is_refused_unless_asked_for(wm, case, server):
    address, asked = server
    ran = wm("--case", case, "capture", f"{address}/page")
    assert ran.code == 1
    assert "private" in ran.out.lower() or "loopback" in ran.out.lower()
    assert asked == []
