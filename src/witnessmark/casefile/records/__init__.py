"""The records, one noun to a file. Nothing here decides; services read and write them."""

from witnessmark.casefile.records.custody import Opening
from witnessmark.casefile.records.event import Incident, Organisation, Person, Place
from witnessmark.casefile.records.finding import (
    Approach,
    Correction,
    Finding,
    Recommendation,
    Reply,
    ReplyRequest,
    Review,
    Waiver,
)
from witnessmark.casefile.records.history import History
from witnessmark.casefile.records.investigation import Counter, Investigation
from witnessmark.casefile.records.item import Collection, Item, Redaction
from witnessmark.casefile.records.judgement import Judgement
from witnessmark.casefile.records.manuscript import Corrigendum, Manuscript, Release
from witnessmark.casefile.records.source import ProtectedIdentity, Source, SourceKey
from witnessmark.casefile.records.statement import Allegation, Conflict, Quantity, Stance, Statement
from witnessmark.casefile.records.text import Run, Text
from witnessmark.casefile.records.treaty import TreatyStatus

__all__ = [
    "Allegation", "Approach", "Collection", "Conflict", "Correction", "Corrigendum", "Counter", "Finding", "History",
    "Incident", "Investigation", "Item", "Judgement", "Manuscript", "Opening", "Organisation", "Person", "Place",
    "ProtectedIdentity", "Quantity", "Recommendation", "Redaction", "Release", "Reply", "ReplyRequest", "Review", "Run",
    "Source", "SourceKey", "Stance", "Statement", "Text", "TreatyStatus", "Waiver",
]  # fmt: skip
