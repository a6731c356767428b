"""Faults of hygiene: method and limits, recommendations, summary, sign-offs, frozen text, placeholders, syntax, names, order."""

import re
from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from operators.base import Clean, Mutant, asserting, operator, places
from witnessmark.evidence.findings import Review
from witnessmark.evidence.publication import Published
from witnessmark.manuscript.digests import evidence_digest


@operator("hygiene", "WM9")
def placeholder(clean: Clean, random: Random) -> Iterator[Mutant]:
    words = (
        "TODO check this.",
        "XX people were there.",
        "[name to be added]",
        "??? was there.",
        "Lorem ipsum dolor sit amet.",
        "TBC",
        "[citation needed]",
    )
    for block in clean.manuscript.paragraphs[::6]:
        yield clean.text(block.span.end, block.span.end, " " + random.choice(words))


@operator("hygiene", "WM9")
def unclosed_div(clean: Clean, random: Random) -> Iterator[Mutant]:
    for match in re.finditer(r"^:::[ \t]*\n", clean.source, re.MULTILINE):
        yield clean.text(match.start(), match.end(), "", note="a div is not closed")


@operator("hygiene", "WM9")
def drop_section(clean: Clean, random: Random) -> Iterator[Mutant]:
    """The section on method, or on limits, is taken out; where another such section stands, what is left is no fault."""
    blocks = clean.manuscript.headings
    named = [one for one in blocks if re.search(r"method|limit", one.text, re.IGNORECASE)]
    for index, block in enumerate(blocks):
        end = next((one.span.start for one in blocks[index + 1 :] if one.level <= block.level), len(clean.source))
        if block in named and all(block.span.start <= one.span.start < end for one in named):
            yield clean.text(block.span.start, end, "", note=f"without {block.text!r}")


@operator("hygiene", "WM904", "WM106", "WM1")
def summary_stronger(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A sentence of the summary says more than the body: another figure, no doubt."""
    blocks = clean.manuscript.headings
    for index, block in enumerate(blocks):
        if not re.search(r"summary|key findings|in short", block.text, re.IGNORECASE):
            continue
        end = blocks[index + 1].span.start if index + 1 < len(blocks) else len(clean.source)
        inside = [one for one in clean.manuscript.sentences if block.span.end < one.source_span.start < end]
        for _, match, start, stop in places(
            inside,
            r"(?<![\d.,-])\d{1,3}(?![\d:,.]\d)(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))",
        ):
            yield clean.text(start, stop, str(int(match[0]) + random.choice((3, 11, 40))))
        for _, _, start, stop in places(
            inside, r"\b(?:may |might |allegedly |could |indications (?:that|of) |at least |some of |reportedly )"
        ):
            yield clean.text(start, stop, "")


@operator("hygiene", "WM905")
def changed_after_signoff(clean: Clean, random: Random) -> Iterator[Mutant]:
    context = clean.context
    for sentence in asserting(clean):
        if sentence.ordinal % 5 == 0 and len(sentence.text) > 30:
            review = Review(
                id="RV900", sentence_sha256="0" * 64, evidence_sha256=evidence_digest(clean.evidence, context.cited(sentence)), by="B. Second",
                at="2040-01-01T10:00:00+00:00", verdict="signed", manuscript=clean.manuscript.name, sentence=sentence.text.replace(" the ", " a ", 1) + " Indeed.",
                paragraph=sentence.paragraph,
            )  # fmt: skip
            yield Mutant(
                evidence=replace(clean.evidence, reviews=(*clean.evidence.reviews, review)),
                note=f"signed otherwise: {sentence.text[:50]!r}",
            )


@operator("hygiene", "WM906")
def frozen_text_changed(clean: Clean, random: Random) -> Iterator[Mutant]:
    digests = tuple(one.sha256 for one in clean.manuscript.sentences)
    published = Published(
        version="1.0",
        manuscript=clean.manuscript.name,
        manuscript_sha256=clean.manuscript.sha256,
        at="2040-01-01T10:00:00+00:00",
        sentences=digests,
    )
    evidence = replace(clean.evidence, published=(*clean.evidence.published, published))
    for sentence in asserting(clean):
        match = re.search(r" (?:the|a|was|were|in) ", sentence.source)
        if match and sentence.ordinal % 6 == 0:
            at = sentence.source_span.start + match.end()
            yield Mutant(
                evidence=evidence,
                source=clean.source[:at] + "very " + clean.source[at:],
                note=f"changed after release: {sentence.text[:50]!r}",
            )


@operator("hygiene", "WM903")
def recommendation_without_ground(clean: Clean, random: Random) -> Iterator[Mutant]:
    for one in clean.evidence.recommendations:
        cited = f"@{one.id}" in clean.source
        if cited or one.text[:30] in clean.source:
            yield clean.record(one.id, "rests on no finding", findings=())
            yield clean.record(one.id, "addressed to nobody", to="")


@operator("dates", "WM8", "WM1")
def wrong_order(clean: Clean, random: Random) -> Iterator[Mutant]:
    lines = ("He was released on 3 March 2030, after he was arrested on 9 May 2030.", "She was born in 2019 and died in 2011.",
             "The order was signed on 31 June 2029.", "It lasted from 9 May to 3 May 2030.", "He was arrested on 9 May 2030 and released on 2 April 2030.")  # fmt: skip
    for sentence in asserting(clean):
        if sentence.citations and sentence.ordinal % 8 == 0:
            end = sentence.source_span.end
            yield clean.text(end, end, f" {random.choice(lines)} [@{sentence.citations[0].id}]")


@operator("dates", "WM804", "WM1")
def name_variant(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A name that stands several times is once written another way."""
    for sentence, match, start, end in places(asserting(clean), r"(?<=[a-z,] )[A-Z][a-z]{5,}\b"):
        word = match[0]
        if len(re.findall(rf"\b{word}\b", clean.source)) < 3 or re.search(
            r"(?:day|ber|ary|Office|Ministry|March|April|Republic|District|Centre|Renewal)$", word
        ):
            continue
        for old, new in (("k", "kh"), ("a", "aa"), ("i", "y"), ("e", "ee"), ("r", "rr"), ("s", "z"), ("o", "ou")):
            at = word.find(old, 1)
            if at > 0:
                yield clean.text(start, end, word[:at] + new + word[at + 1 :])
                break


@operator("hygiene", "WM9", "WM1", "WM6")
def text_direction(clean: Clean, random: Random) -> Iterator[Mutant]:
    """Characters that turn or hide what is read: overrides, look-alike letters, nothing-wide ones."""
    for sentence, match, start, end in places(asserting(clean), r"(?<= )[a-z]*[aeocp][a-z]{3,}\b"):
        if sentence.ordinal % 6:
            continue
        kind = random.randrange(3)
        word = match[0]
        if kind == 0:
            new = f"\u202e{word[::-1]}\u202c"
        elif kind == 1:
            new = re.sub(
                "[aeocp]", lambda one: {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р"}[one[0]], word, count=1
            )
        else:
            new = word[:2] + "\u200b" + word[2:]
        yield clean.text(start, end, new)
