"""Faults of independence: one origin only, copies, circles, nobody's reports, hearsay, parties, leaks."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from msgspec.structs import replace

from operators.base import Clean, Mutant, asserting, changed, operator
from witnessmark.evidence.sources import Item, Link
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.independence import _speaks_for_itself, assertions
from witnessmark.manuscript.model import Sentence
from witnessmark.weighing.groups import Grouper


def _item(clean: Clean, one: str) -> Item | None:
    record = clean.evidence.index.get(one)
    found = clean.evidence.index.get(record.item) if isinstance(record, Statement) else record
    return found if isinstance(found, Item) else None


@cache
def _alone(clean: Clean) -> frozenset[int]:
    """Facts in the report's own voice; not what an office tells of its own work, nor what a record tells of itself."""
    found = assertions(clean.context)
    return frozenset(one.ordinal for one in found if not _speaks_for_itself(clean.context, one))


def _own(clean: Clean, sentence: Sentence) -> bool:
    """A fact in the report's own voice that nothing but its citations carries."""
    return sentence.ordinal in _alone(clean) and clean.manuscript.div(sentence, "finding") is None


@operator("independence", "WM2", "WM102")
def one_origin_left(clean: Clean, random: Random) -> Iterator[Mutant]:
    """Of the citations of a fact that has two origins, those of one are left."""
    grouper = Grouper(clean.evidence)
    for sentence in asserting(clean):
        ids = [one.id for one in sentence.citations if _item(clean, one.id) is not None]
        if (
            not _own(clean, sentence)
            or len(sentence.groups) != 1
            or len(ids) < 2
            or len(ids) != len(sentence.citations)
        ):
            continue
        groups = grouper.groups(ids)
        if len(groups) > 1:
            kept = random.choice(groups).members
            kept = [one for one in ids if one in kept or getattr(_item(clean, one), "id", "") in kept]
            if kept and len(kept) < len(ids):
                group = sentence.groups[0]
                yield clean.text(group.start, group.end, "[" + "; ".join(f"@{one}" for one in kept) + "]")


@operator("independence", "WM110", "WM102")
def cite_the_copy(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A statement of the copy is cited instead of the one of its origin."""
    words = {one.id: set(re.findall(r"\w{4,}", one.passage.quote.casefold())) for one in clean.evidence.statements}
    for sentence in asserting(clean):
        for citation in sentence.citations:
            cited = clean.evidence.index.get(citation.id)
            if not isinstance(cited, Statement) or not words[cited.id]:
                continue
            for one in clean.evidence.statements:
                item = clean.evidence.index.get(one.item)
                copied = isinstance(item, Item) and any(
                    link.to == cited.item and link.relation in {"wire_copy", "near_duplicate", "cites"} and not link.cut
                    for link in item.links
                )
                if copied and words[one.id] and len(words[one.id] & words[cited.id]) >= 0.6 * len(words[one.id]):
                    at = clean.source.index(citation.id, citation.start)
                    yield clean.text(at, at + len(citation.id), one.id)


@operator("independence", "WM203", "WM201")
def count_copies(clean: Clean, random: Random) -> Iterator[Mutant]:
    grouper = Grouper(clean.evidence)
    groups = [one for one in grouper.groups([item.id for item in clean.evidence.items]) if len(one.members) > 1]
    for group in groups:
        members = [one for one in group.members if any(s.item == one for s in clean.evidence.statements)]
        for block in [one for one in clean.manuscript.paragraphs if not one.divs][::6] if len(members) > 1 else ():
            cites = "; ".join(f"@{one}" for one in members[:3])
            number = {2: "Two", 3: "Three"}.get(len(members[:3]), "Several")
            end = block.span.end
            yield clean.text(end, end, f" {number} independent outlets reported it. [{cites}]")


@operator("independence", "WM204", "WM101")
def reports_say(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        match = re.match(r"[^“”\[\]]{3,70}?\b(?:said|says|stated|testified|wrote|claimed) that ", sentence.source)
        if sentence.kind == "attribution" and match and not sentence.quotations:
            at = sentence.source_span.start
            new = random.choice(("Reports say that ", "According to sources, ", "It is widely believed that "))
            yield clean.text(at, at + match.end(), new)


@operator("independence", "WM205", "WM2", "WM3")
def hearsay_only(clean: Clean, random: Random) -> Iterator[Mutant]:
    for sentence in asserting(clean):
        ids = [one.id for one in sentence.citations]
        known = [one for one in ids if isinstance(clean.evidence.index.get(one), Statement)]
        if _own(clean, sentence) and known and len(known) == len(ids):
            evidence = clean.evidence
            for one in known:
                evidence = changed(evidence, one, distance=3)
            yield Mutant(evidence=evidence, note=f"{', '.join(known)}: told at third hand")


@operator("independence", "WM202")
def circle(clean: Clean, random: Random) -> Iterator[Mutant]:
    for item in clean.evidence.items:
        for link in item.links:
            other = clean.evidence.index.get(link.to)
            if link.relation in {"cites", "wire_copy"} and not link.cut and isinstance(other, Item):
                back = Link(relation="cites", to=item.id, reason="it names the other as its source")
                evidence = changed(clean.evidence, other.id, links=(*other.links, back))
                evidence = changed(
                    evidence,
                    item.id,
                    links=tuple(replace(one, relation="cites") if one is link else one for one in item.links),
                )
                cited = {getattr(_item(clean, one.id), "id", "") for one in clean.manuscript.citations}
                if {item.id, other.id} & cited:
                    yield Mutant(evidence=evidence, note=f"{item.id} and {other.id} name each other as their source")


@operator("independence", "WM2", "WM3")
def joined_origin(clean: Clean, random: Random) -> Iterator[Mutant]:
    """What a fact with two origins cites turns out to be one witness."""
    grouper = Grouper(clean.evidence)
    for sentence in asserting(clean):
        items = list(
            {found.id: found for one in sentence.citations if (found := _item(clean, one.id)) is not None}.values()
        )
        if _own(clean, sentence) and len(items) == 2 and len(grouper.groups([one.id for one in items])) == 2:
            link = Link(relation="same_witness", to=items[1].id, reason="both go back to one witness")
            evidence = changed(clean.evidence, items[0].id, links=(*items[0].links, link))
            yield Mutant(evidence=evidence, note=f"{items[0].id} and {items[1].id}: one witness")


@operator("independence", "WM207", "WM310")
def leaked(clean: Clean, random: Random) -> Iterator[Mutant]:
    cited = {found.id: found for one in clean.manuscript.citations if (found := _item(clean, one.id)) is not None}
    for item in cited.values():
        evidence = changed(clean.evidence, item.id, obtained="leaked", authenticity="")
        yield Mutant(evidence=evidence, note=f"{item.id}: leaked, not graded")
