"""Faults of fairness: letters, replies, contrary evidence, conflicts, corrections."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from msgspec.structs import replace

from operators.base import Clean, Mutant, asserting, operator
from witnessmark.evidence.findings import Correction
from witnessmark.evidence.statements import Allegation, Conflict, Stance, Statement
from witnessmark.manuscript.checks.fairness import carried_allegations


def _without(clean: Clean, ids: set[str]) -> str:
    """Return the source without the sentences that cite any of the ids."""
    source = clean.source
    for sentence in reversed(clean.manuscript.sentences):
        if {one.id for one in sentence.citations} & ids:
            source = source[: sentence.source_span.start] + source[sentence.source_span.end :]
    return source


@operator("fairness", "WM506", "WM508", "WM501", "WM510")
def drop_reply(clean: Clean, random: Random) -> Iterator[Mutant]:
    for reply in clean.evidence.replies:
        ids = {reply.id, reply.item} | {one.id for one in clean.evidence.statements if one.item == reply.item}
        if reply.item and any(one.id in ids for one in clean.manuscript.citations):
            yield Mutant(source=_without(clean, ids), note=f"every sentence on {reply.id} is taken out")
        for point in reply.points:
            if point.statement and any(one.id == point.statement for one in clean.manuscript.citations):
                yield Mutant(
                    source=_without(clean, {point.statement}),
                    note=f"the point {point.statement} of {reply.id} is taken out",
                )


@operator("fairness", "WM501", "WM506", "WM508")
def drop_contrary(clean: Clean, random: Random) -> Iterator[Mutant]:
    used = {div.ref for div in clean.manuscript.divs if div.kind == "finding"}
    for finding in clean.evidence.findings:
        against = {one for one in finding.against if one in clean.evidence.index}
        for allegation in finding.allegations:
            against |= {
                one.statement
                for one in clean.evidence.stances
                if one.allegation == allegation and one.stance in {"denies", "qualifies"}
            }
        items = {getattr(clean.evidence.index.get(one), "item", one) for one in against}
        ids = against | items | {one.id for one in clean.evidence.statements if one.item in items}
        if finding.id in used and against and any(one.id in ids for one in clean.manuscript.citations):
            yield Mutant(source=_without(clean, ids), note=f"everything against {finding.id} is taken out")


@operator("fairness", "WM503", "WM505")
def drop_letter(clean: Clean, random: Random) -> Iterator[Mutant]:
    carried = {allegation.id for _, allegation, _ in carried_allegations(clean.context)}
    for request in clean.evidence.reply_requests:
        if set(request.allegations) & carried:
            rest = tuple(one for one in clean.evidence.reply_requests if one is not request)
            yield Mutant(evidence=replace(clean.evidence, reply_requests=rest), note=f"{request.id} was never written")
            yield clean.record(request.id, "never sent", sent="", not_contacted="")


@operator("fairness", "WM505", "WM503")
def allegation_not_in_letter(clean: Clean, random: Random) -> Iterator[Mutant]:
    carried = {allegation.id for _, allegation, _ in carried_allegations(clean.context)}
    for request in clean.evidence.reply_requests:
        for one in request.allegations:
            if one in carried:
                rest = tuple(other for other in request.allegations if other != one)
                yield clean.record(request.id, f"without {one}", allegations=rest)


@operator("fairness", "WM505", "WM503")
def allegation_after_letter(clean: Clean, random: Random) -> Iterator[Mutant]:
    """A statement that the report cites makes a new allegation against somebody who was asked about others."""
    asked = {one.to for one in clean.evidence.reply_requests if one.sent}
    taken = {one.statement for one in clean.evidence.stances}
    for sentence in asserting(clean):
        for citation in sentence.citations:
            record = clean.evidence.index.get(citation.id)
            if isinstance(record, Statement) and record.id not in taken and record.polarity == "affirm":
                to = random.choice(sorted(asked))
                new = Allegation(id="A900", text=sentence.text[:200], against=(to,))
                stance = Stance(statement=record.id, allegation="A900", stance="asserts")
                evidence = replace(
                    clean.evidence,
                    allegations=(*clean.evidence.allegations, new),
                    stances=(*clean.evidence.stances, stance),
                )
                yield Mutant(
                    evidence=evidence, note=f"{record.id} accuses {to}: in no letter", line=sentence.source_span.line
                )


@operator("fairness", "WM504")
def short_window(clean: Clean, random: Random) -> Iterator[Mutant]:
    for request in clean.evidence.reply_requests:
        if request.sent and request.due:
            for days in (0.5, 1, 2, 3, 5):
                due = (datetime.fromisoformat(request.sent) + timedelta(days=days)).isoformat()
                yield clean.record(request.id, f"{days} days to answer", due=due, extended_to="")


@operator("fairness", "WM510")
def late_reply(clean: Clean, random: Random) -> Iterator[Mutant]:
    for reply in clean.evidence.replies:
        request = clean.evidence.index.get(reply.request)
        due = request.extended_to or request.due
        if reply.item and due and any(one.id in {reply.id, request.id} for one in clean.manuscript.citations):
            for days in (1, 4, 20):
                received = (datetime.fromisoformat(due) + timedelta(days=days)).isoformat()
                yield clean.record(reply.id, f"{days} days late", received=received)


@operator("fairness", "WM502")
def open_conflict(clean: Clean, random: Random) -> Iterator[Mutant]:
    cited = [one.id for one in clean.manuscript.citations if isinstance(clean.evidence.index.get(one.id), Statement)]
    for one in clean.evidence.conflicts:
        if one.weighed and len(set(one.between) & set(cited)) > 1:
            yield clean.record(one.id, "not weighed", weighed="", by="")
    for _ in range(12):
        pair = tuple(random.sample(sorted(set(cited)), 2))
        conflict = Conflict(id="CF900", kind=random.choice(("date", "place", "number", "account")), between=pair)
        yield Mutant(
            evidence=replace(clean.evidence, conflicts=(*clean.evidence.conflicts, conflict)),
            note=f"{pair} contradict each other",
        )


@operator("fairness", "WM507")
def correction_not_made(clean: Clean, random: Random) -> Iterator[Mutant]:
    replies = [one.id for one in clean.evidence.replies]
    for sentence in asserting(clean):
        if replies and sentence.ordinal % 7 == 0 and len(sentence.text) > 40:
            words = " ".join(sentence.source.split(" ")[:5])
            correction = Correction(
                reply=replies[0], comment="this is wrong", accepted=True, reason="so it is", was=words, now=""
            )
            evidence = replace(clean.evidence, corrections=(*clean.evidence.corrections, correction))
            yield Mutant(evidence=evidence, note=f"{words!r} should stand no longer")
    for correction in clean.evidence.corrections:
        if correction.accepted and correction.now and correction.now in clean.source:
            at = clean.source.index(correction.now)
            yield clean.text(at, at + len(correction.now), correction.was or "the other place")


@operator("fairness", "WM508", "WM506")
def exculpatory_left_out(clean: Clean, random: Random) -> Iterator[Mutant]:
    for reply in clean.evidence.replies:
        statements = [one for one in clean.evidence.statements if reply.item and one.item == reply.item]
        cited = {one.id for one in clean.manuscript.citations}
        for statement in statements:
            if statement.id not in cited and reply.points:
                point = replace(
                    reply.points[0], statement=statement.id, words=statement.passage.quote, exculpatory=True
                )
                yield clean.record(reply.id, f"{statement.id} speaks for the addressee", points=(*reply.points, point))
