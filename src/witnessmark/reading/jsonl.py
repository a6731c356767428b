"""A reading as one JSON object in the published form (`schema/reading.schema.json`)."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from witnessmark.evidence.reading import DateMention, NameMention, Proposal, QuantityMention, Reading
from witnessmark.evidence.text import Text
from witnessmark.language.timexes import Timex
from witnessmark.reading.parties import parties_of
from witnessmark.reading.timexes import timexes_of

#: The form of the record; a change that breaks readers of it makes a new one.
FORM = "witnessmark/reading/v1"


def to_record(reading: Reading, *, path: str, whole: bool = False) -> dict[str, Any]:
    """Return a reading as plain values; offsets are code points into the named Text (for .txt the decoded input).

    Every key is always there; what is not known is null, an empty string or an empty list, as the schema says. `whole` puts
    the Text itself into `text.content`, which is null otherwise.
    """
    parties = parties_of(reading)
    return {
        "form": FORM,
        "path": path,
        "tool": msgspec.to_builtins(reading.tool),
        "text": _text(reading.text, whole=whole),
        "title": reading.title,
        "language": reading.language,
        "direction": reading.direction,
        "published": reading.published.value if reading.published else None,
        "suspect": reading.suspect,
        "confirmed": False,
        "lines": [
            {"label": line.label, "reason": line.reason, "span": [line.start, line.end]} for line in reading.lines
        ],
        "statements": [_statement(each, parties) for each in reading.statements],
        "dates": [_date(each) for each in reading.dates],
        "timexes": [_timex(each) for each in timexes_of(reading)],
        "quantities": [_quantity(each) for each in reading.quantities],
        "names": [_name(each) for each in reading.names],
        "unsupported": list(reading.unsupported),
    }


@cache
def schema() -> Mapping[str, Any]:
    """Return the JSON schema of the record (draft 2020-12)."""
    loaded: Mapping[str, Any] = json.loads(
        files("witnessmark.reading").joinpath("schema/reading.schema.json").read_text(encoding="utf-8")
    )
    return loaded


def _text(text: Text, *, whole: bool) -> dict[str, Any]:
    return {
        "id": text.id,
        "kind": text.kind,
        "sha256": text.sha256,
        "characters": len(text.content),
        "content": text.content if whole else None,
    }


def _spans(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _statement(each: Proposal, parties: Mapping[int, str]) -> dict[str, Any]:
    return {
        "ordinal": each.ordinal,
        "where": each.where,
        "kind": each.kind,
        "content": _spans(each.content),
        "source": _spans(each.source),
        "cue": _spans(each.cue),
        "speaker": each.speaker,
        "candidates": list(each.candidates),
        "party": parties[each.ordinal],
        "polarity": each.polarity,
        "hedges": list(each.hedges),
        "hearsay": each.hearsay,
        "audience": each.audience,
        "date": each.date.value if each.date else None,
        "confidence": each.confidence,
        "reason": each.reason,
    }


def _date(each: DateMention) -> dict[str, Any]:
    return {
        "span": [each.start, each.end],
        "words": each.words,
        "type": each.type,
        "value": each.date.value if each.date else None,
        "precision": each.date.precision if each.date else "unknown",
        "relation": each.relation,
        "anchor": each.anchor,
        "conflict": each.conflict,
        "timex": each.timex,
    }


def _timex(each: Timex) -> dict[str, Any]:
    return {"span": [each.start, each.end], "words": each.words, "type": each.type, "value": each.value}


def _quantity(each: QuantityMention) -> dict[str, Any]:
    return {
        "span": [each.start, each.end],
        "words": each.words,
        "value": each.value,
        "low": each.low,
        "high": each.high,
        "magnitude": each.magnitude,
        "unit": each.unit,
        "what": each.what,
        "hedge": each.hedge,
        "owner": each.owner,
        "date": each.date.value if each.date else None,
    }


def _name(each: NameMention) -> dict[str, Any]:
    return {"span": [each.start, each.end], "words": each.words, "kind": each.kind, "script": each.script}
