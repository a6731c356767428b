"""Who did what to whom: incidents, persons, organisations, places."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, optional_value, words
from witnessmark.evidence import events


class Person(Record):
    """A person or group as it may be shown. `merged` keeps merge judgements, so that they can be taken back."""

    kind: ClassVar[str] = "person"
    struct = events.Person

    name = models.TextField()
    names = listing()
    group = models.BooleanField(default=False)
    minor = models.BooleanField(default=False)
    naming = listing()
    merged = listing()


class Organisation(Record):
    """A body and its names."""

    kind: ClassVar[str] = "organisation"
    struct = events.Organisation

    name = models.TextField()
    names = listing()
    parent = words()


class Place(Record):
    """A place, no more precise than may be shown."""

    kind: ClassVar[str] = "place"
    struct = events.Place

    name = models.TextField()
    names = listing()
    within = words()
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    precision = words()


class Incident(Record):
    """Something with a beginning and an end, its acts and who was involved."""

    kind: ClassVar[str] = "incident"
    struct = events.Incident

    title = models.TextField()
    date = optional_value()
    place = words()
    acts = listing()
    involvements = listing()
    statements = listing()
