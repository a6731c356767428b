"""The history: every edit to a record, append-only, written in the same transaction as the edit."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import words


class History(models.Model):
    """One edit: who, when, what was before and after. Triggers in the database forbid UPDATE and DELETE.

    For a protected source `before` and `after` are empty and `sealed` holds both, under the source's key.
    """

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    at = models.TextField()
    actor = models.TextField()
    action = models.CharField(max_length=32)
    object = models.CharField(max_length=32)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    sealed = models.BinaryField(default=b"")
    reason = words()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.at} {self.actor} {self.action} {self.object}"
