"""Statements, allegations, stances and quantities."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, optional_value, words
from witnessmark.evidence import statements as values


class Statement(Record):
    """A confirmed statement. For a protected item the passage's words are sealed with the item's key."""

    kind: ClassVar[str] = "statement"
    struct = values.Statement

    item = models.CharField(max_length=16)
    passage = models.JSONField()
    sealed = models.BinaryField(default=b"")
    statement_kind = models.CharField(max_length=8)
    speaker = words()
    speaker_phrase = words()
    cue = words()
    date = optional_value()
    audience = words()
    polarity = models.CharField(max_length=8, default="affirm")
    hedges = listing()
    distance = models.PositiveSmallIntegerField(null=True, blank=True)
    connection = words()
    confirmed_by = words()
    medical = words()
    credibility = models.CharField(max_length=1, null=True, blank=True)  # noqa: DJ001 - nothing graded is not ""

    def value(self) -> dict[str, object]:
        """Return the struct's form; the column `statement_kind` is the struct's `kind`."""
        return super().value() | {"kind": self.statement_kind}


class Allegation(Record):
    """One proposition about what happened."""

    kind: ClassVar[str] = "allegation"
    struct = values.Allegation

    text = models.TextField()
    against = listing()


class Stance(models.Model):
    """A statement's stance to an allegation, as a person judged it."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    statement = models.CharField(max_length=16)
    allegation = models.CharField(max_length=16)
    stance = models.CharField(max_length=10)
    reports = words()
    by = words()
    reason = words()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["investigation", "statement", "allegation"], name="one_stance_a_statement_and_allegation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.stance} {self.allegation}"


class Quantity(Record):
    """A typed number."""

    kind: ClassVar[str] = "quantity"
    struct = values.Quantity

    type = models.CharField(max_length=20)
    what = models.TextField()
    value_number = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    magnitude = words()
    unit = words()
    hedge = words()
    owner = words()
    as_of = optional_value()
    method = words()
    statements = listing()
    passages = listing()
    population = words()
    sample = words()
    coverage = words()
    overlaps = listing()
    linked = models.BooleanField(default=False)
    origin = words()

    @classmethod
    def shared_fields(cls) -> tuple[str, ...]:
        """All but `value`, which is the method that makes the struct's form."""
        return tuple(name for name in super().shared_fields() if name != "value")

    def value(self) -> dict[str, object]:
        """Return the struct's form; the column `value_number` is the struct's `value`."""
        return super().value() | {"value": self.value_number}

    def take(self, struct: values.Quantity) -> "Quantity":  # type: ignore[override]
        """Copy an evidence value, with its figure."""
        super().take(struct)
        self.value_number = struct.value
        return self


class Conflict(Record):
    """Records that cannot all be right, and how they were weighed."""

    kind: ClassVar[str] = "conflict"
    struct = values.Conflict

    conflict_kind = models.CharField(max_length=10)
    between = listing()
    allegation = words()
    weighed = words()
    by = words()

    def value(self) -> dict[str, object]:
        """Return the struct's form; the column `conflict_kind` is the struct's `kind`."""
        return super().value() | {"kind": self.conflict_kind}

    def take(self, struct: values.Conflict) -> "Conflict":  # type: ignore[override]
        """Copy an evidence value, with its `kind`."""
        super().take(struct)
        self.conflict_kind = struct.kind
        return self
