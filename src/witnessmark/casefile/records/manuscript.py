"""Registered manuscripts and releases: both immutable once written."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import words


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
