"""The public snapshot: the internal one reduced to what may be known outside, under public ids.

Staff are not named but for those who sign findings and waivers: the protection duty covers interpreters and
collectors too. No digest of anything that is not in the bundle is carried over.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Reply
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import CollectionRecord, Item, Link, Source
from witnessmark.evidence.statements import Quantity, Statement
from witnessmark.evidence.text import Passage, Text, Tool
from witnessmark.release.numbering import NOT_PUBLISHED, public_ids, renumber
from witnessmark.release.publication import PUBLICATION, Publication
from witnessmark.release.selection import Selection, select
from witnessmark.text.passages import make_passage

#: What stands in the place of the name of who vouches for a transcription or translation.
ATTESTOR = "attested; the name is kept inside"
#: Connections to events that say nothing but that the person was there; others may point at one person.
PLAIN_CONNECTIONS = frozenset({"", "victim", "witness"})
DAY, MONTH = 10, 7
#: What is never told of a source outside: whether they are a child, and what they risk.
UNTOLD: Final[dict[str, Any]] = {"minor": False, "best_interest": "", "risks": ()}
WITHHELD = "withheld by decision of the office"
NOWHERE = Passage(text="", start=0, end=0, quote="")
change = msgspec.structs.replace


@dataclass(frozen=True, kw_only=True)
class PublicSnapshot:
    """The public evidence and two maps that stay inside.

    `ids`: internal id → public id of what is shown; `words`: the same for prose, where every other internal id is
    marked as not published: prose that mentions it is refused, because its number would be taken for a public one.
    """

    evidence: Evidence
    ids: Mapping[str, str]
    words: Mapping[str, str]


def public_snapshot(
    evidence: Evidence, publications: Mapping[str, Publication], cited: Iterable[str], commitments: Mapping[str, str]
) -> PublicSnapshot:
    """Return the public snapshot.

    `publications` and `commitments` (hex) are by internal item id, `cited` are internal ids in order of first citation.
    """
    order = tuple(cited)
    disclosed = [name for name, publication in publications.items() if publication.form != "withheld"]
    shy = {one.id for one in evidence.statements if tells_by_itself(one, evidence, publications)}
    reducer = Reducer(evidence, publications, commitments, select(evidence, order, disclosed, shy))
    reduced = reducer.reduced()
    ids = public_ids(reduced, order)
    words = {**dict.fromkeys(evidence.index, NOT_PUBLISHED), **ids}
    return PublicSnapshot(evidence=renumber(reduced, words), ids=ids, words=words)


@dataclass(frozen=True)
class Reducer:
    """Takes the internal snapshot apart and keeps of each record what may be known."""

    evidence: Evidence
    publications: Mapping[str, Publication]
    commitments: Mapping[str, str]
    selection: Selection

    def reduced(self) -> Evidence:
        """Return the reduced snapshot, still under internal ids."""
        inside = self.evidence
        items = self._each(inside.items, self.selection.items, self._item)
        statements = self._each(inside.statements, self.selection.statements, self._statement)
        reduced = Evidence(
            investigation=inside.investigation, taken_at=inside.taken_at, public=True,
            items=items, texts=self._texts(), statements=statements,
            quantities=self._each(inside.quantities, self.selection.quantities, self._quantity),
            findings=self._each(inside.findings, self.selection.findings, lambda finding: finding),
            allegations=self._each(inside.allegations, self.selection.allegations, lambda allegation: allegation),
            stances=self._stances(), replies=tuple(self._reply(reply) for reply in inside.replies), treaties=inside.treaties,
            conflicts=tuple(one for one in inside.conflicts if self._shown(one.between)),
            corrections=inside.corrections,
            reply_requests=tuple(change(request, text="") for request in inside.reply_requests),
            recommendations=tuple(
                change(one, findings=self._known(one.findings, self.selection.findings))
                for one in inside.recommendations
            ),
        )  # fmt: skip
        return self._with_sources(reduced)

    @staticmethod
    def _each(records: Iterable[Any], chosen: frozenset[str], reduce: Callable[[Any], Any]) -> tuple[Any, ...]:
        return tuple(reduce(record) for record in records if record.id in chosen)

    @staticmethod
    def _known(ids: Iterable[str], chosen: frozenset[str]) -> tuple[str, ...]:
        return tuple(name for name in ids if name in chosen)

    def _item(self, item: Item) -> Item:
        publication = self.publications[item.id]
        if publication.form == "withheld":
            return Item(
                id=item.id, media_type="application/octet-stream", title="Withheld", disclosure="withheld",
                commitment=self.commitments[item.id],
            )  # fmt: skip
        original = publication.form == "original"
        return change(
            item, title=publication.scrubbed(item.title), size=len(publication.data),
            sha256=sha256(publication.data).hexdigest() if original else "", commitment=self.commitments[item.id],
            disclosure="public" if original else "redacted", media_type=publication.media_type,
            published=month(item.published) if self._is_protected(item.source) else item.published,
            authenticity=publication.scrubbed(item.authenticity), suspect=publication.scrubbed(item.suspect),
            assessment=self._assessment(item), handovers=(), portraits=(), integrity="", custody_faults=(),
            obtained="" if item.protected else item.obtained, alteration_note=publication.scrubbed(item.alteration_note),
            collected=tuple(self._collected(one, publication) for one in item.collected),
            texts=tuple(name for name in item.texts if name in publication.texts), links=self._links(item),
            fingerprint=item.fingerprint if original else None,
        )  # fmt: skip

    def _assessment(self, item: Item) -> Any:  # noqa: ANN401 - an Assessment or None
        if item.assessment is None:
            return None
        reason = "" if self._is_protected(item.source) else item.assessment.reason
        return change(item.assessment, by="", reason=reason)

    def _is_protected(self, name: str) -> bool:
        return name in self.evidence.index and self.evidence.index[name].protected

    def _links(self, item: Item) -> tuple[Link, ...]:
        """Keep links between what is shown; nothing that ties anything to a protected source or protected item."""
        if item.protected or self._is_protected(item.source):
            return ()
        kept = (link for link in item.links if self._may_be_told(link.to))
        return tuple(change(link, reason=self._link_reason(link)) for link in kept)

    def _may_be_told(self, name: str) -> bool:
        """Tell whether a link to an item or source gives nothing away."""
        publication = self.publications.get(name)
        if publication is None:
            return name in self._source_ids and not self._is_protected(name)
        item = publication.item
        shown = name in self.selection.items and publication.form != "withheld"
        return shown and not item.protected and not self._is_protected(item.source)

    def _link_reason(self, link: Link) -> str:
        """Return the reason of a link with the redactions of the item that it leads to."""
        publication = self.publications.get(link.to)
        return publication.scrubbed(link.reason) if publication else link.reason

    @property
    def _source_ids(self) -> frozenset[str]:
        shown = [self.publications[name] for name in self.selection.items]
        return frozenset(publication.item.source for publication in shown if publication.form != "withheld")

    def _collected(self, record: CollectionRecord, publication: Publication) -> CollectionRecord:
        """Keep where, when and with what it was collected; not by whom, from which machine, under which name, or why.

        What came from a protected source tells the month only; what has no web address, where others could look for
        themselves, the day. The address of a protected item would lead to what is redacted here.
        """
        shy = self._is_protected(publication.item.source)
        address = "" if shy or publication.item.protected else publication.scrubbed(record.address)
        whole = bool(address)
        return CollectionRecord(
            address=address, collected_at=record.collected_at[: None if whole else MONTH if shy else DAY],
            tool=record.tool, clock=record.clock if whole else "", layer=record.layer,
            part_of=record.part_of if record.part_of in self.selection.items else "", missing=record.missing,
        )  # fmt: skip

    def _texts(self) -> tuple[Text, ...]:
        return tuple(
            self._text(text, self.publications[text.item])
            for text in self.evidence.texts
            if text.item in self.selection.items and text.id in self.publications[text.item].texts
        )

    @staticmethod
    def _text(text: Text, publication: Publication) -> Text:
        redacted = publication.texts[text.id]
        digest = sha256(publication.data).hexdigest() if publication.form == "original" else ""
        known = text.source_text in publication.texts
        return change(
            text, content=redacted.content, sha256=sha256(redacted.content.encode()).hexdigest(),
            input_sha256=text.input_sha256 if text.input_sha256 == digest else "",
            segments=redacted.moved_segments(text.segments), source_text=text.source_text if known else "",
            tool=Tool(name=text.tool.name, version=text.tool.version) if text.attested_by else text.tool,
            attested_by=ATTESTOR if text.attested_by else "",
        )  # fmt: skip

    def _statement(self, statement: Statement) -> Statement:
        publication = self.publications[statement.item]
        if publication.form == "withheld" or statement.withheld or statement.passage.text not in publication.texts:
            return Statement(
                id=statement.id, item=statement.item, passage=NOWHERE, kind=statement.kind,
                withheld=statement.withheld or WITHHELD,
            )  # fmt: skip
        shy = is_shy(statement, self.evidence)
        return change(
            statement, passage=self._passage(statement.passage, publication), confirmed_by="",
            date=month(statement.date) if shy else statement.date,
            connection="" if shy and statement.connection not in PLAIN_CONNECTIONS else statement.connection,
            speaker_phrase=publication.scrubbed(statement.speaker_phrase), cue=publication.scrubbed(statement.cue),
            audience=publication.scrubbed(statement.audience),
        )  # fmt: skip

    def _passage(self, passage: Passage, publication: Publication) -> Passage:
        redacted = publication.texts[passage.text]
        start, end = redacted.moved(passage.start, passage.end)
        text = change(self.evidence.index[passage.text], content=redacted.content)
        made = make_passage(text, start, end)
        cut = any(one.start < passage.end and passage.start < one.end for one in redacted.cuts)
        return made if cut else change(made, rects=passage.rects, seconds=passage.seconds)

    def _quantity(self, quantity: Quantity) -> Quantity:
        kept = []
        for passage in quantity.passages:
            publication = self.publications[self.evidence.index[passage.text].item]
            if passage.text in publication.texts:
                kept.append(self._passage(passage, publication))
        return change(
            quantity, passages=tuple(kept), statements=self._known(quantity.statements, self.selection.statements)
        )

    def _reply(self, reply: Reply) -> Reply:
        """Keep the points of a reply; a statement that is not shown is not named."""
        points = (
            change(point, statement=point.statement if point.statement in self.selection.statements else "")
            for point in reply.points
            if point.allegation in self.selection.allegations
        )
        return change(reply, points=tuple(points))

    def _shown(self, ids: Iterable[str]) -> bool:
        """Tell whether every one of these records is in the public snapshot."""
        chosen = self.selection
        return set(ids) <= set(chosen.statements) | set(chosen.items) | set(chosen.quantities)

    def _stances(self) -> tuple[Any, ...]:
        chosen = self.selection
        shown = {
            one.id
            for one in self.evidence.statements
            if one.id in chosen.statements and self.publications[one.item].form != "withheld" and not one.withheld
        }
        return tuple(
            change(stance, by="", reason="")
            for stance in self.evidence.stances
            if stance.statement in shown and stance.allegation in chosen.allegations
        )

    def _with_sources(self, reduced: Evidence) -> Evidence:
        """Add the sources and organisations that the reduced records name, and the bodies above them."""
        wanted = set(named(msgspec.to_builtins(reduced)))
        while (
            parents := {
                self.evidence.index[name].parent
                for name in wanted & set(self.evidence.index)
                if hasattr(self.evidence.index[name], "parent")
            }
            - wanted
            - {""}
        ):
            wanted |= parents
        return change(
            reduced,
            sources=tuple(public_source(source) for source in self.evidence.sources if source.id in wanted),
            organisations=tuple(one for one in self.evidence.organisations if one.id in wanted),
        )


def is_shy(statement: Statement, evidence: Evidence) -> bool:
    """Tell whether a statement was made by a protected source, or to us by one."""
    item = evidence.index[statement.item]
    sources = (evidence.index.get(name) for name in (statement.speaker, item.source))
    return any(getattr(source, "protected", False) for source in sources)


def tells_by_itself(statement: Statement, evidence: Evidence, publications: Mapping[str, Publication]) -> bool:
    """Tell whether a statement is shown only where the report cites it: its speaker is protected or its words are cut."""
    redacted = publications[statement.item].texts.get(statement.passage.text)
    start, end = statement.passage.start, statement.passage.end
    return is_shy(statement, evidence) or any(
        cut.start < end and start < cut.end for cut in (redacted.cuts if redacted else ())
    )


def month(date: PartialDate | None) -> PartialDate | None:
    """Return a date no more exact than its month: no day, no clock, no zone, no note."""
    if date is None or len(date.value) < MONTH:
        return date and PartialDate(value=date.value, precision=date.precision)
    if date.precision == "week" or "W" in date.value[:MONTH]:
        return PartialDate(value=date.value[:4], precision="year")
    return PartialDate(value=date.value[:MONTH], precision="month")


def public_source(source: Source) -> Source:
    """Return the source as it may be known: pseudonym, grade, and consents to publication without their details."""
    consents = tuple(
        type(consent)(purpose=consent.purpose, decision=consent.decision)
        for consent in source.consents
        if consent.purpose in PUBLICATION and not consent.revoked
    )
    if source.protected:
        return change(source, reason="", parent="", connection="", consents=consents, **UNTOLD)
    return change(source, consents=consents, **UNTOLD)


def named(value: Any) -> Iterable[str]:  # noqa: ANN401 - any JSON value
    """Yield every string of a JSON value; those that are ids of sources or organisations name them."""
    if isinstance(value, dict):
        for inner in (*value, *value.values()):
            yield from named(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from named(inner)
    elif isinstance(value, str):
        yield value
