"""Registered manuscripts and releases: both immutable once written."""

from typing import Any, ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, words
from witnessmark.evidence import publication


class Manuscript(models.Model):
    """One registered version of a manuscript; only registered versions are released."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    name = models.TextField()
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.TextField()
    by = models.TextField()
    at = models.TextField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["investigation", "name", "version"], name="one_manuscript_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.name} version {self.version}"


class Release(models.Model):
    """One sealed release: where it lies, the digest of its sums, who made it and when."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    version = models.CharField(max_length=32)
    manuscript = models.ForeignKey(Manuscript, on_delete=models.PROTECT)
    folder = models.TextField()
    sums_sha256 = models.CharField(max_length=64)
    by = models.TextField()
    at = models.TextField()
    numbering = models.JSONField(default=dict)
    note = words()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["investigation", "version"], name="one_release_a_version")
        ]

    def __str__(self) -> str:
        return f"release {self.version}"


class Corrigendum(Record):
    """A numbered, dated, reasoned change of a released version."""

    kind: ClassVar[str] = "corrigendum"
    struct = publication.Corrigendum

    corrigendum_kind = models.CharField(max_length=12)
    of = models.CharField(max_length=32)
    ordinal = models.PositiveIntegerField()
    date = words()
    reason = words()
    findings = listing()
    changes = listing()

    @classmethod
    def shared_fields(cls) -> tuple[str, ...]:
        """All but `number`, which in a record is that of its id."""
        return tuple(name for name in super().shared_fields() if name != "number")

    def value(self) -> dict[str, Any]:
        """Return the struct's form; the columns `corrigendum_kind` and `ordinal` are its `kind` and `number`."""
        return super().value() | {"kind": self.corrigendum_kind, "number": self.ordinal}

    def take(self, struct: publication.Corrigendum) -> "Corrigendum":  # type: ignore[override]
        """Copy an evidence value, with its `kind` and `number`."""
        super().take(struct)
        self.corrigendum_kind, self.ordinal = struct.kind, struct.number
        return self
