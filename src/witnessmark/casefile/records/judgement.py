"""Judgements: people's decisions, kept as they were made."""

from typing import ClassVar

from django.db import models

from witnessmark.casefile.records.base import mapping, words


class Judgement(models.Model):
    """Author, time, reason, object, verdict. What concerns a protected source is sealed with its key."""

    investigation = models.ForeignKey("casefile.Investigation", on_delete=models.PROTECT)
    key = models.CharField(max_length=128)
    digest = models.CharField(max_length=64)
    author = models.TextField()
    time = models.TextField()
    verdict = models.CharField(max_length=32)
    object = models.CharField(max_length=32)
    reason = words()
    value = mapping()
    sealed = models.BinaryField(default=b"")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["investigation", "key"], name="one_judgement_a_key")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.object} by {self.author}"
