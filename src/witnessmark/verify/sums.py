"""SHA256SUMS and the closed world: exactly the listed files, each with exactly the listed bytes."""

import re
import zipfile
import zlib
from hashlib import sha256

from witnessmark.verify.bundle import Bundle, read_whole
from witnessmark.verify.faults import BrokenError, Findings

SUMS = "SHA256SUMS"
SEAL_FOLDER = "seal/"
REQUIRED = (
    "VERIFY.md", "evidence.json", "index.html", "proofs/items.json", "proofs/log.json", "proofs/passages.json",
    "proofs/policy.json", "report.pdf", "verify.py",
)  # fmt: skip
_LINE = re.compile(rb"([0-9a-f]{64})  ([\x21-\x7e]+)\n")
_READ = 1 << 20


def parse_sums(data: bytes) -> dict[str, str]:
    """Return path → SHA-256 as listed; raise `BrokenError` unless the file is as `sha256sum` writes it, sorted."""
    listed: dict[str, str] = {}
    at = 0
    last = b""
    while at < len(data):
        match = _LINE.match(data, at)
        if match is None:
            line = data[:at].count(b"\n") + 1
            got = ascii(data[at : at + 80].decode("ascii", "replace"))
            raise BrokenError("non-canonical", f"{SUMS}, line {line}", got, "digest, two spaces, path")
        if match[2] <= last:
            raise BrokenError("non-canonical", SUMS, match[2].decode(), "paths sorted, each once")
        last = match[2]
        listed[last.decode()] = match[1].decode()
        at = match.end()
    if not listed:
        raise BrokenError("empty", SUMS, "nothing listed", "the files of a release")
    return listed


def check_sums(bundle: Bundle, findings: Findings) -> dict[str, str]:
    """Read every file and compare with the list, both ways; return what is listed."""
    before = len(findings.faults)
    listed = parse_sums(read_whole(bundle, SUMS))
    for path in listed:
        if path == SUMS or path.startswith(SEAL_FOLDER):
            findings.add("non-canonical", SUMS, path, "neither the list itself nor the seal in the list")
    present = {path for path in bundle.files if path != SUMS and not path.startswith(SEAL_FOLDER)}
    total = _compare(bundle, listed, present, findings)
    for path in REQUIRED:
        if path not in listed:
            findings.add("missing", path, "not listed", "a file that every release has")
    findings.claim(f"{len(listed)} files, {total:,} bytes: each as listed, none missing, none besides", before)
    return listed


def _compare(bundle: Bundle, listed: dict[str, str], present: set[str], findings: Findings) -> int:
    missing = {listed[path]: path for path in sorted(set(listed) - present, reverse=True)}
    total, found = 0, set()
    for path in sorted(present):
        try:
            digest, size = file_digest(bundle, path)
        except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
            findings.add("unreadable", ascii(path), str(error), "a file that can be read")
            continue
        total += size
        if path in listed:
            if digest != listed[path]:
                findings.add("changed", path, digest, listed[path])
        elif digest in missing:
            found.add(missing[digest])
            findings.add("renamed", ascii(path), "the bytes of", missing[digest])
        else:
            findings.add("extra", ascii(path), "a file that is not listed", "only listed files")
    for path in sorted(set(listed) - present - found):
        findings.add("missing", path, "no such file", listed[path])
    return total


def file_digest(bundle: Bundle, path: str) -> tuple[str, int]:
    """Return SHA-256 in hex and size of a file."""
    hashed, size = sha256(), 0
    with bundle.open(path) as stream:
        while chunk := stream.read(_READ):
            hashed.update(chunk)
            size += len(chunk)
    return hashed.hexdigest(), size
