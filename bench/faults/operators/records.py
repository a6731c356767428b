"""Faults in the records of people and things: consent, risks, minors, accused, custody, translation, machine text."""

from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from operators.base import Clean, Mutant, asserting, changed, operator
from witnessmark.evidence.events import Act, Incident, Involvement, Person
from witnessmark.evidence.sources import Handover, Item, Portrait, Source
from witnessmark.evidence.statements import Statement


def _cited_items(clean: Clean) -> list[Item]:
    found: dict[str, Item] = {}
    for citation in clean.manuscript.citations:
        record = clean.evidence.index.get(citation.id)
        item = clean.evidence.index.get(record.item) if isinstance(record, Statement) else record
        if isinstance(item, Item):
            found.setdefault(item.id, item)
    return list(found.values())


def _tellers(clean: Clean) -> list[Source]:
    found: dict[str, Source] = {}
    for citation in clean.manuscript.citations:
        record = clean.evidence.index.get(citation.id)
        item = clean.evidence.index.get(record.item) if isinstance(record, Statement) else record
        if isinstance(item, Item) and item.genre in {"testimony", "interview"}:
            source = clean.evidence.index.get(item.source)
            if isinstance(source, Source) and source.kind == "person" and source.consents:
                found.setdefault(source.id, source)
    return list(found.values())


@operator("protection", "WM603")
def consent_revoked(clean: Clean, random: Random) -> Iterator[Mutant]:
    for source in _tellers(clean):
        for consents in (
            (),
            tuple(replace(one, revoked="2050-01-01") for one in source.consents),
            tuple(
                replace(one, decision="refused") if one.purpose.startswith("publication") else one
                for one in source.consents
            ),
            tuple(one for one in source.consents if not one.purpose.startswith("publication")),
        ):
            yield clean.record(source.id, f"{len(consents)} consents", consents=consents)


@operator("protection", "WM604")
def risk_unassessed(clean: Clean, random: Random) -> Iterator[Mutant]:
    for source in _tellers(clean):
        if source.protected:
            yield clean.record(source.id, "nobody assessed the risk", risks=())
            others = tuple(one for one in source.risks if one.of != "relatives")
            if len(others) < len(source.risks):
                yield clean.record(source.id, "risk to relatives not assessed", risks=others)


@operator("protection", "WM6")
def child_named(clean: Clean, random: Random) -> Iterator[Mutant]:
    for end in [block.span.end for block in clean.manuscript.paragraphs[::12]]:
        person = Person(id="P900", name="Lio Varent", minor=True)
        evidence = replace(clean.evidence, persons=(*clean.evidence.persons, person))
        source = clean.source[:end] + " Lio Varent saw it from the roof." + clean.source[end:]
        yield Mutant(evidence=evidence, source=source, note="a child is named")
        aged = clean.source[:end] + " A boy, Lio Varent (11), saw it from the roof." + clean.source[end:]
        yield Mutant(source=aged, note="a child of eleven is named")


@operator("protection", "WM610")
def accused_named(clean: Clean, random: Random) -> Iterator[Mutant]:
    for end in [block.span.end for block in clean.manuscript.paragraphs[::12]]:
        person = Person(id="P901", name="Corvan Teil")
        incident = Incident(
            id="I900", title="x", acts=(Act(id="AC900", kind="beating"),),
            involvements=(Involvement(id="IV900", act="AC900", who="P901", degree="ordered"),),
        )  # fmt: skip
        evidence = replace(
            clean.evidence, persons=(*clean.evidence.persons, person), incidents=(*clean.evidence.incidents, incident)
        )
        source = clean.source[:end] + " The order came from Corvan Teil." + clean.source[end:]
        yield Mutant(evidence=evidence, source=source, note="somebody accused is named")


@operator("custody", "WM701")
def bytes_changed(clean: Clean, random: Random) -> Iterator[Mutant]:
    for item in _cited_items(clean):
        yield clean.record(item.id, "its bytes differ", integrity="differs")
        yield clean.record(item.id, "its bytes are gone", integrity="missing")


