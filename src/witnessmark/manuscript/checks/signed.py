"""WM9xx: sentences that changed after a second person had signed them, and published text that changed without a word."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Final

from witnessmark.evidence.findings import Review
from witnessmark.evidence.publication import Published
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.words import content_stems

#: Kinds that a second person reads line by line (methodology, rule 9).
_SIGNED_KINDS: Final = frozenset({"fact", "attribution", "caption", "analysis"})
#: Share of words that a changed sentence keeps of the signed one.
_ALIKE: Final = 0.5


def _reviews(context: Context) -> tuple[Review, ...]:
    """The latest sign-off of each person on each sentence of this manuscript."""
    latest: dict[tuple[str, str], Review] = {}
    for review in context.evidence.reviews:
        if review.manuscript in {"", _file(context.manuscript.name)}:
            latest[review.sentence_sha256, review.by] = review
    return tuple(latest.values())


def _file(name: str) -> str:
    """Return the name of a manuscript without the folder that it was read from."""
    return PurePath(name).name


def _to_sign(context: Context) -> Sequence[Sentence]:
    """Every sentence that must be signed, once anybody began to sign this manuscript."""
    reviews = context.shared.setdefault("reviews", _reviews(context))
    if not reviews:
        return []
    return [one for one in context.manuscript.sentences if one.kind in _SIGNED_KINDS]


def _changed(context: Context, sentence: Sentence) -> Iterable[Hit]:
    by_digest: dict[str, list[Review]] = context.shared.setdefault("reviews by sentence", _by_digest(context))
    mine = by_digest.get(sentence.sha256, [])
    refused = [one for one in mine if one.verdict != "signed"]
    if refused:
        yield Hit(message=f"the sentence was {refused[0].verdict}", got=f"{refused[0].by}: {refused[0].reason}",
                  expected="signed", sentence=sentence)  # fmt: skip
    elif not mine:
        before = _before(context, sentence)
        got = f"“{before.sentence}”, signed by {before.by}" if before else "nobody signed this sentence"
        message = "the sentence changed after it was signed" if before else "a sentence that was not signed"
        yield Hit(message=message, got=got, expected="a sign-off of this sentence", sentence=sentence)
    elif not any(one.evidence_sha256 == _digest(context, sentence) for one in mine):
        yield Hit(
            message="its evidence changed after it was signed", got=", ".join(context.cited(sentence)) or "no evidence",
            expected=f"the evidence that {mine[0].by} read", sentence=sentence,
        )  # fmt: skip


def _by_digest(context: Context) -> dict[str, list[Review]]:
    found: dict[str, list[Review]] = {}
    for review in context.shared["reviews"]:
        found.setdefault(review.sentence_sha256, []).append(review)
    return found


def _digest(context: Context, sentence: Sentence) -> str:
    return evidence_digest(context.evidence, context.cited(sentence))


def _before(context: Context, sentence: Sentence) -> Review | None:
    """The signed sentence that stands no longer and is most like this one."""
    if "reviews gone" not in context.shared:
        here = {one.sha256 for one in context.manuscript.sentences}
        gone = [one for one in context.shared["reviews"] if one.sentence_sha256 not in here and one.sentence]
        context.shared["reviews gone"] = [(set(content_stems(one.sentence)), one) for one in gone]
    stems = set(content_stems(sentence.text))
    scored = ((len(stems & words) / (len(stems | words) or 1), one) for words, one in context.shared["reviews gone"])
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def _frozen(context: Context) -> Sequence[Published]:
    """The latest released version of this manuscript, if its text is another one now."""
    same = [one for one in context.evidence.published if _file(one.manuscript) == _file(context.manuscript.name)]
    return [same[-1]] if same and same[-1].manuscript_sha256 != context.manuscript.sha256 else []


def _unexplained(context: Context, published: Published) -> Iterable[Hit]:
    """Every new sentence must be quoted by a corrigendum of that version; a revision replaces the whole."""
    explained = [one for one in context.evidence.corrigenda if one.of == published.version]
    if any(one.kind == "revision" and one.reason.strip() for one in explained):
        return
    told = {_folded(words) for one in explained if one.reason.strip() for words in one.changes}
    frozen = set(published.sentences)
    new = [one for one in context.manuscript.sentences if one.sha256 not in frozen]
    for sentence in new:
        if not any(words and (words in _folded(sentence.text) or _folded(sentence.text) in words) for words in told):
            yield Hit(
                message=f"the text differs from version {published.version}, which is published", got=sentence.text[:100],
                expected="a corrigendum that quotes the new words", sentence=sentence,
            )  # fmt: skip
    here = {one.sha256 for one in context.manuscript.sentences}
    gone = sum(one not in here for one in published.sentences)
    if gone > len(new) and not explained:
        yield Hit(
            message=f"sentences of version {published.version}, which is published, are gone", got=f"{gone - len(new)} fewer",
            expected="a corrigendum that says so",
        )  # fmt: skip


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


CHECKS: Final = (
    Check(
        code="WM905", name="changed-after-signoff", severity="B", scope="document", title="A line changed after it was signed",
        explanation="Once anybody has signed sentences of a manuscript (`witnessmark sign`), each sentence of fact, attribution, "
        "analysis or caption needs a sign-off that binds to its words and to the evidence it cites. A changed "
        "word, changed evidence, a new sentence and one that was queried or refused are told.",
        rule="methodology, rule 9, and Hygiene: “line changed after sign-off B”", fix="Have a second person read and sign it.",
        subjects=_to_sign, run=_changed,
    ),
    Check(
        code="WM906", name="frozen-changed", severity="B", scope="document", title="Published text changed without corrigendum",
        explanation="A manuscript of which a version was released may differ from it only where an addendum or corrigendum of "
        "that version quotes the new words and gives the reason, or where a revision replaces the whole.",
        rule="methodology, rule 10, and Hygiene: “frozen text changed without corrigendum B”",
        fix="Describe a corrigendum (CR), or restore the published words.", subjects=_frozen, run=_unexplained,
    ),
)  # fmt: skip
