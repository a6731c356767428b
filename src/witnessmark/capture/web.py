"""One raw HTTP fetch kept as a WARC: the bytes as the server sent them, each redirect recorded by itself."""

import errno
import hashlib
import http.client
import os
import socket
import ssl
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urljoin

from witnessmark.capture.addresses import Resolver, Target, resolve, target_of
from witnessmark.capture.errors import FetchError
from witnessmark.capture.limits import FetchLimits
from witnessmark.capture.wire import Wire, read_wire

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 1 << 16
#: Errors of our own disk, which are not the server's fault.
_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
_LIMITS: Final = FetchLimits()


@dataclass(frozen=True)
class Fetched:
    """One fetch: where the WARC lies and what it holds.

    `sha256` is of the WARC file. `wire_sha256` is of the last answer exactly as sent (status line, headers, framing, body);
    `payload_sha256` is of its body after transfer and content encoding are undone, `layer` says that: wire. `redirects`
    are the addresses passed, `remote_address` is where the bytes came from, `media_type` what the server declared.
    """

    path: Path
    sha256: str
    size: int
    address: str
    final_address: str
    status: int
    media_type: str
    charset: str
    wire_sha256: str
    payload_sha256: str
    payload_size: int
    remote_address: str
    redirects: tuple[str, ...] = ()
    layer: str = "wire"
    notes: tuple[str, ...] = ()


def fetch(
    url: str,
    *,
    out: Path,
    identity: str,
    limits: FetchLimits = _LIMITS,
    resolver: Resolver = resolve,
    allow_private: bool = False,
    clock: Callable[[], float] = time.monotonic,
    tls: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch `url` once, follow its redirects, and write requests and answers as a WARC to `out`, which must not exist.

    `identity` is sent as User-Agent. No script runs, no cookie is kept, nothing else on the page is asked for. Raises
    `AddressRefusedError` or `FetchError`; nothing is left at `out` then. Berkeley Protocol, collection, b and h.
    """
    if os.path.lexists(out):
        raise FetchError("there is a file of that name already", where=str(out), do="Give another name")
    deadline = clock() + limits.seconds
    with _written_whole(out) as stream:
        walk = _Walk(
            identity,
            limits,
            resolver,
            tls or ssl.create_default_context(),
            lambda: deadline - clock(),
            allow_private=allow_private,
        )
        hops = walk.run(url, stream)
    return _fetched(url, hops, walk.notes, read_wire(out), out)


@contextmanager
def _written_whole(out: Path) -> Iterator[IO[bytes]]:
    """Yield a temporary file beside `out` that takes its name when all is on disk, and vanishes when anything fails."""
    handle, name = tempfile.mkstemp(prefix=".fetch-", suffix=".part", dir=out.parent)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.link(name, out)
    except OSError as error:
        raise FetchError(
            "the answer could not be kept", where=str(out), got=str(error), do="Free disk space and fetch again"
        ) from error
    finally:
        Path(name).unlink(missing_ok=True)


class _Walk:
    """One fetch under way: from redirect to redirect, within the limits."""

    def __init__(
        self,
        identity: str,
        limits: FetchLimits,
        resolver: Resolver,
        tls: ssl.SSLContext,
        left: Callable[[], float],
        *,
        allow_private: bool,
    ) -> None:
        self._identity, self._limits, self._resolver, self._tls, self._left = identity, limits, resolver, tls, left
        self._allow_private = allow_private
        self._pins: dict[str, str] = {}
        self.notes: list[str] = []

    def run(self, url: str, stream: IO[bytes]) -> list[Target]:
        from warcio.capture_http import capture_http
        from warcio.warcwriter import WARCWriter

        hops: list[Target] = []
        with capture_http(WARCWriter(stream, gzip=False)):
            while url:
                target = target_of(url, resolver=self._resolver, pins=self._pins, allow_private=self._allow_private)
                self._check(target, hops)
                hops.append(target)
                url = self._ask(target)
        return hops

    def _check(self, target: Target, hops: list[Target]) -> None:
        if len(hops) > self._limits.redirects:
            raise FetchError(
                "too many redirects", where=target.url, got=str(len(hops)), expected=f"at most {self._limits.redirects}"
            )
        if any(hop.url == target.url for hop in hops):
            raise FetchError(
                "the redirects run in a circle",
                where=target.url,
                do="The page may want a cookie: save it from a browser",
            )
        if hops and hops[-1].scheme == "https" and target.scheme == "http":
            self.notes.append(f"redirected from https to http at {target.url}")

    def _ask(self, target: Target) -> str:
        """Make one request and read its answer to the end; return the address it redirects to, or ""."""
        connection = _connection(target, self._tls, self._step(target))
        try:
            connection.request("GET", target.path, headers=_headers(target, self._identity))
            with connection.getresponse() as answer:
                self._read(answer, target)
                location = answer.getheader("Location") or ""
        except (OSError, http.client.HTTPException) as error:
            if getattr(error, "errno", None) in _DISK:
                raise
            raise FetchError(
                "the server did not give the page",
                where=target.url,
                got=f"{type(error).__name__}: {error}",
                do="Try again later, or save the page from a browser with its address and time",
            ) from error
        finally:
            connection.close()
        return urljoin(target.url, location) if answer.status in _REDIRECTS and location else ""

    def _read(self, answer: http.client.HTTPResponse, target: Target) -> None:
        size = 0
        while chunk := answer.read(_CHUNK):
            size += len(chunk)
            self._step(target)
            if size > self._limits.size:
                raise FetchError("the page is too large", where=target.url, got=f"more than {self._limits.size} bytes")
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)

    def _step(self, target: Target) -> float:
        left = self._left()
        if left <= 0:
            raise FetchError(
                "the server is too slow", where=target.url, expected=f"an answer within {self._limits.seconds} s"
            )
        return min(left, self._limits.step_seconds)


def _headers(target: Target, identity: str) -> dict[str, str]:
    return {
        "Host": target.host_header,
        "User-Agent": identity,
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _connection(target: Target, tls: ssl.SSLContext, timeout: float) -> Any:  # noqa: ANN401  (warcio has no types)
    """Return warcio's recording connection, made to connect to the pinned address and to nothing else."""
    from warcio.capture_http import RecordingHTTPConnection

    class Pinned(RecordingHTTPConnection):  # type: ignore[misc]
        default_port = 443 if target.scheme == "https" else 80

        def connect(self) -> None:
            plain = socket.create_connection((target.pinned, target.port), timeout)
            self.sock = tls.wrap_socket(plain, server_hostname=target.host) if target.scheme == "https" else plain

    return Pinned(target.host, target.port, timeout=timeout)


def _fetched(url: str, hops: list[Target], notes: list[str], wire: Wire, out: Path) -> Fetched:
    with out.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    answered = () if wire.status == 200 else (f"the server answered {wire.status}",)  # noqa: PLR2004  (OK)
    return Fetched(
        path=out,
        sha256=digest,
        size=out.stat().st_size,
        address=url,
        final_address=hops[-1].url,
        status=wire.status,
        media_type=wire.media_type,
        charset=wire.charset,
        wire_sha256=wire.wire_sha256,
        payload_sha256=wire.payload_sha256,
        payload_size=wire.payload_size,
        remote_address=hops[-1].pinned,
        redirects=tuple(hop.url for hop in hops[:-1]),
        notes=(*notes, *answered),
    )