@operator("custody", "WM702")
def custody_gap(clean: Clean, random: Random) -> Iterator[Mutant]:
    for item in _cited_items(clean):
        steps = (
            Handover(giver="a driver", taker="the clerk", at="2031-01-01T10:00:00+00:00"),
            Handover(giver="a courier", taker="the Office", at="2031-01-02T10:00:00+00:00"),
        )
        yield clean.record(item.id, "a hand is missing", handovers=steps)
        yield clean.record(item.id, "no collection record", collected=())
        early = (steps[0], replace(steps[1], giver="the clerk", at="2030-01-02T10:00:00+00:00"))
        yield clean.record(item.id, "handed on before it was received", handovers=early)


@operator("custody", "WM703")
def page_not_captured(clean: Clean, random: Random) -> Iterator[Mutant]:
    told = any("full-page" in one.text for one in clean.manuscript.sentences)
    for item in _cited_items(clean):
        if item.collected and not told:
            records = tuple(
                replace(one, address=one.address or "https://page.example/", missing=("c: full-page capture",))
                for one in item.collected
            )
            yield clean.record(item.id, "no picture of the page", collected=records)


@operator("custody", "WM704")
def altered_unlabelled(clean: Clean, random: Random) -> Iterator[Mutant]:
    shown = {image.target for image in clean.manuscript.images} | {one.id for one in clean.manuscript.citations}
    for item in clean.evidence.items:
        if item.id in shown and item.media_type.split("/")[0] in {"image", "audio", "video"}:
            for alteration in ("edited", "generated"):
                yield clean.record(item.id, alteration, alteration=alteration)


@operator("custody", "WM705", "WM1")
def translation_unattested(clean: Clean, random: Random) -> Iterator[Mutant]:
    cited = {item.id for item in _cited_items(clean)}
    for text in clean.evidence.texts:
        if text.kind == "translation" and text.item in cited:
            yield clean.record(text.id, "nobody vouches for the translation", attested_by="")


@operator("custody", "WM706", "WM1")
def machine_text(clean: Clean, random: Random) -> Iterator[Mutant]:
    for block in clean.manuscript.paragraphs[::8]:
        end = block.span.end
        yield clean.text(
            end,
            end,
            "\n\n::: machine\nThe centre holds about two thousand people and is run by the army.\n:::\n",
            note="machine text",
        )


@operator("custody", "WM108", "WM1")
def capture_empty(clean: Clean, random: Random) -> Iterator[Mutant]:
    direct = {one.id for one in clean.manuscript.citations}
    for item in _cited_items(clean):
        if item.texts and any(one.item == item.id and one.content for one in clean.evidence.texts):
            used = item.id in direct or any(
                one.item == item.id and one.id in direct for one in clean.evidence.statements
            )
            if used:
                yield clean.record(item.id, "a log-in page", suspect="login wall")


@operator("custody", "WM806", "WM6")
def portrait_guessed(clean: Clean, random: Random) -> Iterator[Mutant]:
    pictures = [one for one in clean.evidence.items if one.media_type.startswith("image/")]
    for picture in pictures:
        evidence = changed(
            clean.evidence,
            picture.id,
            portraits=(Portrait(person="P902", by="A. Clerk", basis="looks like him"),),
        )
        evidence = replace(evidence, persons=(*evidence.persons, Person(id="P902", name="Corvan Teil")))
        for block in clean.manuscript.paragraphs[::15]:
            end = block.span.end
            source = clean.source[:end] + f"\n\n![Corvan Teil at the gate.]({picture.id})\n" + clean.source[end:]
            yield Mutant(evidence=evidence, source=source, note="a portrait matched by one person")


@operator("support", "WM1", "WM2", "WM3")
def source_distrusted(clean: Clean, random: Random) -> Iterator[Mutant]:
    """The only source of a fact in the report's own voice turns out to be unknown."""
    for sentence in asserting(clean):
        sources = {getattr(clean.evidence.index.get(one.id), "speaker", "") for one in sentence.citations}
        items = {
            getattr(clean.evidence.index.get(getattr(clean.evidence.index.get(one.id), "item", one.id)), "source", "")
            for one in sentence.citations
        }
        wanted = {one for one in sources | items if one}
        if sentence.kind == "fact" and len(wanted) == 1 and len(sentence.citations) == 1:
            one = next(iter(wanted))
            if isinstance(clean.evidence.index.get(one), Source):
                yield clean.record(one, "of unknown kind", kind="unknown", reliability="F")
