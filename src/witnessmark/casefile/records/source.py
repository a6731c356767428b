"""Sources, the keys of protected ones, and identities that never leave the house."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import Record, listing, words
from witnessmark.evidence import sources


class Source(Record):
    """Who information ultimately comes from; `name` is the name that may be shown.

    For a protected source `SEALED` columns stay empty and `sealed` holds them: what a person consented to, and why they
    are believed, tells who they are.
    """

    kind: ClassVar[str] = "source"
    struct = sources.Source

    source_kind = models.CharField(max_length=20)
    name = words()
    protected = models.BooleanField(default=False)
    reliability = models.CharField(max_length=1, default="F")
    reason = words()
    parent = words()
    party = words()
    interested = models.BooleanField(default=False)
    connection = words()
    consents = listing()
    minor = models.BooleanField(default=False)
    best_interest = words()
    risks = listing()
    sealed = models.BinaryField(default=b"")

    SEALED: ClassVar[tuple[str, ...]] = ("reason", "connection", "consents", "minor", "best_interest", "risks")

    def value(self) -> dict[str, object]:
        """Return the struct's form; the column `source_kind` is the struct's `kind`."""
        return super().value() | {"kind": self.source_kind}

    def take(self, struct: sources.Source) -> "Source":  # type: ignore[override]
        """Copy an evidence value, with its `kind`."""
        super().take(struct)
        self.source_kind = struct.kind
        return self


class SourceKey(models.Model):
    """That a data key exists for one protected source, or for one item whose source is not yet known.

    The key itself lies wrapped outside the case folder, under this label; destroying it there is erasure.
    """

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    label = models.TextField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["investigation", "label"], name="one_key_a_source")]

    def __str__(self) -> str:
        return self.label


class ProtectedIdentity(models.Model):
    """The real names and telling details of a protected source, sealed with its key."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT)
    key = models.ForeignKey(SourceKey, on_delete=models.PROTECT)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"identity of {self.source}"
