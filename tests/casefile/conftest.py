"""A real case in a temporary folder, with its keys elsewhere."""

import itertools
import json
import shutil
from datetime import UTC, datetime, timedelta, timezone

import pytest

PASSPHRASE = "correct horse battery staple"


def ticking_clock():
    """Return a clock that moves one second a call, three hours east of Greenwich."""
    ticks = itertools.count()

    def clock():
        zone = timezone(timedelta(hours=3))
        return datetime(2031, 6, 2, 10, 0, tzinfo=UTC).astimezone(zone) + timedelta(seconds=next(ticks))

    return clock


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """One case, made once: making keys is slow on purpose, so tests copy it."""
    folder = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WITNESSMARK_KEYS", str(folder / "keys"))
        from witnessmark.casefile.flows.open_case import create_case

        create_case(
            folder / "case", "Trial", {"exercise": True}, actor="a. officer", passphrase=lambda: PASSPHRASE,
            clock=ticking_clock(),
        )  # fmt: skip
        from django.db import connections

        connections.close_all()
    return folder


@pytest.fixture
def session(template, tmp_path, monkeypatch):
    """An open case of its own for each test."""
    monkeypatch.setenv("WITNESSMARK_KEYS", str(tmp_path / "keys"))
    shutil.copytree(template / "case", tmp_path / "Trial")
    shutil.copytree(template / "keys", tmp_path / "keys")
    from witnessmark.casefile.flows.open_case import open_case

    return open_case(tmp_path / "Trial", actor="a. officer", passphrase=lambda: PASSPHRASE, clock=ticking_clock())


@pytest.fixture
def add_item(session):
    """Add a plain-text item straight through the services; returns its record."""
    import hashlib

    from django.db import transaction

    from witnessmark.casefile.services.custody_write import sign_head
    from witnessmark.casefile.services.item_write import Arrival, add_arrival
    from witnessmark.casefile.services.protection import seal, source_key
    from witnessmark.casefile.services.text_write import NewText, add_text
    from witnessmark.evidence.sources import CollectionRecord
    from witnessmark.evidence.text import Tool

    def add(content, *, name="note.txt", protected_source="", collected_at="2031-06-01T09:00:00+03:00"):
        data = content.encode()
        key = source_key(session, protected_source) if protected_source else None
        stored = session.store.put(seal(session, key, data, "original") if key else data)
        arrival = Arrival(
            sha256=hashlib.sha256(data).hexdigest(), stored=stored.sha256, size=len(data), media_type="text/plain", key=key,
            source=protected_source, record=CollectionRecord(file_name=name, collected_at=collected_at, collector="c"),
        )  # fmt: skip
        with transaction.atomic():
            added = add_arrival(session, arrival)
            add_text(session, added.item, NewText(kind="decoded", content=content, tool=Tool(name="t", version="1")))
            sign_head(session)
        return added.item

    return add


@pytest.fixture
def judge(session):
    """Apply judgements given as dictionaries; author and time are filled in."""
    from witnessmark.casefile.services.judgement_write import apply_judgements, read_judgements

    def apply(*rows):
        defaults = {"author": "a. officer", "time": "2031-06-02T10:00:00+03:00", "reason": "as the record shows"}
        lines = [json.dumps(defaults | row).encode() for row in rows]
        return apply_judgements(session, read_judgements(lines, "decisions.jsonl"))

    return apply
