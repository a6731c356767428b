"""Sign-offs bind to words and evidence; published words change only with a corrigendum."""

import hashlib

import msgspec
import pytest

from witnessmark.evidence.findings import Review
from witnessmark.evidence.publication import Corrigendum, Published
from witnessmark.manuscript.check import check
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.parse import parse

LINE = "They were kept in the hall for nine days, a miner said. [@S6]"
CHANGED = "They were kept in the hall for ten days, a miner said. [@S6]"


def review(evidence, line=LINE, verdict="signed", cited=("S6",), by="B. Second"):
    return Review(
        id="RV1", sentence_sha256=hashlib.sha256(line.encode()).hexdigest(), evidence_sha256=evidence_digest(evidence, cited),
        by=by, at="2031-06-20T10:00:00+02:00", verdict=verdict, manuscript="report.md", sentence=line.partition(" [")[0],
    )  # fmt: skip


@pytest.fixture
def told(evidence):
    def run(source, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        found = check(parse(source, name="report.md"), given, codes=["WM905", "WM906"]).problems
        return [(one.code, one.message) for one in found]

    return run


def test_wm905_is_silent_on_what_was_signed_and_blocks_a_changed_word(told, evidence):
    signed = (review(evidence),)
    assert told(LINE, reviews=signed) == []
    assert told(CHANGED, reviews=signed) == [("WM905", "the sentence changed after it was signed")]
    assert told(LINE) == []


def test_wm905_fires_on_a_new_sentence_and_a_refused_one(told, evidence):
    new = LINE + "\n\nThe union counted 40 workers. [@S5]"
    assert told(new, reviews=(review(evidence),)) == [("WM905", "a sentence that was not signed")]
    assert told(LINE, reviews=(review(evidence, verdict="refused"),)) == [("WM905", "the sentence was refused")]


def test_evidence_that_changed_after_the_signature_blocks(told, evidence):
    statements = tuple(
        msgspec.structs.replace(one, credibility="5") if one.id == "S6" else one for one in evidence.statements
    )
    assert told(LINE, reviews=(review(evidence),), statements=statements) == [
        ("WM905", "its evidence changed after it was signed")
    ]


def published(line=LINE):
    digest = hashlib.sha256(line.encode()).hexdigest()
    return (
        Published(
            version="1.0", manuscript="report.md", manuscript_sha256=digest, at="2031-07-01", sentences=(digest,)
        ),
    )


def test_wm906_fires_on_published_words_that_change_without_a_corrigendum_that_quotes_them(told):
    said = {"id": "CR1", "of": "1.0", "number": 1, "date": "2031-08-01", "reason": "the register was misread"}
    quoting = Corrigendum(
        kind="corrigendum", changes=("They were kept in the hall for ten days, a miner said.",), **said
    )
    silent = Corrigendum(kind="corrigendum", changes=("Something else.",), **said)
    assert told(LINE, published=published()) == []
    assert [code for code, _ in told(CHANGED, published=published())] == ["WM906"]
    assert [code for code, _ in told(CHANGED, published=published(), corrigenda=(silent,))] == ["WM906"]
    assert told(CHANGED, published=published(), corrigenda=(quoting,)) == []


def test_wm906_is_silent_on_a_revision(told):
    whole = Corrigendum(id="CR1", kind="revision", of="1.0", number=1, date="2031-08-01", reason="new evidence")
    assert told(CHANGED, published=published(), corrigenda=(whole,)) == []


def test_published_sentences_that_vanish_are_told(told):
    two = (
        msgspec.structs.replace(
            published()[0], manuscript_sha256="0" * 64, sentences=(published()[0].sentences[0], "f" * 64)
        ),
    )
    assert told(LINE, published=two) == [("WM906", "sentences of version 1.0, which is published, are gone")]
