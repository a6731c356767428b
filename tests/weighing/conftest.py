import pytest

from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import Item, Link, Source
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Passage


@pytest.fixture
def make():
    """Short constructors for records, and a snapshot of them."""
    return Maker


class Maker:
    @staticmethod
    def source(number, name="", *, kind="publisher", **more):
        return Source(id=f"O{number}", kind=kind, name=name or f"Source {number}", **more)

    @staticmethod
    def item(number, *links, source="", **more):
        return Item(id=f"E{number}", media_type="text/plain", source=source, links=links, **more)

    @staticmethod
    def link(relation, to, reason="said so", *, cut=False):
        return Link(relation=relation, to=to, reason=reason, cut=cut)

    @staticmethod
    def statement(number, item, **more):
        return Statement(
            id=f"S{number}", item=item, passage=Passage(text="T1", start=0, end=1, quote="x"), kind="indirect", **more
        )

    @staticmethod
    def evidence(**records):
        return Evidence(investigation=Investigation(name="x"), **records)
