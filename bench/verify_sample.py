"""Make a sealed release of any size out of invented sentences, for the benchmark and the tests of the verifier."""

import base64
import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.custody import minisign, sshsig, timestamps
from witnessmark.custody.authority import LocalAuthority
from witnessmark.custody.commitments import PassageTree, commit, commit_passages
from witnessmark.custody.log import Log, MemoryStorage, event
from witnessmark.custody.note import NoteKey
from witnessmark.custody.proofs import ItemProof, PassageProof, log_proof, passage_proof, policy_json, to_json

AT = "2031-05-02T14:00:00+03:00"
_CHUNK = 1 << 20
STYLE = "p{margin:0}"
#: An item with its file, the content of its text, and the proofs of the sentences that are cited from it.
_Made = tuple[dict[str, object], str, list[PassageProof]]


@dataclass(frozen=True)
class Sample:
    """A sealed bundle, and what a checker has from outside."""

    folder: Path
    key: Ed25519PrivateKey
    log_key: NoteKey
    authority: LocalAuthority

    @property
    def raw(self) -> bytes:
        """Return the signer's public key."""
        return self.key.public_key().public_bytes_raw()

    @property
    def minisign_line(self) -> str:
        """Return the signer's public key as a minisign line."""
        return minisign.public_key(self.raw).line

    def seal(self) -> None:
        """Write SHA256SUMS and the seal anew over what lies in the folder."""
        seal(self)


def salt_of(*parts: object) -> bytes:
    """Return a salt that is the same each time: this is no secret."""
    return sha256(repr(parts).encode()).digest()


def make_sample(folder: Path, authority: LocalAuthority, *, texts: int = 2, each: int = 3, filler: int = 0) -> Sample:
    """Make and seal a bundle: `texts` public texts with `each` cited sentences, `filler` bytes of recordings."""
    sample = Sample(folder, _key(b"release"), NoteKey("office.example/log", _key(b"log")), authority)
    for name in ("evidence", "passages", "proofs/tsa", "record", "seal"):
        (folder / name).mkdir(parents=True)
    log = Log(MemoryStorage())
    made = [_text(folder, number, each, log) for number in range(1, texts + 1)]
    items = [item for item, _, _ in made] + [_withheld(texts + 1, log), *_recordings(folder, texts + 2, filler, log)]
    _write_evidence(folder, items, made)
    _write_proofs(sample, log, items, [proof for _, _, proofs in made for proof in proofs])
    _write_pages(folder, items, made)
    seal(sample)
    return sample


