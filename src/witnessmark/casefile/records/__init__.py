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
    Waiver,
)
from witnessmark.casefile.records.history import History
from witnessmark.casefile.records.investigation import Counter, Investigation
from witnessmark.casefile.records.item import Collection, Item, Redaction
from witnessmark.casefile.records.judgement import Judgement
from witnessmark.casefile.records.manuscript import Manuscript, Release
from witnessmark.casefile.records.source import ProtectedIdentity, Source, SourceKey
from witnessmark.casefile.records.statement import Allegation, Quantity, Stance, Statement
from witnessmark.casefile.records.text import Run, Text

__all__ = [
    "Allegation", "Approach", "Collection", "Correction", "Counter", "Finding", "History", "Incident",
    "Investigation", "Item", "Judgement", "Manuscript", "Opening", "Organisation", "Person", "Place",
    "ProtectedIdentity", "Quantity", "Recommendation", "Redaction", "Release", "Reply", "ReplyRequest", "Run", "Source",
    "SourceKey", "Stance", "Statement", "Text", "Waiver",
]  # fmt: skip
