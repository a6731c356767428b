"""The evidence snapshot: everything that reasoning may know, as one immutable value; and, apart, what it may not."""

from typing import Any

import msgspec

from witnessmark.casefile.records import (
    Allegation,
    Approach,
    Conflict,
    Correction,
    Corrigendum,
    Finding,
    Incident,
    Item,
    Organisation,
    Person,
    Place,
    ProtectedIdentity,
    Quantity,
    Recommendation,
    Release,
    Reply,
    ReplyRequest,
    Review,
    Source,
    SourceKey,
    Stance,
    Statement,
    Text,
    TreatyStatus,
    Waiver,
)
from witnessmark.casefile.records.base import Record
from witnessmark.casefile.services.identity_read import identity_of
from witnessmark.casefile.services.item_read import item_value
from witnessmark.casefile.services.protection import erased
from witnessmark.casefile.services.source_read import source_value
from witnessmark.casefile.services.statement_write import statement_value
from witnessmark.casefile.services.text_read import text_value
from witnessmark.casefile.session import Session
from witnessmark.evidence import findings, statements
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.publication import Published
from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.text import Text as TextValue
from witnessmark.manuscript.parse import parse

ERASED = "erased: the source's key was destroyed"


def snapshot(session: Session) -> Evidence:
    """Return everything confirmed and linked, with the full Texts and the fingerprints of every item."""
    return Evidence(
        investigation=_investigation(session),
        taken_at=session.now(),
        items=tuple(item_value(session, item) for item in _items(session)),
        texts=tuple(
            _text(session, record)
            for record in Text.objects.filter(investigation=session.investigation).select_related("item_record__key")
        ),
        statements=_statements(session),
        stances=tuple(
            msgspec.convert(_row(row, statements.Stance), statements.Stance) for row in _rows(session, Stance)
        ),
        corrections=tuple(
            msgspec.convert(_row(row, findings.Correction), findings.Correction) for row in _rows(session, Correction)
        ),
        sources=tuple(source_value(session, row) for row in _rows(session, Source)),
        allegations=_all(session, Allegation),
        quantities=_all(session, Quantity),
        findings=_all(session, Finding),
        persons=_all(session, Person),
        organisations=_all(session, Organisation),
        places=_all(session, Place),
        incidents=_all(session, Incident),
        reply_requests=_all(session, ReplyRequest),
        replies=_all(session, Reply),
        approaches=_all(session, Approach),
        recommendations=_all(session, Recommendation),
        waivers=_all(session, Waiver),
        reviews=_all(session, Review),
        conflicts=_all(session, Conflict),
        treaties=_all(session, TreatyStatus),
        published=tuple(_published(row) for row in _rows(session, Release).select_related("manuscript")),
        corrigenda=_all(session, Corrigendum),
    )


def protected_identities(session: Session) -> Protected:
    """Return every protected identity, in memory only, for the checks that need them."""
    kept = ProtectedIdentity.objects.filter(source__investigation=session.investigation).select_related("source", "key")
    persons = []
    for row in kept:
        if not erased(session, row.key):
            identity = identity_of(session, row)
            persons.append(ProtectedPerson(source=row.source.human_id, names=identity.names, details=identity.details))
    return Protected(tuple(persons))


def _investigation(session: Session) -> Investigation:
    """Return the investigation as its evidence value."""
    record = session.investigation
    return Investigation(**{name: getattr(record, name) for name in Investigation.__struct_fields__})


def _all(session: Session, model: type[Record]) -> tuple[Any, ...]:
    """Return all records of a model as evidence values, in order of their numbers."""
    return tuple(record.to_struct() for record in model.objects.filter(investigation=session.investigation))


def _items(session: Session) -> Any:  # noqa: ANN401 - a Django queryset
    """Return all items with what belongs to them."""
    found = Item.objects.filter(investigation=session.investigation)
    return found.select_related("key").prefetch_related("collections", "text_set")


def _published(release: Release) -> Published:
    """Return what a later manuscript is measured by: the released one's digest and those of its sentences."""
    manuscript = release.manuscript
    sentences = parse(manuscript.content, name=manuscript.name).sentences
    return Published(
        version=release.version, manuscript=manuscript.name, manuscript_sha256=manuscript.sha256, at=release.at,
        sentences=tuple(sentence.sha256 for sentence in sentences),
    )  # fmt: skip


def _rows(session: Session, model: Any) -> Any:  # noqa: ANN401 - a Django model without number
    """Return the rows of a model that has no numbers of its own."""
    return model.objects.filter(investigation=session.investigation)


def _row(row: Any, struct: type[msgspec.Struct]) -> dict[str, Any]:  # noqa: ANN401 - a Django row
    """Return a row's fields under the struct's names."""
    return {name: getattr(row, name) for name in struct.__struct_fields__}


def _text(session: Session, record: Text) -> TextValue:
    """Return a Text with its content, or told as withheld where its source's key was destroyed."""
    if erased(session, record.item_record.key):
        return msgspec.convert(record.value() | {"withheld": ERASED}, TextValue)
    return text_value(session, record)


def _statement(session: Session, record: Statement, key: SourceKey | None) -> statements.Statement:
    """Return a statement with its words, or told as withheld where its source's key was destroyed."""
    if erased(session, key):
        return msgspec.convert(record.value() | {"withheld": ERASED}, statements.Statement)
    return statement_value(session, record, key)


def _statements(session: Session) -> tuple[statements.Statement, ...]:
    """Return all confirmed statements, their words opened."""
    keys = {
        item.human_id: item.key
        for item in Item.objects.filter(investigation=session.investigation).select_related("key")
    }
    found = Statement.objects.filter(investigation=session.investigation)
    return tuple(_statement(session, record, keys[record.item]) for record in found)