def _key(name: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(sha256(name).digest())


def _item(number: int, digest: str, size: int, log: Log, **fields: object) -> dict[str, object]:
    commitment = commit("item", bytes.fromhex(digest), salt_of("item", number))
    log.append(event("collected", AT, item=commitment))
    return {"id": f"E{number}", "commitment": commitment.hex(), "entry": len(log) - 1, "size": size, **fields}


def _text(folder: Path, number: int, each: int, log: Log) -> _Made:
    sentences = [
        f"Witness {number}-{place} “saw {place} lorries” at the gate – том, 关押." for place in range(3 * each)
    ]
    content = "\n".join(sentences) + "\n"
    path = f"evidence/E{number}.txt"
    (folder / path).write_text(content, encoding="utf-8")
    digest = sha256(content.encode()).hexdigest()
    item = _item(
        number, digest, len(content.encode()), log, file=path, sha256=digest, disclosure="public", texts=[f"T{number}"]
    )
    tree = commit_passages(content, lambda index: salt_of("leaf", number, index))
    log.append(event("derived", AT, item=item["commitment"], texts_root=tree.root))
    entry = len(log) - 1
    return item, content, [_proof(tree, (number, place, each), sentences[3 * place], entry) for place in range(each)]


def _proof(tree: PassageTree, which: tuple[int, int, int], quote: str, entry: int) -> PassageProof:
    number, place, each = which
    start = tree.content.index(quote)
    statement = f"S{(number - 1) * each + place + 1}"
    return passage_proof(
        tree, start, start + len(quote), statement=statement, item=f"E{number}", text=f"T{number}", entry=entry
    )


def _withheld(number: int, log: Log) -> dict[str, object]:
    return _item(number, sha256(b"a protected original").hexdigest(), 20, log, disclosure="withheld")


def _recordings(folder: Path, first: int, filler: int, log: Log) -> list[dict[str, object]]:
    """Write `filler` bytes as files of at most 64 MiB each."""
    items, most = [], 64 * _CHUNK
    for number, size in enumerate([most] * (filler // most) + [filler % most] * (filler % most > 0), first):
        path = f"evidence/E{number}.wav"
        hashed = sha256()
        with (folder / path).open("wb") as out:
            for at in range(0, size, _CHUNK):
                block = os.urandom(min(_CHUNK, size - at))
                hashed.update(block)
                out.write(block)
        digest = hashed.hexdigest()
        items.append(_item(number, digest, size, log, file=path, sha256=digest, disclosure="public"))
    return items


def _write_evidence(folder: Path, items: list[dict[str, object]], made: list[_Made]) -> None:
    shown = ("id", "commitment", "size", "sha256", "disclosure", "texts")
    evidence = {
        "format": "witnessmark-evidence/1",
        "public": True,
        "items": [{name: item[name] for name in shown if name in item} for item in items],
        "texts": [
            {"id": f"T{number}", "item": item["id"], "content": content, "sha256": sha256(content.encode()).hexdigest()}
            for number, (item, content, _) in enumerate(made, 1)
        ],
        "statements": [
            {"id": proof.statement, "item": proof.item, "passage": _passage(content, proof)}
            for _, content, proofs in made
            for proof in proofs
        ],
    }
    (folder / "evidence.json").write_text(json.dumps(evidence, ensure_ascii=False), encoding="utf-8")


def _passage(content: str, proof: PassageProof) -> dict[str, object]:
    start = content.index(proof.quote)
    return {"text": proof.text, "start": start, "end": start + len(proof.quote), "quote": proof.quote}


def _write_proofs(sample: Sample, log: Log, items: list[dict[str, object]], passages: list[PassageProof]) -> None:
    rows = [
        ItemProof(
            item=str(item["id"]),
            commitment=str(item["commitment"]),
            entry=int(str(item["entry"])),
            file=str(item.get("file", "")),
            salt=salt_of("item", int(str(item["id"])[1:])).hex() if "file" in item else "",
        )
        for item in items
    ]
    indices = {row.entry for row in rows} | {proof.entry for proof in passages}
    policy = policy_json(
        seal=("SHA256SUMS.minisig", "SHA256SUMS.sig", "SHA256SUMS.minisig.tsr"),
        release_key=sample.minisign_line,
        log_vkey=sample.log_key.public.vkey,
        tsa_certificates=[sample.authority.certificate_der],
        exercise=True,
    )
    proofs = sample.folder / "proofs"
    (proofs / "log.json").write_bytes(to_json(log_proof(log, sample.log_key, indices)))
    (proofs / "items.json").write_bytes(to_json(rows))
    (proofs / "passages.json").write_bytes(to_json(passages, kind="passages"))
    (proofs / "policy.json").write_bytes(policy)
    (proofs / "tsa" / "root.pem").write_bytes(sample.authority.root)


def page(body: str) -> str:
    """Return a page in the frame of a release: UTF-8, one policy, one style sheet."""
    digest = base64.b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>Exercise</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _write_pages(folder: Path, items: list[dict[str, object]], made: list[_Made]) -> None:
    notes = []
    for item, content, proofs in made:
        (folder / "passages" / f"{item['id']}.html").write_text(page(_text_page(content, proofs)), encoding="utf-8")
        notes += [
            f'<li><a class="cite" href="passages/{p.item}.html#p-{content.index(p.quote)}">{p.statement} in {p.item}</a> '
            f"A witness <q>{p.quote}</q>.</li>"
            for p in proofs
        ]
    for item in items[len(made) :]:
        (folder / "passages" / f"{item['id']}.html").write_text(page('<p id="item">no text</p>'), encoding="utf-8")
    index = "<h1>Exercise</h1>\n<ol>\n" + "\n".join(notes) + "\n</ol>"
    (folder / "index.html").write_text(page(index), encoding="utf-8")
    (folder / "record" / "methodology.html").write_text(page('<p><a href="../index.html">report</a></p>'), "utf-8")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    (folder / "VERIFY.md").write_text("# How to verify\n", encoding="utf-8")
    (folder / "verify.py").write_text("print('see the joined verifier')\n", encoding="utf-8")


def _text_page(content: str, proofs: list[PassageProof]) -> str:
    """Return the list of who says what and the text, each sentence at the id of its offset."""
    rows = "".join(f"<li><strong>{p.statement}</strong> A witness: <q>{p.quote}</q></li>\n" for p in proofs)
    at, lines = 0, []
    for line in content.splitlines(keepends=True):
        lines.append(f'<mark id="p-{at}">{line}</mark>')
        at += len(line)
    return f'<ul class="statements">\n{rows}</ul>\n<div class="source">{"".join(lines)}</div>'


def seal(sample: Sample) -> None:
    """Write SHA256SUMS, both signatures and the time stamp over what lies in the folder."""
    folder = sample.folder
    paths = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    listed = [path for path in paths if path != "SHA256SUMS" and not path.startswith("seal/")]
    sums = "".join(f"{_digest(folder / path)}  {path}\n" for path in listed).encode()
    (folder / "SHA256SUMS").write_bytes(sums)
    signed = minisign.sign(sums, sample.key, "timestamp:1935500400\tfile:SHA256SUMS\thashed").encode()
    (folder / "seal" / "SHA256SUMS.minisig").write_bytes(signed)
    (folder / "seal" / "SHA256SUMS.sig").write_text(sshsig.sign(sums, sample.key), encoding="ascii")
    asked = timestamps.request(sha256(signed).digest(), nonce=7)
    (folder / "seal" / "SHA256SUMS.minisig.tsr").write_bytes(sample.authority.answer(asked))


def _digest(path: Path) -> str:
    hashed = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()
